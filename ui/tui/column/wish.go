package column

import (
	"sort"

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
	if f, ok := c.(*Flow); ok {
		w.Passage = f.rows.WithPassage
	}
	return w
}

// Height returns how many lines a column fills, at most limit. It returns limit
// if the column does not know.
func Height(c Column, limit int) int {
	if f, ok := c.(*Flow); ok {
		return f.headerLines + f.lines(Spot{}, Spot{f.rows.Len, 0}, limit)
	}
	return limit
}

// sampled is the number of first rows from which the width of a flow is
// estimated. A row of longText bytes or more always takes fewer lines if it is
// wider.
const (
	sampled  = 60
	longText = 4000
)

// Wants returns the least width in which none of the first rows takes more lines than
// in the widest. It stays the same wherever the cursor is.
func (f *Flow) Wants() int {
	if f.wants > 0 && f.wantsBy == f.size.Method {
		return f.wants
	}
	rows, long := f.sample()
	cells := layout.TextCells(layout.MinCells)
	if long {
		cells = layout.MaxText
	}
	l := lines.NewLayouter(f.size.Method, cells)
	for i := 0; i < len(rows) && cells < layout.MaxText; i++ {
		cells = widened(l, rows[i], cells)
	}
	f.wants, f.wantsBy = layout.ColumnCells(cells), f.size.Method
	return f.wants
}

// widened returns the least width from cells on in which a row takes no more lines
// than in the widest.
func widened(l *lines.Layouter, row page.Block, cells int) int {
	linesAt := func(cells int) int {
		l.Cells = cells
		return len(l.Layout(row).Lines)
	}
	now := linesAt(cells)
	if now <= 1 {
		return cells
	}
	least := linesAt(layout.MaxText)
	if now <= least {
		return cells
	}
	return cells + 1 + sort.Search(layout.MaxText-cells-1, func(more int) bool { return linesAt(cells+1+more) <= least })
}

// sample returns the first rows, up to a text, which uses all the width that it
// gets, and whether one of them is long.
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
