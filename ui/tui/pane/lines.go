package pane

// The arithmetic of lines: a spot is a row and a line in it; all walks are
// bounded by the height of the screen, never by the length of the flow.

func before(a, b spot) bool { return a.row < b.row || a.row == b.row && a.in < b.in }

// advance goes n lines forward, at most to the last line.
func (f *Flow) advance(from spot, n int) spot {
	for n > 0 && from.row < f.rows.Len {
		rest := len(f.at(from.row).Lines) - from.in
		if n < rest {
			from.in += n
			return from
		}
		n -= rest
		from = spot{from.row + 1, 0}
	}
	return from
}

// retreat goes n lines back, at most to the first.
func (f *Flow) retreat(from spot, n int) spot {
	for n > 0 {
		if n <= from.in {
			from.in -= n
			return from
		}
		n -= from.in
		if from.row == 0 {
			return spot{}
		}
		from = spot{from.row - 1, len(f.at(from.row - 1).Lines)}
	}
	return from
}

// lines counts the lines from one spot to a later one, at most limit; 0 where
// it is not later.
func (f *Flow) lines(from, to spot, limit int) int {
	n := -from.in
	for row := from.row; row < to.row && row < f.rows.Len && n < limit; row++ {
		n += len(f.at(row).Lines)
	}
	if from.row <= to.row {
		n += to.in
	}
	return min(max(n, 0), limit)
}

// lastTop is the scroll at which the end is in sight and the screen full.
func (f *Flow) lastTop() spot { return f.retreat(spot{f.rows.Len, 0}, f.size.Lines) }

func (f *Flow) clampTop(top spot) spot {
	if last := f.lastTop(); before(last, top) {
		return last
	}
	return top
}

// extent is the first and the last line of a stop.
func (f *Flow) extent(s spot) (first, last spot) {
	if s.row >= f.rows.Len || s.in == 0 {
		return spot{s.row, 0}, spot{s.row, 0}
	}
	first, last = spot{s.row, -1}, spot{s.row, 0}
	for y, line := range f.at(s.row).Lines {
		for _, run := range line {
			if run.Stop != s.in {
				continue
			}
			if first.in < 0 {
				first.in = y
			}
			last.in = y
		}
	}
	first.in = max(first.in, 0)
	return first, last
}

// nextStop is the stop behind a spot, looked for through so many screens of
// lines as a limit asks, in any case in the rows up to there.
func (f *Flow) nextStop(from spot, limit int) (spot, bool) {
	passed := 0
	for row := from.row; row < f.rows.Len && passed <= 2*limit; row++ {
		laid := f.at(row)
		if row == from.row && from.in < len(laid.Stops) {
			return spot{row, from.in + 1}, true
		}
		if row > from.row && len(laid.Stops) > 0 {
			return spot{row, 1}, true
		}
		if row > from.row {
			passed += len(laid.Lines)
		}
	}
	return spot{}, false
}

// previousStop is the stop before a spot, looked for as nextStop does.
func (f *Flow) previousStop(from spot, limit int) (spot, bool) {
	if from.in > 1 {
		return spot{from.row, from.in - 1}, true
	}
	passed := 0
	for row := from.row - 1; row >= 0 && passed <= 2*limit; row-- {
		laid := f.at(row)
		if n := len(laid.Stops); n > 0 {
			return spot{row, n}, true
		}
		passed += len(laid.Lines)
	}
	return spot{}, false
}
