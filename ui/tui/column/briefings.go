package column

import "sitrep/briefing/page"

// Briefings returns the list of the briefings in a folder, which has n rows. none
// explains an empty list.
func Briefings(n int, row func(i int) page.Entry, none string) Column {
	if n == 0 {
		return Note(none)
	}
	return NewFlow(Rows{
		Len:     n,
		Block:   func(i int) page.Block { return row(i) },
		Entries: func(i int) int { return i + 1 },
	})
}

// Note returns a column with a message of the program, for use when there is
// nothing else to show.
func Note(text string) Column {
	return NewFlow(Blocks([]page.Block{page.Prose{Spans: []page.Span{{Text: text, Role: page.Muted, Own: true}}}}))
}
