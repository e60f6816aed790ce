package column

import (
	"slices"
	"testing"

	"sitrep/briefing/page"
	"sitrep/ui/tui/style"
)

// TestReuse replaces a column by one in which a text is the same, a text has
// another link, and a row has become a heading. It is drawn as without the
// column that it replaces, in the same width and in another.
func TestReuse(t *testing.T) {
	prose := func(text, id string) page.Block {
		return page.Prose{Spans: []page.Span{{Text: text}, {Text: "more", To: page.Target{Passage: len(id)}}}}
	}
	old := NewFlow(Blocks([]page.Block{prose("the same text, and ", "a"), prose("the port, and ", "a"), prose("the end, and ", "a"), prose("no more", "a")}))
	now := Blocks([]page.Block{prose("the same text, and ", "a"), prose("the port, and ", "aa"), page.Section{Text: "the end, and more"}})
	size := Size{Cells: 20, Lines: 12}
	old.Resize(size)
	old.Draw(style.New(style.Options{Mono: true}), true)
	for _, size := range []Size{size, {Cells: 14, Lines: 12}} {
		f, fresh := NewFlow(now), NewFlow(now)
		Reuse(f, old)
		if _, known := f.laid[0]; !known || len(f.laid) != 1 || &f.laid[0].Lines[0] != &old.laid[0].Lines[0] {
			t.Errorf("of three rows, %d are taken over", len(f.laid))
		}
		f.Resize(size)
		fresh.Resize(size)
		theme := style.New(style.Options{Mono: true})
		if got, want := f.Draw(theme, true), fresh.Draw(theme, true); !slices.Equal(got, want) {
			t.Errorf("it shows %q, want %q", got, want)
		}
		if got, want := f.Selected(), fresh.Selected(); got != want {
			t.Errorf("the cursor is on %v, want %v", got, want)
		}
	}
}
