package column

import (
	"math"

	"sitrep/briefing/lines"
	"sitrep/briefing/page"
	"sitrep/ui/tui/layout"
)

// WishOf returns what a column asks of the frame.
func WishOf(c Column) layout.Wish {
	w := layout.Wish{Share: ShareOf(c)}
	if wide, ok := c.(interface{ Wants() int }); ok {
		w.Cells = wide.Wants()
	}
	return w
}

// Height returns how many lines a column fills, at most limit; limit where it cannot
// tell.
func Height(c Column, limit int) int {
	if f, ok := c.(*Flow); ok {
		return f.headerLines + f.lines(Spot{}, Spot{f.rows.Len, 0}, limit)
	}
	return limit
}

// sampled is how many of the first rows tell how wide a flow wants to be, and
// longText the bytes from which a row always takes fewer lines if it is wider.
const (
	sampled  = 60
	longText = 4000
)

// Wants returns the least width in which the first rows take no more lines than in the
// widest. It stays the same wherever the cursor is.
func (f *Flow) Wants() int {
	if f.wants > 0 && f.wantsBy == f.size.Method {
		return f.wants
	}
	rows, long := f.sample()
	linesAt := func(cells, enough int) (n int) {
		l := lines.NewLayouter(f.size.Method, cells)
		for i := 0; i < len(rows) && n <= enough; i++ {
			n += len(l.Layout(rows[i]).Lines)
		}
		return n
	}
	most := linesAt(layout.MaxText, math.MaxInt)
	low, high := layout.TextCells(layout.MinCells), layout.MaxText
	if long {
		low = high
	}
	for low < high {
		if middle := (low + high) / 2; linesAt(middle, most) <= most {
			high = middle
		} else {
			low = middle + 1
		}
	}
	f.wants, f.wantsBy = layout.ColumnCells(high), f.size.Method
	return f.wants
}

// sample returns the first rows, up to a text, which is as wide as it may be, and
// whether one of them is long.
func (f *Flow) sample() (rows []page.Block, long bool) {
	for row := range min(f.rows.Len, sampled) {
		b := page.Made(f.rows.Block(row))
		if _, text := b.(page.Paragraph); text {
			break
		}
		if len(page.Text(b)) >= longText {
			return nil, true
		}
		rows = append(rows, b)
	}
	return rows, false
}
