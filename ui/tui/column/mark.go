package column

import (
	"slices"

	"sitrep/briefing/page"
)

// Mark is the cursor and the scroll of a column, for [Flow.Restore]. It has the
// numbers of rows, and what is needed to find the place after rows have been
// added or removed.
type Mark struct {
	Cursor, Top Spot
	Zoom        int // the scale
	size        Size
	line        int    // of the screen, where the cursor's stop begins, or outOfSight
	head        string // the text of the top row, while the cursor is out of sight
	// On is what the cursor was on. Callers that keep a mark for longer set it.
	On page.Target
}

// outOfSight is the line of a cursor that has been scrolled off the screen.
const outOfSight = -1

// ScrolledTo returns the row at the top of the screen if the cursor has been scrolled
// out of sight, or is on nothing.
func (m Mark) ScrolledTo() (row int, ok bool) {
	return m.Top.Row, m.Top.Row > 0 && (m.line == outOfSight || m.Cursor.In == 0)
}

// ScrolledMark returns a mark with a row at the top of the screen, and the cursor out
// of sight.
func ScrolledMark(row int) Mark { return Mark{Top: Spot{row, 0}, line: outOfSight} }

// Mark returns the cursor and the scroll.
func (f *Flow) Mark() Mark {
	f.begin()
	m := Mark{Cursor: f.cursor, Top: f.top, size: f.size, line: outOfSight}
	if first, _ := f.extent(f.cursor); f.visible(f.cursor) {
		m.line = f.lines(f.top, first, f.size.Lines)
	} else if f.top.Row < f.rows.Len {
		m.head = page.Text(f.rows.Block(f.top.Row))
	}
	return m
}

// Restore goes back to a mark: to what the cursor was on, if that is known and
// still there, or else to the nearest row, on the same line of the screen.
func (f *Flow) Restore(m Mark) {
	if f.rows.Len == 0 {
		return
	}
	if m.size != (Size{}) { // zero in the mark of another kind of column
		f.Resize(m.size)
	}
	f.put(f.markedStop(m))
	f.center = false
	if m.line == outOfSight {
		f.top = f.clampTop(f.markedTop(m))
		if f.cursor.In == 0 {
			f.settle()
		}
		return
	}
	first, _ := f.extent(f.cursor)
	f.top = f.retreat(first, m.line)
	f.settle()
}

// markedStop returns the stop that the cursor was on.
func (f *Flow) markedStop(m Mark) Spot {
	at := m.Cursor
	at.Row = min(at.Row, f.rows.Len-1)
	if at.In == 0 {
		return at
	}
	if !m.On.IsZero() {
		if s, ok := f.nearestRow(at.Row, func(row int) Spot { return Spot{row, f.stopOn(row, m.On, at)} }); ok {
			return s
		}
	}
	s, _ := f.nearestRow(at.Row, func(row int) Spot {
		return Spot{row, min(at.In, len(f.stops(row)))}
	})
	return s
}

// stopOn returns the number of the stop in a row that leads to a target, or 0
// for none. Of several it returns the one at the same place.
func (f *Flow) stopOn(row int, t page.Target, at Spot) int {
	if !leadsTo(f.rows.Block(row), t) {
		return 0
	}
	stops := f.stops(row)
	if row == at.Row && at.In <= len(stops) && stops[at.In-1] == t {
		return at.In
	}
	return slices.Index(stops, t) + 1
}

// markedTop returns the row that was at the top of the screen.
func (f *Flow) markedTop(m Mark) Spot {
	row := min(m.Top.Row, f.rows.Len-1)
	if m.head == "" {
		return Spot{row, m.Top.In}
	}
	s, ok := f.nearestRow(row, func(row int) Spot {
		if page.Text(f.rows.Block(row)) == m.head {
			return Spot{row, 1}
		}
		return Spot{}
	})
	if !ok {
		return Spot{row, 0}
	}
	return Spot{s.Row, min(m.Top.In, len(f.at(s.Row).Lines)-1)}
}

// nearestRow calls find for rows at growing distance from row until find
// returns a spot with In other than 0.
func (f *Flow) nearestRow(row int, find func(row int) Spot) (Spot, bool) {
	for away := range max(row+1, f.rows.Len-row) {
		for _, r := range []int{row + away, row - away} {
			if r < 0 || r >= f.rows.Len {
				continue
			}
			if s := find(r); s.In > 0 {
				return s, true
			}
		}
	}
	return Spot{row, 0}, false
}

// MarkOf returns the place in a column, including what the cursor is on.
func MarkOf(c Column) Mark {
	m := c.Mark()
	m.On = c.Selected()
	return m
}

// Restore goes back to a place in a column, or in the one that has replaced it. A mark
// can have nothing but what the cursor was on.
func Restore(c Column, m Mark) {
	c.Restore(m)
	if m.On.IsZero() || c.Selected() == m.On {
		return
	}
	c.Select(m.On)
	if f, ok := c.(interface{ fromTop() }); ok && m == (Mark{On: m.On}) {
		f.fromTop()
	}
}

// fromTop scrolls no further down than to have the cursor in sight, once the size is
// known.
func (f *Flow) fromTop() { f.top, f.center, f.settled = Spot{}, false, false }
