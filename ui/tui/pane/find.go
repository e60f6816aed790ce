package pane

import (
	"sitrep/briefing/page"
)

// Rows are the numbers of the rows that are hits.
func (f *Flow) Rows(hit func(page.Block) bool) []int {
	var out []int
	for row := range f.rows.Len {
		if hit(f.rows.Block(row)) {
			out = append(out, row)
		}
	}
	return out
}

// Row is the row of the cursor, or the first one on the screen where the
// cursor is not on it. A row without a stop has the cursor where a search has
// led to it, so that the next hit is one behind it.
func (f *Flow) Row() int {
	if f.visible(f.cursor) {
		return f.cursor.row
	}
	return f.top.row
}

// GoToRow puts the cursor on the first stop of a row, where it has one, and
// the row on the screen.
func (f *Flow) GoToRow(row int) {
	if row >= f.rows.Len {
		return
	}
	if len(f.at(row).Stops) > 0 {
		f.put(spot{row, 1})
		f.center = !f.visible(f.cursor)
		f.reveal()
		return
	}
	f.put(spot{row, 0})
	if at := (spot{row, 0}); before(at, f.top) || f.lines(f.top, at, f.size.Lines) >= f.size.Lines {
		f.top = f.clampTop(f.retreat(at, f.size.Lines/jumpDepth))
	}
}
