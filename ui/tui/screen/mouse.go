package screen

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/column"
	"sitrep/ui/tui/layout"
)

// Wheel scrolls what is under the pointer: the top dialog, or a column.
func (s *Screen) Wheel(msg tea.MouseWheelMsg, columns func() []column.Column, rects []layout.Rect) {
	m := column.ScrollDown
	switch msg.Button {
	case tea.MouseWheelUp:
		m = column.ScrollUp
	case tea.MouseWheelLeft, tea.MouseWheelRight:
		return
	}
	switch {
	case s.Frame.TooSmall():
		return
	case s.Dialogs.Open():
		s.Dialogs.Scroll(m)
		return
	}
	shown := columns()
	for i, r := range rects {
		if r.Holds(msg.X, msg.Y) && shown[i] != nil {
			shown[i].Move(m)
		}
	}
}
