package pane

import (
	"strings"

	"sitrep/briefing/page"
	"sitrep/briefing/width"
	"sitrep/ui/tui/style"
)

// headLines is the lines over the claims of a table.
func (m *matrix) headLines(table int) int {
	return m.layout.HeadLines(len(m.names(table)[0]), m.namesSilent(table))
}

// namesSilent reports whether a line names those who are silent, because they
// have no columns.
func (m *matrix) namesSilent(table int) bool {
	return !m.layout.Silent && m.tables[table].silent < len(m.tables[table].actors)
}

// names are the lines of the names of all columns of a table, the totals first;
// all have as many, those of short names at the bottom.
func (m *matrix) names(table int) [][]string {
	if names, ok := m.named[table]; ok {
		return names
	}
	if len(m.named) >= keptRows {
		clear(m.named)
	}
	t := m.tables[table]
	columns := [][]string{{"voices", "origins"}}
	if !m.layout.Shared {
		columns[0] = []string{"voices"}
	}
	for i, id := range t.actors[:m.columns(table)] {
		limit := m.layout.Names
		if i >= t.silent {
			limit--
		}
		lines := m.wrapper().name(m.index.ActorName(id), m.layout.CellText(), limit)
		if i >= t.silent {
			lines = append(lines, "silent")
		}
		columns = append(columns, lines)
	}
	most := 0
	for _, lines := range columns {
		most = max(most, len(lines))
	}
	for i, lines := range columns {
		columns[i] = append(make([]string, most-len(lines)), lines...)
	}
	m.named[table] = columns
	return columns
}

// wrapper breaks text into a few lines; more is the sign that there is more.
type wrapper struct {
	width.Method
	more string
}

func (m *matrix) wrapper() wrapper {
	if m.size.ASCII {
		return wrapper{m.size.Method, page.ToASCII("…")}
	}
	return wrapper{m.size.Method, "…"}
}

// name breaks a name into lines between its words; a word that is too long for
// a line is shortened, unless it is all there is.
func (w wrapper) name(name string, cells, limit int) []string {
	words := strings.Fields(name)
	if len(words) == 1 && w.Of(name) > cells {
		return w.text(name, cells, limit)
	}
	var lines []string
	for _, word := range words {
		word = w.Truncate(word, cells, w.more)
		if n := len(lines); n > 0 && w.Of(lines[n-1])+1+w.Of(word) <= cells {
			lines[n-1] += " " + word
			continue
		}
		if len(lines) == limit {
			lines[limit-1] = w.ended(lines[limit-1], cells)
			break
		}
		lines = append(lines, word)
	}
	return lines
}

// text breaks text into lines.
func (w wrapper) text(text string, cells, limit int) []string {
	laid := page.Layout(page.Prose{Spans: []page.Span{{Text: text}}}, w.Method, max(cells, 1))
	var lines []string
	for i, line := range laid.Lines {
		if i == limit {
			lines[limit-1] = w.ended(lines[limit-1], cells)
			break
		}
		lines = append(lines, line.Text())
	}
	return lines
}

// ended is a line with the sign that there is more, for which it gives way.
func (w wrapper) ended(line string, cells int) string {
	return w.Cut(line, cells-w.Of(w.more)) + w.more
}

// claimLines is a claim in the first column.
func (m *matrix) claimLines(row int) []string {
	if lines, ok := m.laid[row]; ok {
		return lines
	}
	if len(m.laid) >= keptRows {
		clear(m.laid)
	}
	lines := m.wrapper().text(m.rows[row].claim.Text, m.layout.ClaimText(), m.layout.Wraps)
	m.laid[row] = lines
	return lines
}

// cutSpans is spans on one line of at most so many cells.
func cutSpans(t *style.Theme, spans []page.Span, cells int) page.Line {
	var line page.Line
	for _, s := range spans {
		text := strings.ReplaceAll(s.Text, "\n", " ")
		if t.Method.Of(text) > cells {
			return append(line, page.Run{Text: t.Cut(text, cells), Role: s.Role, Own: s.Own})
		}
		cells -= t.Method.Of(text)
		line = append(line, page.Run{Text: text, Role: s.Role, Own: s.Own})
	}
	return line
}
