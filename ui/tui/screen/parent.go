package screen

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/style"
)

// Parent is what a file was opened from: the list of a folder, or what was
// shown before. It is the zero value if there is neither.
type Parent struct {
	Name string
	// Ask passes on a request for another model: [LeaveMsg], or one of the
	// parent's own. It is nil if there is no way back.
	Ask func(tea.Msg) tea.Cmd
	// Searched says that the parent is a folder that can be searched.
	Searched bool
}

// LeaveMsg asks for what the file was opened from. FromHits says that it was
// opened from the list of hits in the folder.
type LeaveMsg struct{ FromHits bool }

// Crumbs returns the beginning of the line under the tabs: the name of the
// parent, if there is one.
func (s *Screen) Crumbs(from Parent) []style.Piece {
	t := s.Theme
	pieces := []style.Piece{{Part: style.RuleOn, Text: t.Signs.RuleOn + t.Signs.RuleOn + " "}}
	if from.Ask != nil {
		pieces = append(pieces, style.Piece{Part: style.Crumb, Text: from.Name, Cuts: true}, style.Piece{Part: style.RuleLine, Text: " " + t.Signs.Crumb + " "})
	}
	return pieces
}
