// Package dialog holds what is drawn over the frame and takes the keys while it
// is open: one file a dialog. A dialog changes nothing of the reader; it says
// when it wants to close.
package dialog

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
)

// Dialog is one box over the frame.
type Dialog interface {
	// Key handles a key; true closes the dialog.
	Key(tea.KeyPressMsg) bool
	// Size is the room that it would like to have in a frame.
	Size(layout.Frame) (w, h int)
	// Draw is exactly as many lines, each exactly as wide, as the rectangle.
	Draw(*style.Theme, layout.Rect) []string
}

// Stack is the open dialogs, the one on top last.
type Stack struct{ open []Dialog }

// Open reports whether any dialog is open.
func (s *Stack) Open() bool { return len(s.open) > 0 }

// Push opens a dialog over the others.
func (s *Stack) Push(d Dialog) { s.open = append(s.open, d) }

// Key goes to the dialog on top.
func (s *Stack) Key(msg tea.KeyPressMsg) {
	if n := len(s.open); n > 0 && s.open[n-1].Key(msg) {
		s.open = s.open[:n-1]
	}
}

// Over draws the open dialogs over the lines of a frame.
func (s *Stack) Over(lines []string, t *style.Theme, f layout.Frame) []string {
	for _, d := range s.open {
		r := f.Dialog(d.Size(f))
		t.Over(lines, d.Draw(t, r), r.X, r.Y, r.W, f.W)
	}
	return lines
}
