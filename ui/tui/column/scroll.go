package column

import "sitrep/briefing/page"

// jumpLines is how many lines past the edge of the screen the next stop can be
// for the cursor to go there at once. If it is further away, the page scrolls
// line by line, so that nothing is skipped unread.
const jumpLines = 3

// jumpDepth is the part of the screen above the target of a jump: a third.
const jumpDepth = 3

// Move moves the cursor and scrolls.
func (f *Flow) Move(m Motion) bool {
	f.begin()
	cursor, top := f.cursor, f.top
	if !f.wheeled(m) {
		f.step(m)
	}
	return f.cursor != cursor || f.top != top
}

// step moves the cursor for a key.
func (f *Flow) step(m Motion) {
	switch m {
	case Down, Next:
		f.down()
	case Up, Previous:
		f.up()
	case HalfDown, HalfUp, PageDown, PageUp:
		f.scroll(m.Steps(0, f.size.Lines))
	case Top:
		f.top = Spot{}
		f.put(Spot{})
		first, ok := f.nextStop(Spot{0, 0}, f.size.Lines)
		f.putWithin(f.size.Lines, first, ok)
	case Bottom:
		f.top = f.lastTop()
		if last, ok := f.previousStop(Spot{f.rows.Len, 0}, f.size.Lines); ok {
			f.put(last)
		}
	case NextGroup:
		f.nextGroup()
	case PreviousGroup:
		f.previousGroup()
	}
}

func (f *Flow) down() {
	next, ok := f.nextStop(f.cursor, f.size.Lines)
	if ok && (f.withinReach(next) || f.besideReach(next)) {
		f.put(next)
		f.reveal()
		return
	}
	f.top = f.clampTop(f.advance(f.top, 1))
	if ok && f.visible(next) {
		f.put(next)
	}
}

func (f *Flow) up() {
	previous, ok := f.previousStop(f.cursor, f.size.Lines)
	if ok && (f.withinReach(previous) || f.besideReach(previous)) {
		f.put(previous)
		f.reveal()
		if first, _ := f.nextStop(Spot{0, 0}, f.size.Lines); f.cursor == first {
			f.ShowStart()
		}
		return
	}
	f.top = f.retreat(f.top, 1)
	if ok && f.visible(previous) {
		f.put(previous)
	}
}

// besideReach reports whether the cursor goes to a stop at once because parts
// are side by side. The next stop can be far up, at the head of the next part,
// or below the end of a longer part.
func (f *Flow) besideReach(s Spot) bool {
	for _, row := range []int{f.cursor.Row, s.Row} {
		if _, parts := f.rows.Block(row).(page.Beside); parts && f.cursor.In > 0 {
			first, last := f.extent(s)
			return s.Row != f.cursor.Row || before(first, f.top) || f.lines(f.top, last, f.size.Lines) >= f.size.Lines
		}
	}
	return false
}

// ShowStart scrolls to the start if the cursor stays in sight, so that the
// reader sees what is above it.
func (f *Flow) ShowStart() {
	if _, last := f.extent(f.cursor); f.lines(Spot{}, last, f.size.Lines) < f.size.Lines {
		f.top = Spot{}
	}
}

// withinReach reports whether a stop can be shown by a small scroll.
func (f *Flow) withinReach(s Spot) bool {
	first, last := f.extent(s)
	height := f.lines(first, last, f.size.Lines) + 1
	reach := min(height+jumpLines, f.size.Lines)
	if before(first, f.top) {
		return f.lines(first, f.top, reach+1) <= reach
	}
	end := f.size.Lines - 1
	return f.lines(f.top, last, end+reach+1) <= end+reach
}

// visible reports whether a stop's first line is on the screen.
func (f *Flow) visible(s Spot) bool { return f.within(f.size.Lines, s) }

// within reports whether a stop begins in the first lines from the top.
func (f *Flow) within(reach int, s Spot) bool {
	first, _ := f.extent(s)
	return !before(first, f.top) && f.lines(f.top, first, reach) < reach
}

// scroll moves the screen by n lines and the cursor with it. At an end the
// cursor goes to the last stop in that direction.
func (f *Flow) scroll(n int) {
	line := 0
	if first, _ := f.extent(f.cursor); f.visible(f.cursor) {
		line = f.lines(f.top, first, f.size.Lines)
	}
	was := f.top
	if n > 0 {
		f.top = f.clampTop(f.advance(f.top, n))
	} else {
		f.top = f.retreat(f.top, -n)
	}
	moved := f.lines(was, f.top, f.size.Lines) + f.lines(f.top, was, f.size.Lines)
	if short := max(n, -n) - moved; n > 0 {
		line = min(line+short, f.size.Lines-1)
	} else {
		line = max(line-short, 0)
	}
	if s, ok := f.stopNear(line); ok {
		f.put(s)
	}
}

