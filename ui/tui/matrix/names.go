package matrix

import (
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/lines"
	"sitrep/briefing/page"
	"sitrep/briefing/width"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/style"
)

// wrapper breaks text into a few lines. more is the sign for text that is left
// out.
type wrapper struct {
	width.Method
	more string
}

func (m *matrix) wrapper() wrapper { return wrapperOf(m.size) }

func wrapperOf(s column.Size) wrapper {
	if s.ASCII {
		return wrapper{s.Method, lines.ToASCII("…")}
	}
	return wrapper{s.Method, "…"}
}

// name breaks a name into lines between its words. A word that is too long for
// a line is shortened, unless it is the whole name.
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
	laid := lines.Layout(page.Prose{Spans: []page.Span{{Text: text}}}, w.Method, max(cells, 1))
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

// ended returns a line that ends with the sign for more, shortened to make room
// for it.
func (w wrapper) ended(line string, cells int) string {
	return w.Cut(line, cells-w.Of(w.more)) + w.more
}

// claimLines returns the lines of a claim in the first column.
func (m *matrix) claimLines(row int) []string {
	if lines, ok := m.laid[row]; ok {
		return lines
	}
	if len(m.laid) >= column.KeptRows {
		clear(m.laid)
	}
	lines := m.wrapper().text(page.Name(m.index, briefing.Ref{Kind: briefing.KindClaim, ID: m.rows[row].claim.ID}), m.layout.ClaimText(), m.layout.Wraps)
	m.laid[row] = lines
	return lines
}

// cutSpans returns spans on one line of at most the given cells. Spans at the
// end that belong to the right edge are not cut to make room for those before
// them.
func cutSpans(t *style.Theme, spans []page.Span, cells int) lines.Line {
	n, edge := len(spans), 0
	for n > 0 && spans[n-1].Edge {
		n--
		edge += t.Method.Of(spans[n].Text)
	}
	line := cutAt(t, spans[:n], max(cells-edge, 0))
	for _, run := range line {
		cells -= t.Method.Of(run.Text)
	}
	return append(line, cutAt(t, spans[n:], cells)...)
}

func cutAt(t *style.Theme, spans []page.Span, cells int) lines.Line {
	var line lines.Line
	for _, s := range spans {
		text := strings.ReplaceAll(s.Text, "\n", " ")
		if t.Method.Of(text) > cells {
			return append(line, lines.Run{Text: t.Cut(text, cells), Role: s.Role, Own: s.Own})
		}
		cells -= t.Method.Of(text)
		line = append(line, lines.Run{Text: text, Role: s.Role, Own: s.Own})
	}
	return line
}
