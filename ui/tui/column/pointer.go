package column

import (
	"sitrep/briefing/page"
	"sitrep/ui/tui/layout"
)

// WheelLines is the number of lines that one notch of the mouse's wheel
// scrolls.
const WheelLines = 3

// Click puts the cursor on what is shown at a cell. In a row with a target of
// its own, every cell of its lines counts. In other text only the links do.
func (f *Flow) Click(x, y int) bool {
	if y >= 0 && y < f.headerLines {
		to := f.Header.At(f.size, x, y)
		f.scrolledAway = false
		return !to.IsZero() && f.Select(to)
	}
	y -= f.headerLines
	if y < 0 || y >= f.size.Lines {
		return false
	}
	at := f.advance(f.top, y)
	if at.Row >= f.rows.Len || at.In >= len(f.at(at.Row).Lines) {
		return false
	}
	stop := f.stopAt(at, x-layout.Gutter)
	if stop == 0 {
		return false
	}
	f.put(Spot{at.Row, stop})
	f.scrolledAway = false
	return true
}

// stopAt returns the stop at a cell of a line, or 0 if there is none.
func (f *Flow) stopAt(at Spot, cell int) int {
	laid := f.at(at.Row)
	end := 0
	for _, run := range laid.Lines[at.In] {
		start := end
		end += f.size.Method.Of(run.Text)
		if run.Stop > 0 && cell >= start && cell < end {
			return run.Stop
		}
	}
	if e, ok := page.Made(f.rows.Block(at.Row)).(page.Entry); ok && !e.To.IsZero() && len(laid.Stops) == 1 {
		return 1
	}
	return 0
}

// wheeled scrolls for the motions of the wheel, which leave the cursor where it
// is, even out of sight. For other motions it first brings such a cursor back.
// It reports whether the motion is done.
func (f *Flow) wheeled(m Motion) bool {
	switch m {
	case ScrollUp:
		f.top = f.retreat(f.top, WheelLines)
	case ScrollDown:
		f.top = f.clampTop(f.advance(f.top, WheelLines))
	default:
		return f.scrolledAway && f.land(m)
	}
	f.scrolledAway = f.cursor.In > 0 && !f.visible(f.cursor)
	return true
}

// land brings a cursor that the wheel has left out of sight back to the first
// stop on the screen that the motion would reach. It reports whether that
// completes the motion.
func (f *Flow) land(m Motion) bool {
	line := 0
	switch m {
	case Up, HalfUp, PageUp:
		line = f.size.Lines - 1
	case Top, Bottom:
		f.scrolledAway = false
		return false
	}
	s, ok := f.stopNear(line)
	if !ok {
		return false // further scrolling brings one into sight
	}
	f.put(s)
	f.scrolledAway = false
	return m == Up || m == Down
}
