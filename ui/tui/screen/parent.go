package screen

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/style"
)

// Parent is what a file was opened from: the list of a folder, or what was shown
// before; the zero value if it is neither.
type Parent struct {
	Name string
	// Ask takes a request that is not for the model: [LeaveMsg], or one that the model
	// has of its own. It is nil where there is no way back.
	Ask func(tea.Msg) tea.Cmd
	// Searched says that it is a folder, all of which can be searched.
	Searched bool
}

// LeaveMsg asks for what the file was opened from. FromHits says that the list of
// hits in the folder has led to it.
type LeaveMsg struct{ FromHits bool }

// Crumbs returns the beginning of the line under the tabs: what the file was opened
// from, if that is anything.
func (s *Screen) Crumbs(from Parent) []style.Piece {
	t := s.Theme
	pieces := []style.Piece{{Part: style.RuleOn, Text: t.Signs.RuleOn + t.Signs.RuleOn + " "}}
	if from.Ask != nil {
		pieces = append(pieces, style.Piece{Part: style.Crumb, Text: from.Name, Cuts: true}, style.Piece{Part: style.RuleLine, Text: " " + t.Signs.Crumb + " "})
	}
	return pieces
}
