// Package dialog holds the boxes that are drawn over the frame and take the
// keys while they are open, one file for each dialog. A dialog does not change
// the reader. When it closes, it returns a message that says what was chosen.
package dialog

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
)

// Dialog is a box over the frame.
type Dialog interface {
	// Key handles a key. A key that is not text is looked up in the bindings.
	// done closes the dialog, and result is what was chosen, or nil.
	Key(tea.KeyPressMsg, *keys.Bindings) (result tea.Msg, done bool)
	// Rect returns the rectangle of the dialog in a frame.
	Rect(*style.Theme, layout.Frame) layout.Rect
	// Draw returns exactly the lines of the rectangle, each exactly as wide.
	Draw(*style.Theme, *keys.Bindings, layout.Rect) []string
}

// Typed is a dialog into which text can be typed and pasted.
type Typed interface {
	TakesText() bool
	Paste(text string)
}

// Stack holds the open dialogs, the top one last.
type Stack struct{ open []Dialog }

// Open reports whether any dialog is open.
func (s *Stack) Open() bool { return len(s.open) > 0 }

// Push opens a dialog over the others.
func (s *Stack) Push(d Dialog) { s.open = append(s.open, d) }

// Key passes a key to the top dialog and returns what was chosen in it.
func (s *Stack) Key(msg tea.KeyPressMsg, b *keys.Bindings) tea.Msg {
	n := len(s.open)
	if n == 0 {
		return nil
	}
	result, done := s.open[n-1].Key(msg, b)
	if done {
		s.open = s.open[:n-1]
	}
	return result
}

// Renewed is a dialog whose contents can grow while it is open.
type Renewed interface{ Renew() }

// Renew updates the open dialogs.
func (s *Stack) Renew() {
	for _, d := range s.open {
		if r, ok := d.(Renewed); ok {
			r.Renew()
		}
	}
}

// Typing reports whether the top dialog takes keys as text.
func (s *Stack) Typing() bool { return s.typed() != nil }

// Paste passes pasted text to the top dialog, if that takes text.
func (s *Stack) Paste(text string) {
	if d := s.typed(); d != nil {
		d.Paste(text)
	}
}

func (s *Stack) typed() Typed {
	if n := len(s.open); n > 0 {
		if d, ok := s.open[n-1].(Typed); ok && d.TakesText() {
			return d
		}
	}
	return nil
}

// Over draws the open dialogs over the lines of a frame.
func (s *Stack) Over(lines []string, t *style.Theme, b *keys.Bindings, f layout.Frame) []string {
	for _, d := range s.open {
		t.TakeCursor(lines) // it is in the dialog on top
		r := d.Rect(t, f)
		t.Over(lines, d.Draw(t, b, r), r.X, r.Y, r.W, f.W)
	}
	return lines
}
