package layout

// Columns are the widths of the columns of actors in one table.
type Columns []int

// ColumnFor returns the width of a column that has so many cells of text.
func ColumnFor(text int) int { return text + CursorCells + apart }

// ColumnText returns the room for text in a column.
func ColumnText(cells int) int { return cells - CursorCells - apart }

// Spread returns columns as wide as they need, and as much wider as makes them
// equal. It returns false if there is no room for all of them together.
func (t Table) Spread(needs []int) (Columns, bool) {
	even := minCell
	if widthAtLeast(needs, even) > t.Actors {
		return nil, false
	}
	for even < maxCell && widthAtLeast(needs, even+1) <= t.Actors {
		even++
	}
	return atLeast(needs, even), true
}

// widthAtLeast returns the width of what atLeast returns.
func widthAtLeast(needs []int, cells int) int {
	n := 0
	for _, need := range needs {
		n += max(need, cells)
	}
	return n
}

// Scarce returns columns that have less room than they need: none is wider than
// half of it, so that two can be in sight.
func (t Table) Scarce(needs []int) Columns {
	most := max(min(ColumnFor(widestName), t.Actors/2), minCell)
	short := make([]int, len(needs))
	for i, need := range needs {
		short[i] = min(need, most)
	}
	if c, ok := t.Spread(short); ok {
		return c
	}
	return atLeast(short, min(scrolledCell, most))
}

func atLeast(needs []int, cells int) Columns {
	c := make(Columns, len(needs))
	for i, need := range needs {
		c[i] = max(need, cells)
	}
	return c
}

// Width returns the width of all columns.
func (c Columns) Width() int {
	n := 0
	for _, cells := range c {
		n += cells
	}
	return n
}

// Sight returns the end of the columns in sight from first on. There is at least
// one.
func (t Table) Sight(c Columns, first int) int {
	to, room := first, t.Actors
	for to < len(c) && (to == first || c[to] <= room) {
		room -= c[to]
		to++
	}
	return to
}

// Reveal returns the first column in sight after scrolling to bring a column into
// sight (-1 for none), with less room left empty at the end than a column takes.
func (t Table) Reveal(c Columns, first, column int) int {
	first = max(min(first, len(c)-1), 0)
	if column >= 0 {
		first = min(first, column)
		for t.Sight(c, first) <= column {
			first++
		}
	}
	for first > 0 && c[first-1:].Width() <= t.Actors {
		first--
	}
	return first
}

// ColumnAt returns the column that has a cell of the table, where first is the first
// in sight.
func (t Table) ColumnAt(c Columns, first, x int) (int, bool) {
	if !t.InActors(x) {
		return 0, false
	}
	x -= gutter + t.ActorsFrom()
	for column, to := first, t.Sight(c, first); column < to; column++ {
		if x < c[column] {
			return column, true
		}
		x -= c[column]
	}
	return 0, false
}
