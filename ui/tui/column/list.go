package column

import (
	"sitrep/briefing"
	"sitrep/briefing/page"
)

// List collects the rows of a section: headings, blanks and entries. Entries
// are made when they are shown, so that a long list costs little.
type List struct {
	Rows    []page.Block
	entries []int // number of entries up to the end of each row
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

// Listed returns a column of the blocks of a list. The items that a list is of count
// among its entries, and what they are under does not. none is the kind of item that an
// empty list has none of.
func Listed(x *briefing.Index, blocks []page.Block, none briefing.Kind) *Flow {
	l := &List{Rows: make([]page.Block, 0, len(blocks)), entries: make([]int, 0, len(blocks))}
	headed := false
	for _, b := range blocks {
		row, leads := b.(page.Later)
		switch {
		case !leads:
			l.Fixed(b)
		case row.Head:
			headed = true
			l.Fixed(b)
		default:
			if headed && l.Count == 0 {
				l.Start = len(l.Rows)
			}
			l.counted(b)
		}
	}
	return l.Flow(x, page.None(x, none))
}

// Flow returns the column. none is the message for an empty one without such a
// row.
func (l *List) Flow(x *briefing.Index, none string) *Flow {
	if l.Count == 0 && none != "" {
		l.Fixed(page.Prose{Spans: []page.Span{{Text: none, Role: page.Muted}}})
	}
	l.remark(x)
	return NewFlow(Rows{
		Len:     len(l.Rows),
		Block:   func(i int) page.Block { return l.Rows[i] },
		Entries: func(i int) int { return l.entries[i] },
		Start:   l.Start,
	})
}

// remark adds what the user keeps about items to the rows that lead to them.
func (l *List) remark(x *briefing.Index) {
	if x.Remarks() == nil {
		return
	}
	for i, b := range l.Rows {
		if row, ok := b.(page.Later); ok {
			l.Rows[i] = page.Later{To: row.To, Head: row.Head, Make: func() page.Entry {
				e := row.Make()
				e.Body = append(e.Body, page.RemarkSpans(x, row.To.Ref)...)
				return e
			}}
		}
	}
}
