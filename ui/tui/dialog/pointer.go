package dialog

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/column"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
)

// Pointed is a dialog that the mouse can be used in.
type Pointed interface {
	// Click takes a click on a cell of the screen, in the rectangle that the
	// dialog is drawn in. Result and done are those of [Dialog.Key].
	Click(x, y int, r layout.Rect) (result tea.Msg, done bool)
	// Scroll scrolls by a notch of the wheel.
	Scroll(column.Motion)
}

// Click goes to the dialog on top; what was chosen in it comes back. A click
// beside the dialog closes it.
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

// Scroll goes to the dialog on top.
func (s *Stack) Scroll(m column.Motion) {
	if n := len(s.open); n > 0 {
		if d, ok := s.open[n-1].(Pointed); ok {
			d.Scroll(m)
		}
	}
}

// Click selects an item; a click on what is selected chooses it.
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
