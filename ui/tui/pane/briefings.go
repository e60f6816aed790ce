package pane

import (
	"sitrep/briefing"
	"sitrep/briefing/page"
)

// Briefings is the briefings in a folder, as far as they have been read; none
// says in words why there are none.
func Briefings(n int, listed func(i int) briefing.Listed, none string) Column {
	if n == 0 {
		return Note(none)
	}
	return NewFlow(Rows{
		Len:     n,
		Block:   func(i int) page.Block { return page.ListedRow(listed(i)) },
		Entries: func(i int) int { return i + 1 },
	})
}

// Note is a column of the program's own words, where there is nothing else to
// show.
func Note(text string) Column {
	return NewFlow(Blocks([]page.Block{page.Prose{Spans: []page.Span{{Text: text, Role: page.Muted, Own: true}}}}))
}

// Refresh lays out all rows anew, because they say something else by now, and
// keeps the place.
func (f *Flow) Refresh() {
	m := f.Mark()
	m.On = f.Selected()
	clear(f.laid)
	f.Restore(m)
}
