// Package columntest helps to test columns: it draws them as text, demands that
// they fill their size, and tries the wheel on them. Only tests import it.
package columntest

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/briefing/width"
	"sitrep/data"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/style"
)

// Theme returns a theme without colours.
func Theme() *style.Theme { return style.New(style.Options{Mono: true}) }

// BuiltIn returns the index of the built-in briefing.
func BuiltIn(t testing.TB) *briefing.Index {
	t.Helper()
	doc, err := file.Parse(data.Briefing, data.Name, nil)
	if err != nil {
		t.Fatal(err)
	}
	return briefing.NewIndex(doc.Briefing)
}

// Drawn returns a column as text without escape codes. It fails the test where
// the column does not fill its size exactly.
func Drawn(t testing.TB, c column.Column, s column.Size) string {
	t.Helper()
	c.Resize(s)
	lines := c.Draw(Theme(), true)
	if len(lines) != s.Lines {
		t.Fatalf("%d lines, not %d", len(lines), s.Lines)
	}
	for i, line := range lines {
		lines[i] = ansi.Strip(line)
		if w := width.Wc.Of(lines[i]); w != s.Cells {
			t.Fatalf("line %d is %d cells wide, not %d: %q", i, w, s.Cells, lines[i])
		}
	}
	return strings.Join(lines, "\n")
}

// FirstWord returns what stands before the first space of a text.
func FirstWord(text string) string {
	word, _, _ := strings.Cut(text, " ")
	return word
}

// Cells returns a drawn column cell by cell; all its signs are one cell wide.
func Cells(t testing.TB, c column.Column, s column.Size) [][]string {
	var out [][]string
	for _, line := range strings.Split(Drawn(t, c, s), "\n") {
		out = append(out, strings.Split(line, ""))
	}
	return out
}

// CheckWheel demands that the wheel scrolls a column and leaves the cursor where
// it is, and that the next motion brings the cursor back on the screen.
func CheckWheel(t *testing.T, c column.Column) {
	t.Helper()
	size := column.Size{Cells: 80, Lines: 16}
	c.Resize(size)
	c.Move(column.Top)
	was, top := c.Selected(), Drawn(t, c, size)
	for range 8 {
		c.Move(column.ScrollDown)
	}
	if c.Selected() != was || Drawn(t, c, size) == top {
		t.Errorf("the wheel has moved the cursor to %v, or nothing", c.Selected())
	}
	for c.Move(column.ScrollDown) {
	}
	for c.Move(column.ScrollUp) {
	}
	if got := Drawn(t, c, size); got != top {
		t.Errorf("the wheel comes back to\n%s\nnot\n%s", got, top)
	}
	for range 8 {
		c.Move(column.ScrollDown)
	}
	c.Move(column.Down)
	if got := Drawn(t, c, size); !strings.Contains(got, "▌") {
		t.Errorf("the cursor does not come back:\n%s", got)
	}
}
