package column

import (
	"slices"

	"sitrep/briefing/fold"
	"sitrep/briefing/page"
)

// Find returns the numbers of the rows that contain the words of a query, in
// order.
func (f *Flow) Find(q fold.Query) []int {
	for f.Read() {
	}
	var out []int
	finder := f.texts.folded.Finder(q)
	for from := 0; ; {
		at := finder.Next(from, f.texts.folded.Len())
		if at < 0 {
			return out
		}
		row, _ := slices.BinarySearch(f.texts.ends, at+1)
		out = append(out, row)
		from = f.texts.ends[row]
	}
}

// Rows returns the numbers of the rows for which hit returns true. hit is
// called with the target and the text of a row.
func (f *Flow) Rows(hit func(to page.Target, text string) bool) []int {
	for f.Read() {
	}
	var out []int
	for row, text := range f.texts.plain {
		to := page.Target{}
		if later, leads := f.rows.Block(row).(page.Later); leads {
			to = later.To
		}
		if hit(to, text) {
			out = append(out, row)
		}
	}
	return out
}

// Read ends a call after that many rows, or once they have that many bytes of text,
// which takes some milliseconds. A single row can have a long text.
const (
	readRows  = 128
	readBytes = 128 << 10
)

// Read prepares the texts of some more rows for searching. It returns false
// once all are prepared.
func (f *Flow) Read() bool {
	if len(f.texts.ends) == 0 { // as they grow, they would be copied again and again
		f.texts.plain, f.texts.ends = make([]string, 0, f.rows.Len), make([]int, 0, f.rows.Len)
	}
	for rows, bytes := min(readRows, f.rows.Len-len(f.texts.ends)), 0; rows > 0 && bytes < readBytes; rows-- {
		text := page.Text(f.rows.Block(len(f.texts.ends)))
		f.texts.add(text)
		bytes += len(text)
	}
	return len(f.texts.ends) < f.rows.Len
}

// Row returns the row of the cursor, or the first row on the screen if the
// cursor is not on the screen. If a search has led to a row without stops, it
// returns that row, so that the next hit is the one after it.
func (f *Flow) Row() int {
	f.begin()
	if f.visible(f.cursor) {
		return f.cursor.Row
	}
	return f.top.Row
}

// GoToText goes to a row, and in it to the line with the text that find
// returns, because a row can be higher than the screen. find is called with the
// lines of the row, joined by spaces, and returns a byte offset, or -1 for the
// row as a whole.
func (f *Flow) GoToText(row int, find func(text string) int) {
	f.begin()
	f.goToRow(row)
	if row >= f.rows.Len {
		return
	}
	var text []byte
	var starts []int
	for _, line := range f.at(row).Lines {
		starts = append(starts, len(text))
		text = append(line.AppendText(text), ' ')
	}
	at := find(string(text))
	if at < 0 {
		return
	}
	n, here := slices.BinarySearch(starts, at)
	if !here {
		n--
	}
	f.showLine(Spot{row, n})
}

// showLine scrolls to a line that is not on the screen.
func (f *Flow) showLine(at Spot) {
	if before(at, f.top) || f.lines(f.top, at, f.size.Lines) >= f.size.Lines {
		f.top = f.clampTop(f.retreat(at, f.size.Lines/jumpDepth))
	}
}

// goToRow puts the cursor on the first stop of a row, if it has one, and shows
// the row.
func (f *Flow) goToRow(row int) {
	if row >= f.rows.Len {
		return
	}
	if len(f.stops(row)) > 0 {
		f.put(Spot{row, 1})
		f.center = !f.visible(f.cursor)
		f.reveal()
		return
	}
	f.put(Spot{row, 0})
	f.showLine(Spot{row, 0})
}
