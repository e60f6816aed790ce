package matrix

import (
	"strconv"
	"strings"

	"sitrep/briefing/page"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
)

// headRule is the line under the names.
const headRule = 1

// over returns the lines above the columns, each with a part for every actor.
func (m *matrix) over() [][]string {
	most := len(m.overTotals())
	names := make([][]string, len(m.actors))
	for i, id := range m.actors {
		names[i] = m.wrapper().name(page.ActorName(m.index, id), m.layout.CellText(), m.layout.Names)
		most = max(most, len(names[i]))
	}
	out := make([][]string, most)
	for y := range out {
		out[y] = make([]string, len(names))
		for i, lines := range names {
			if at := y - most + len(lines); at >= 0 {
				out[y][i] = lines[at]
			}
		}
	}
	return out
}

// overTotals returns the lines above the totals.
func (m *matrix) overTotals() []string {
	if m.layout.Shared {
		return []string{"voices", "origins"}
	}
	return []string{"voices"}
}

// head returns the names above the columns, and a rule.
func (d *tableDrawing) head() []string {
	var out []string
	for y := range d.names {
		out = append(out, d.nameLine(y))
	}
	rule := style.BlankLine(d.layout.Width(), d.t.Signs.Rule, page.Muted)
	from, to := d.visible()
	for i := range to - from {
		rule.Put(d.layout.ActorsFrom()+i*d.layout.Cell, style.Glyph{Text: d.t.Signs.Grid.Top, Role: page.Muted})
	}
	return append(out, d.rest(strings.Repeat(" ", layout.Gutter)+rule.Paint(d.t), layout.Gutter+d.layout.Width()))
}

// nameLine returns one line of the names, with that of the cursor's column
// emphasized. The last line begins with which columns are in sight, if not all
// are.
func (d *tableDrawing) nameLine(y int) string {
	from, to := d.visible()
	last := len(d.names) - 1
	sight := ""
	if y == last && to-from < len(d.actors) {
		sight = "actors " + strconv.Itoa(from+1) + " to " + strconv.Itoa(to) + " of " + strconv.Itoa(len(d.actors))
	}
	over, total := d.overTotals(), ""
	if at := y - last - 1 + len(over); at >= 0 {
		total = over[at]
	}
	var b strings.Builder
	b.WriteString(strings.Repeat(" ", layout.Gutter) + d.t.Role(page.Muted, d.t.Fit(sight, d.layout.Claims)))
	b.WriteString(d.totals(page.Muted, total, "origins", y == last))
	for i := from; i < to; i++ {
		role := page.Plain
		if i == d.column() {
			role = page.Strong
		}
		b.WriteString(strings.Repeat(" ", layout.CellBefore) + d.t.Role(role, d.t.Fit(d.names[y][i], d.layout.CellText())))
	}
	return d.rest(b.String(), layout.Gutter+d.layout.ActorsFrom()+(to-from)*d.layout.Cell)
}
