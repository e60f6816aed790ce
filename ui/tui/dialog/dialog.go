// Package dialog holds what is drawn over the frame and takes the keys while it
// is open: one file a dialog. A dialog changes nothing of the reader; it closes
// with a message that says what was chosen in it.
package dialog

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
)

// Dialog is one box over the frame.
type Dialog interface {
	// Key handles a key, by the bindings where it is not text. Done closes the
	// dialog; result is then what was chosen, or nil.
	Key(tea.KeyPressMsg, *keys.Bindings) (result tea.Msg, done bool)
	// Rect returns where in a frame it is drawn.
	Rect(*style.Theme, layout.Frame) layout.Rect
	// Draw is exactly as many lines, each exactly as wide, as the rectangle.
	Draw(*style.Theme, *keys.Bindings, layout.Rect) []string
}

// Typed is a dialog into which text can be typed and pasted.
type Typed interface {
	TakesText() bool
	Paste(text string)
}

// Stack is the open dialogs, the one on top last.
type Stack struct{ open []Dialog }

// Open reports whether any dialog is open.
func (s *Stack) Open() bool { return len(s.open) > 0 }

// Push opens a dialog over the others.
func (s *Stack) Push(d Dialog) { s.open = append(s.open, d) }

// Key goes to the dialog on top; what was chosen in it comes back.
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

// Renewed is a dialog that shows what can become more while it is open.
type Renewed interface{ Renew() }

// Renew has the open dialogs show what there is by now.
func (s *Stack) Renew() {
	for _, d := range s.open {
		if r, ok := d.(Renewed); ok {
			r.Renew()
		}
	}
}

// Typing reports whether the dialog on top takes keys as text.
func (s *Stack) Typing() bool { return s.typed() != nil }

// Paste hands pasted text to the dialog on top, if it takes any.
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
		r := d.Rect(t, f)
		t.Over(lines, d.Draw(t, b, r), r.X, r.Y, r.W, f.W)
	}
	return lines
}
