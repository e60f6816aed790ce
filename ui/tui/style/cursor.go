package style

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// The terminal's own cursor stands where the user is, because screen readers and
// magnifiers follow it. What draws that place puts cursorMark before it, which takes no
// cells, and [Theme.TakeCursor] finds it in the frame and takes it out.

// cursorMark is a sequence that no text has and no terminal gets.
const cursorMark = "\x1b_cursor\x1b\\"

// mark returns the mark, if the frame that is drawn is to have one.
func (t *Theme) mark() string {
	if t.MarksCursor {
		return cursorMark
	}
	return ""
}

// Under returns the text under the cursor of a line that is typed.
func (t *Theme) Under(text string) string { return t.mark() + t.Paint(Chosen, text) }

// TakeCursor takes all marks out of the lines of a frame, and returns the cell of the
// first one. ok is false if there is none.
func (t *Theme) TakeCursor(lines []string) (x, y int, ok bool) {
	for i, line := range lines {
		before, _, found := strings.Cut(line, cursorMark)
		if !found {
			continue
		}
		if !ok {
			x, y, ok = t.Method.Of(ansi.Strip(before)), i, true
		}
		lines[i] = strings.ReplaceAll(line, cursorMark, "")
	}
	return x, y, ok
}
