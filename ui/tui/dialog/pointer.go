package dialog

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/column"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
)

// Pointed is a dialog that can be used with the mouse.
type Pointed interface {
	// Click handles a click on a cell of the screen. r is the rectangle of the
	// dialog. The results are those of [Dialog.Key].
	Click(x, y int, r layout.Rect) (result tea.Msg, done bool)
	// Scroll scrolls by a notch of the wheel.
	Scroll(column.Motion)
}

// Click passes a click to the top dialog and returns what was chosen in it. A
// click beside the dialog closes it.
func (s *Stack) Click(x, y int, t *style.Theme, f layout.Frame) tea.Msg {
	n := len(s.open)
	if n == 0 {
		return nil
	}
	top := s.open[n-1]
	r := top.Rect(t, f)
	if !r.Holds(x, y) {
		s.open = s.open[:n-1]
		switch top := top.(type) {
		case *Picker:
			return top.Closed
		case *Filter:
			return top.closed()
		}
		return nil
	}
	d, ok := top.(Pointed)
	if !ok {
		return nil
	}
	result, done := d.Click(x, y, r)
	if done {
		s.open = s.open[:n-1]
	}
	return result
}

// Scroll scrolls the top dialog.
func (s *Stack) Scroll(m column.Motion) {
	if n := len(s.open); n > 0 {
		if d, ok := s.open[n-1].(Pointed); ok {
			d.Scroll(m)
		}
	}
}

// Click selects an item, or chooses the selected one.
func (p *Picker) Click(x, y int, r layout.Rect) (tea.Msg, bool) {
	inner, _ := p.inside(r)
	before := p.flow.Mark()
	if p.flow.Click(x-inner.X, y-inner.Y) && p.flow.Mark() == before {
		return p.chosen()
	}
	return nil, false
}

// Scroll scrolls the items.
func (p *Picker) Scroll(m column.Motion) { p.flow.Move(m) }
