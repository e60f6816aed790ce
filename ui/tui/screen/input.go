package screen

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/dialog"
)

// Key quits or suspends, or gives a key to the dialog on top, or else to press. chosen
// does what was chosen in the dialog. A key with ctrl is no text: it suspends where one
// is typing, too.
func (s *Screen) Key(msg tea.KeyPressMsg, chosen func(tea.Msg) tea.Cmd, press func(tea.KeyPressMsg) tea.Cmd) tea.Cmd {
	s.Say("")
	switch {
	case msg.String() == "ctrl+c":
		return tea.Quit
	case msg.Mod == tea.ModCtrl && s.Keys.Find(msg) == "suspend":
		return s.suspend()
	case s.Dialogs.Open():
		return chosen(s.Dialogs.Key(msg, s.Keys))
	}
	return press(msg)
}

// Press does what a key is bound to.
func (s *Screen) Press(msg tea.KeyPressMsg, run func(action string) tea.Cmd) tea.Cmd {
	if action := s.Keys.Find(msg); action != "" {
		return run(action)
	}
	s.Unbound(msg)
	return nil
}

// Click goes back, or gives a click to the dialog on top, or else to at. chosen does
// what was chosen in the dialog.
func (s *Screen) Click(msg tea.MouseClickMsg, chosen func(tea.Msg) tea.Cmd, back func() tea.Cmd, at func(x, y int) tea.Cmd) tea.Cmd {
	s.Say("")
	switch {
	case msg.Button == tea.MouseBackward && !s.Dialogs.Open():
		return back()
	case msg.Button != tea.MouseLeft || s.Frame.TooSmall():
		return nil
	case s.Dialogs.Open():
		return chosen(s.Dialogs.Click(msg.X, msg.Y, s.Theme, s.Frame))
	}
	return at(msg.X, msg.Y)
}

// Chosen does the action that was chosen in the palette. It reports whether that is
// done, or nothing was chosen.
func (s *Screen) Chosen(result tea.Msg, run func(action string) tea.Cmd) (tea.Cmd, bool) {
	msg, ok := result.(dialog.RunMsg)
	if !ok {
		return nil, result == nil
	}
	if cmd, ok := s.RunTyped(msg); ok {
		return cmd, true
	}
	return run(msg.Action), true
}

// palettes are the actions that open the palette, with what is typed in it at first.
var palettes = map[string]string{"palette": "", "open-file": OpenVerb}

// Palette opens the palette, if the action is to do so, with the actions that can be
// done; with a nil can, all of them. It reports whether the action is that.
func (s *Screen) Palette(action string, tabs []string, can func(action string) bool) bool {
	typed, ok := palettes[action]
	if ok {
		s.Dialogs.Push(dialog.Palette(s.Keys, tabs, can).Type(typed))
	}
	return ok
}
