package screen

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/dialog"
)

// Key quits or suspends, or passes a key to the top dialog, or else to press. chosen is
// called with what was chosen in the dialog. A key with ctrl is no text, so it suspends
// while one is typing, too.
func (s *Screen) Key(msg tea.KeyPressMsg, chosen func(tea.Msg) tea.Cmd, press func(tea.KeyPressMsg) tea.Cmd) tea.Cmd {
	s.Say("")
	switch {
	case msg.String() == "ctrl+c":
		return tea.Quit
	case msg.Mod == tea.ModCtrl && s.Keys.Find(msg) == "suspend":
		cmd, _ := s.Run("suspend", nil)
		return cmd
	case s.Dialogs.Open():
		return chosen(s.Dialogs.Key(msg, s.Keys))
	}
	return press(msg)
}

// Press runs the action that a key is bound to.
func (s *Screen) Press(msg tea.KeyPressMsg, run func(action string) tea.Cmd) tea.Cmd {
	if action := s.Keys.Find(msg); action != "" {
		return run(action)
	}
	s.Unbound(msg)
	return nil
}

// Click goes back, or passes a click to the top dialog, or else to at. chosen
// is called with what was chosen in the dialog.
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

// Chosen runs the action chosen in the palette. It reports whether that is
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

// palettes maps the actions that open the palette to the text that is typed in
// it at first.
var palettes = map[string]string{"palette": "", "open-file": OpenVerb}

// Palette opens the palette if action is one that does so. The palette has the
// actions for which can returns true, or all if can is nil. Palette reports
// whether it was opened.
func (s *Screen) Palette(action string, tabs []string, can func(action string) bool, more ...dialog.Item) bool {
	typed, ok := palettes[action]
	if ok {
		s.Dialogs.Push(dialog.Palette(s.Keys, tabs, can, more...).Type(typed))
	}
	return ok
}
