package screen

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/terminal"
)

// ToClipboard asks the terminal to put a text on the clipboard.
func ToClipboard(text string) tea.Cmd {
	return func() tea.Msg { return terminal.Clipboard(text) }
}
