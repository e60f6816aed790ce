package matrix

import (
	"fmt"
	"strings"

	"sitrep/briefing/lines"
	"sitrep/briefing/page"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
)

// headRule is the line under the names.
const headRule = 1

// sheet draws what both tables have: names above columns, texts before them, lines
// between them.
type sheet struct {
	t        *style.Theme
	focused  bool
	width    int // of the column of the screen
	table    layout.Table
	from, to int // the columns in sight
	all      int // columns
}

func newSheet(t *style.Theme, focused bool, width int, table layout.Table, first, all int) sheet {
	return sheet{t, focused, width, table, first, min(first+table.Sight, all), all}
}

// page returns the lines of the table, as many as it has, with nothing where there are
// too few.
func (s *sheet) page(out []string) []string {
	for len(out) < s.table.Lines {
		out = append(out, s.filled("", 0))
	}
	return out[:s.table.Lines]
}

// gutter returns the cells before a line, with the cursor's sign if the cursor is on
// it.
func (s *sheet) gutter(on bool) string {
	if on {
		return s.t.CursorSign(s.focused) + " "
	}
	return strings.Repeat(" ", layout.Gutter)
}

// filled fills a line up to the width of the column.
func (s *sheet) filled(line string, used int) string {
	return line + strings.Repeat(" ", max(s.width-used, 0))
}

// ended fills a line that has all columns. more says that there are more to the right.
func (s *sheet) ended(line string, more bool) string {
	used := layout.Gutter + s.table.ActorsFrom() + (s.to-s.from)*s.table.Cell
	if more {
		line, used = line+s.t.Role(page.Strong, s.t.Signs.Chart.Behind), used+1
	}
	return s.filled(line, used)
}

// heading returns the line of a question.
func (s *sheet) heading(on bool, question page.Entry) string {
	room := s.width - layout.Gutter
	return s.gutter(on) + s.t.Row(cutSpans(s.t, question.Body, room), room, 0, false)
}

// totals returns text in the two columns of figures, which can be one.
func (s *sheet) totals(role page.Role, one, other string) string {
	if s.table.Shared {
		return s.t.Role(role, s.t.Fit(one, s.table.ActorsFrom()-s.table.Claims))
	}
	return s.t.Role(role, s.t.Fit(one, s.table.Totals)+s.t.Fit(other, s.table.Totals))
}

// sight says which of the columns are in sight, or "" if all are.
func (s *sheet) sight(noun string) string {
	if s.to-s.from == s.all {
		return ""
	}
	return fmt.Sprintf("%s %d to %d of %d", noun, s.from+1, s.to, s.all)
}

// columns returns a line above the rows: what is in the first column, the totals, and
// for each column in sight the cell before its text, and the text.
func (s *sheet) columns(first, one, other string, text func(at int) (before, text string, role page.Role)) string {
	var b strings.Builder
	b.WriteString(strings.Repeat(" ", layout.Gutter) + s.t.Role(page.Muted, s.t.Fit(first, s.table.Claims)) + s.totals(page.Muted, one, other))
	for at := s.from; at < s.to; at++ {
		before, words, role := text(at)
		b.WriteString(strings.Repeat(" ", layout.CellBefore-1) + before + s.t.Role(role, s.t.Fit(words, s.table.CellText())))
	}
	return s.ended(b.String(), false)
}

// rule returns the line under the columns' names.
func (s *sheet) rule() string {
	rule := style.BlankLine(s.table.Width(), s.t.Signs.Rule, page.Muted)
	for i := range s.to - s.from {
		rule.Put(s.table.ActorsFrom()+i*s.table.Cell, style.Glyph{Text: s.t.Signs.Grid.Top, Role: page.Muted})
	}
	return s.filled(strings.Repeat(" ", layout.Gutter)+rule.Paint(s.t), layout.Gutter+s.table.Width())
}

// rowLines returns the lines of a row: its text, the totals, and what cells adds to the first
// line.
func (s *sheet) rowLines(on bool, role page.Role, texts []string, one, other string, cells func(line string) string) []string {
	var out []string
	for y, text := range texts {
		if y > 0 {
			text, one, other = strings.Repeat(" ", layout.Hanging)+text, "", ""
		}
		line := s.gutter(on) + s.t.Role(role, s.t.Fit(text, s.table.Claims)) + s.totals(page.Plain, one, other)
		if y == 0 {
			out = append(out, cells(line))
			continue
		}
		cell := s.t.Role(page.Muted, s.t.Signs.Column) + strings.Repeat(" ", s.table.Cell-1)
		out = append(out, s.ended(line+strings.Repeat(cell, s.to-s.from), false))
	}
	return out
}

// line returns a line of text beside the gutter.
func (s *sheet) line(spans []page.Span) string {
	if s.t.ASCII {
		spans = lines.ASCII(page.Prose{Spans: spans}).(page.Prose).Spans
	}
	line := append(lines.Line{{Text: strings.Repeat(" ", layout.Gutter)}}, cutSpans(s.t, spans, layout.TextCells(s.width))...)
	return s.t.Row(line, s.width, 0, false)
}

// below returns a rule, what the cursor is on in words, and the signs.
func (s *sheet) below(readout [][]page.Span, legend []page.Span) []string {
	if s.table.Readout == 0 {
		return nil
	}
	out := []string{style.BlankLine(s.width, s.t.Signs.Rule, page.Muted).Paint(s.t)}
	for _, spans := range readout {
		out = append(out, s.line(spans))
	}
	for range s.table.Legend {
		out = append(out, s.line(legend))
	}
	return out
}

// aligned returns the lines above columns, at least so many, each with a part of every
// text. Short texts are at the bottom.
func aligned(texts [][]string, least int) [][]string {
	most := least
	for _, lines := range texts {
		most = max(most, len(lines))
	}
	out := make([][]string, most)
	for y := range out {
		out[y] = make([]string, len(texts))
		for i, lines := range texts {
			if at := y - most + len(lines); at >= 0 {
				out[y][i] = lines[at]
			}
		}
	}
	return out
}