// stopNear returns the stop on the screen that begins nearest to a line of it.
func (f *Flow) stopNear(line int) (best Spot, ok bool) {
	nearest, bestLine := f.size.Lines+1, 0
	start := -f.top.In // the line of the screen on which the row begins
	for row := f.top.Row; row < f.rows.Len && start < f.size.Lines; row++ {
		for i, e := range f.extentsIn(row) {
			y := start + e.first
			if y < 0 || y >= f.size.Lines {
				continue
			}
			if away := max(y-line, line-y); away < nearest || away == nearest && y < bestLine {
				nearest, bestLine, best, ok = away, y, Spot{row, i + 1}, true
			}
		}
		start += len(f.at(row).Lines)
	}
	return best, ok
}

// reveal scrolls as little as needed to show the stop under the cursor, and
// always shows its first line. After a jump the stop is in the upper third.
func (f *Flow) reveal() {
	if f.rows.Len == 0 || f.cursor.In == 0 {
		f.top = f.clampTop(f.top)
		return
	}
	first, last := f.extent(f.cursor)
	switch {
	case f.center:
		f.center = false
		f.top = f.retreat(first, f.size.Lines/jumpDepth)
	case before(first, f.top):
		f.top = first
		if f.headed(first.Row) {
			f.top = f.retreat(first, 1)
		}
	case f.lines(f.top, last, f.size.Lines) >= f.size.Lines:
		f.top = f.retreat(last, f.size.Lines-1)
		if before(first, f.top) {
			f.top = first
		}
	}
	f.top = f.clampTop(f.top)
}

// headed reports whether the row above is the heading of this one.
func (f *Flow) headed(row int) bool {
	if row == 0 || f.size.Lines <= jumpLines {
		return false
	}
	return page.Heads(f.rows.Block(row - 1))
}

// nextGroup goes to the first stop after the next heading.
func (f *Flow) nextGroup() {
	for row := f.cursor.Row + 1; row < f.rows.Len; row++ {
		if page.Heads(f.rows.Block(row)) {
			f.goToGroup(row)
			return
		}
	}
}

// previousGroup goes to the heading of the cursor's group, or to the one before
// it if the cursor is already on the first stop of the group.
func (f *Flow) previousGroup() {
	var heads []int
	for row := f.cursor.Row; row >= 0 && len(heads) < 2; row-- {
		if page.Heads(f.rows.Block(row)) {
			heads = append(heads, row)
		}
	}
	if len(heads) == 0 {
		return
	}
	own := heads[0]
	if first, ok := f.nextStop(Spot{own, 0}, f.size.Lines); len(heads) == 2 && ok && first == f.cursor {
		own = heads[1]
	}
	f.goToGroup(own)
}

func isBlank(b page.Block) bool {
	_, ok := b.(page.Blank)
	return ok
}

// GroupAbove returns the heading of the group at the top of the screen if that is
// scrolled out of sight. It returns "" if it is in sight, or there is none among the
// rows before it.
func (f *Flow) GroupAbove() string {
	f.begin()
	row := f.top.Row
	for row < f.rows.Len && isBlank(f.rows.Block(row)) {
		row++
	}
	for least := max(row-KeptRows, 0); row >= least && row < f.rows.Len; row-- {
		if b := f.rows.Block(row); page.Heads(b) {
			if before(Spot{row, 0}, f.top) {
				return page.HeadingText(b)
			}
			return ""
		}
	}
	return ""
}

func (f *Flow) goToGroup(row int) {
	if s, ok := f.nextStop(Spot{row, 0}, f.size.Lines); ok {
		f.put(s)
	}
	f.top = f.clampTop(Spot{row, 0})
	f.reveal()
}

// revealSelection scrolls as little as needed to show the end of the selection that
// moves, and the other one if there is room.
func (f *Flow) revealSelection() {
	s := f.selection
	if s == nil {
		return
	}
	first, last := f.lineOf(s.start), f.lineOf(textPlace{s.end.row, s.end.at - 1})
	if s.startMoves {
		first, last = last, first
	}
	for _, line := range []Spot{first, last} { // the one that moves comes last
		switch {
		case before(line, f.top):
			f.top = line
		case f.lines(f.top, line, f.size.Lines) >= f.size.Lines:
			f.top = f.retreat(line, f.size.Lines-1)
		}
	}
	f.top = f.clampTop(f.top)
	f.scrolledAway = f.cursor.In > 0 && !f.visible(f.cursor)
}
