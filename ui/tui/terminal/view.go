package terminal

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/width"
)

// View returns a screen as the terminal is to show it: harmless, and with the
// cells counted by a method. With mouse, the mouse is reported to the program
// and selects no text.
func View(screen string, m width.Method, mouse bool) tea.View {
	v := tea.NewView(countable(m, sanitized(screen)))
	if mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	return v
}
