package matrix

import (
	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/layout"
)

// tableHead is the columns of a table with the names over them.
type tableHead struct {
	cells  layout.Columns
	totals []string   // the lines over the totals
	names  [][]string // those over each column; all have as many, those of short names at the bottom
}

// nameNeed is the cells that an actor's name needs to be whole, by the lines
// that it may have.
type nameNeed [layout.MostNames + 1]int

// silentSign stands below the name of an actor who takes no position.
const silentSign = "silent"

// headLines returns the lines over the claims of a table.
func (m *matrix) headLines(table int) int {
	return m.layout.HeadLines(len(m.head(table).totals), m.namesSilent(table))
}

// namesSilent reports whether a line names those who are silent, because they
// have no columns.
func (m *matrix) namesSilent(table int) bool {
	return len(m.head(table).cells) < len(m.tables[table].actors)
}

// head returns the columns of a table and the names over them.
func (m *matrix) head(table int) tableHead {
	if h, ok := m.heads[table]; ok {
		return h
	}
	if len(m.heads) >= column.KeptRows {
		clear(m.heads)
	}
	t := m.tables[table]
	h := tableHead{cells: m.fit(t), totals: m.overTotals()}
	most := len(h.totals)
	for i, cells := range h.cells {
		limit := m.layout.Names
		if i >= t.silent {
			limit--
		}
		lines := m.wrapper().name(page.ActorName(m.index, t.actors[i]), layout.ColumnText(cells), limit)
		if i >= t.silent {
			lines = append(lines, silentSign)
		}
		h.names = append(h.names, lines)
		most = max(most, len(lines))
	}
	bottom := func(lines []string) []string { return append(make([]string, most-len(lines)), lines...) }
	h.totals = bottom(h.totals)
	for i := range h.names {
		h.names[i] = bottom(h.names[i])
	}
	m.heads[table] = h
	return h
}

// overTotals returns the lines over the totals.
func (m *matrix) overTotals() []string {
	if m.layout.Shared {
		return []string{"voices", "origins"}
	}
	return []string{"voices"}
}

// widest returns the most room for actors that a table uses.
func (m *matrix) widest() int {
	most := 0
	for _, t := range m.tables {
		if most == m.layout.Actors {
			break // none uses more
		}
		most = max(most, min(m.fit(t).Width(), m.layout.Actors))
	}
	return most
}

// fit returns the columns of a table, with all names whole: in as few lines as the
// room allows, and of the silent ones too if that can be. Where the holders have
// not the room, long names are shortened, and holders may be out of sight.
func (m *matrix) fit(t *table) layout.Columns {
	for _, n := range []int{len(t.actors), t.silent} {
		for lines := len(m.overTotals()); lines <= m.layout.Names; lines++ {
			if c, ok := m.layout.Spread(m.needs(t, n, lines)); ok {
				return c
			}
		}
	}
	return m.layout.Scarce(m.needs(t, t.silent, m.layout.Names))
}

// needs returns the cells of the first so many columns of a table, with names of so
// many lines.
func (m *matrix) needs(t *table, n, lines int) []int {
	out := make([]int, n)
	for i, id := range t.actors[:n] {
		var text int
		if i < t.silent {
			text = max(m.need(id)[lines], layout.SignCells*t.signs[i])
		} else {
			text = max(m.need(id)[max(lines-1, 1)], m.size.Method.Of(silentSign))
		}
		out[i] = layout.ColumnFor(text)
	}
	return out
}

// need returns the cells that an actor's name needs.
func (m *matrix) need(id string) nameNeed {
	need, ok := m.needed[id]
	if !ok {
		name := m.index.ActorName(id)
		for lines := 1; lines < len(need); lines++ {
			need[lines] = m.wrapper().need(name, lines)
		}
		m.needed[id] = need
	}
	return need
}
