package style

import (
	"strings"

	"sitrep/briefing/page"
)

// Fit makes text exactly as wide as asked for: cut with an ellipsis, or padded.
func (t *Theme) Fit(text string, cells int) string {
	return t.Method.PadRight(t.Method.Truncate(text, cells, t.Signs.Ellipsis), cells)
}

// Cut makes text at most as wide as asked for.
func (t *Theme) Cut(text string, cells int) string {
	return t.Method.Truncate(text, cells, t.Signs.Ellipsis)
}

// Row paints a laid-out line into exactly so many cells. Stop is the stop under
// the cursor, 0 for none; what belongs to it is emphasized. Without the focus
// only a passage is: it stays in sight beside what rests on it.
func (t *Theme) Row(line page.Line, cells, stop int, focused bool) string {
	var b strings.Builder
	used := 0
	for _, run := range line {
		text := run.Text
		w := t.Method.Of(text)
		if used+w > cells {
			text = t.Method.Cut(text, cells-used)
			w = t.Method.Of(text)
		}
		used += w
		looks := &t.roles
		if stop > 0 && run.Stop == stop && (focused || run.Role == page.Marked) {
			looks = &t.chosen
		}
		b.WriteString(looks[run.Role].Paint(text))
	}
	if used < cells {
		b.WriteString(strings.Repeat(" ", cells-used))
	}
	return b.String()
}
