package column

import (
	"sitrep/briefing"
	"sitrep/briefing/page"
)

// List collects the rows of a section: headings, blanks and entries. Entries
// are made when they are shown, so that a long list costs little.
type List struct {
	Rows    []page.Block
	entries []int // how many entries there are up to and including each row
	Count   int
	Start   int // the row on which the cursor begins
}

// Fixed adds a row that does not count among the entries.
func (l *List) Fixed(b page.Block) {
	l.Rows = append(l.Rows, b)
	l.entries = append(l.entries, l.Count)
}

// Entry adds an entry that leads to a target.
func (l *List) Entry(to page.Target, make func() page.Entry) {
	l.counted(page.Later{To: to, Make: make})
}

// counted adds a row that counts among the entries.
func (l *List) counted(b page.Block) {
	l.Count++
	l.Rows = append(l.Rows, b)
	l.entries = append(l.entries, l.Count)
}

// Heading adds a heading, with a blank line before it if there are rows above.
func (l *List) Heading(text string) {
	if len(l.Rows) > 0 {
		l.Fixed(page.Blank{})
	}
	l.Fixed(page.Section{Text: text})
}

// howToWrite follows what is said of a part of a briefing that is empty.
const howToWrite = "sitrep new - shows how each part is written."

// Flow returns the column. none says in words why it is empty, if no row says
// so.
func (l *List) Flow(x *briefing.Index, none string, of ...briefing.Kind) *Flow {
	if l.Count == 0 {
		if why := x.WhyNone(of...); why != "" {
			none = "The filter leaves nothing here: " + why + "."
		} else if none != "" && len(of) > 0 {
			none += " " + howToWrite
		}
		if none != "" {
			l.Fixed(page.Prose{Spans: []page.Span{{Text: none, Role: page.Muted}}})
		}
	}
	return NewFlow(Rows{
		Len:     len(l.Rows),
		Block:   func(i int) page.Block { return l.Rows[i] },
		Entries: func(i int) int { return l.entries[i] },
		Start:   l.Start,
	})
}
