package style

import (
	"strings"

	"sitrep/briefing/fold"
	"sitrep/briefing/lines"
	"sitrep/briefing/page"
)

// Fit returns text in exactly the given cells: cut with an ellipsis, or padded.
func (t *Theme) Fit(text string, cells int) string {
	return t.Method.PadRight(t.Method.Truncate(text, cells, t.Signs.Ellipsis), cells)
}

// Cut returns text in at most the given cells, with an ellipsis if it is cut.
func (t *Theme) Cut(text string, cells int) string {
	return t.Method.Truncate(text, cells, t.Signs.Ellipsis)
}

// CursorSign returns the sign beside the selected line, one cell wide.
func (t *Theme) CursorSign(focused bool) string {
	if focused {
		return t.mark() + t.Paint(Cursor, t.Signs.Cursor)
	}
	return t.Paint(CursorAside, t.Signs.Cursor)
}

// Row paints a laid-out line into exactly the given cells. stop is the stop
// under the cursor, or 0 for none. What belongs to it is emphasized, without
// the focus only if it is a passage, which stays in sight beside what rests on
// it.
func (t *Theme) Row(line lines.Line, cells, stop int, focused bool) string {
	var b strings.Builder
	b.Grow(2 * cells) // the codes of a line are about as long as its words
	used, at := 0, 0
	found := t.foundIn(line)
	for _, run := range line {
		if run.Role == page.Gutter && stop > 0 && run.Stop == stop {
			b.WriteString(t.CursorSign(focused) + run.Text[1:])
			used, at = used+len(run.Text), at+len(run.Text)
			continue
		}
		text := run.Text
		w := t.Method.Of(text)
		if run.Role == page.Number && t.NoNumbers {
			text = strings.Repeat(" ", w)
		}
		if used+w > cells {
			text = t.Method.Cut(text, cells-used)
			w = t.Method.Of(text)
		}
		used += w
		styles := &t.roles
		if stop > 0 && run.Stop == stop && (focused || run.Role == page.Marked) {
			styles = &t.chosen
		}
		t.paintFound(&b, text, styles[run.Role], found, at)
		at += len(run.Text)
	}
	b.WriteString(t.rest(line, cells-used))
	return b.String()
}

// rest fills the remaining cells of a line. After the heading of a part it
// draws a rule to guide the eye.
func (t *Theme) rest(line lines.Line, cells int) string {
	const air = 1 // on either side of the rule
	if cells > 2*air && len(line) > 0 && line[0].Role == page.Heading && line[0].Stop == 0 {
		return " " + t.Paint(RuleLine, strings.Repeat(t.Signs.Rule, cells-2*air)) + " "
	}
	return strings.Repeat(" ", max(cells, 0))
}

// foundIn returns the ranges of bytes in a line that match a search.
func (t *Theme) foundIn(line lines.Line) []fold.Range {
	if t.Found.Empty() {
		return nil
	}
	var b strings.Builder
	for _, run := range line {
		b.WriteString(run.Text)
	}
	return t.Found.AppendRanges(nil, b.String())
}

// paintFound paints text that begins at byte start of its line, and highlights
// what was found in it.
func (t *Theme) paintFound(b *strings.Builder, text string, l Style, found []fold.Range, at int) {
	done := 0
	for _, r := range found {
		start, end := max(r.Start-at, done), min(r.End-at, len(text))
		if start >= end {
			continue
		}
		b.WriteString(l.Paint(text[done:start]))
		b.WriteString(t.Paint(Hit, text[start:end]))
		done = end
	}
	b.WriteString(l.Paint(text[done:]))
}
