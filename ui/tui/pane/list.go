package pane

import (
	"sitrep/briefing"
	"sitrep/briefing/page"
)

// list gathers the rows of a section: headings, blanks and entries. Entries
// are made when they are shown, so that a long list costs little.
type list struct {
	rows    []page.Block
	entries []int // how many entries there are up to and with each row
	count   int
	start   int // the row on which the cursor begins
}

func (l *list) fixed(b page.Block) {
	l.rows = append(l.rows, b)
	l.entries = append(l.entries, l.count)
}

func (l *list) entry(to page.Target, make func() page.Entry) {
	l.counted(page.Later{To: to, Make: make})
}

// counted adds a row that counts among the entries.
func (l *list) counted(b page.Block) {
	l.count++
	l.rows = append(l.rows, b)
	l.entries = append(l.entries, l.count)
}

func (l *list) heading(text string) {
	if len(l.rows) > 0 {
		l.fixed(page.Blank{})
	}
	l.fixed(page.Section{Text: text})
}

// flow makes the column; none says in words why it is empty, where its rows do
// not say so themselves.
func (l *list) flow(x *briefing.Index, none string, of ...briefing.Kind) *Flow {
	if l.count == 0 {
		if why := x.WhyNone(of...); why != "" {
			none = "The filter leaves nothing here: " + why + "."
		}
		if none != "" {
			l.fixed(page.Prose{Spans: []page.Span{{Text: none, Role: page.Muted}}})
		}
	}
	return NewFlow(Rows{
		Len:     len(l.rows),
		Block:   func(i int) page.Block { return l.rows[i] },
		Entries: func(i int) int { return l.entries[i] },
		Start:   l.start,
	})
}
