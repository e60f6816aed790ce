package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"
)

// framesPerSecond halves what the frame tick adds to a key press.
const framesPerSecond = 120

// Run shows the reader on the terminal until it is quit.
func (a *App) Run(options ...tea.ProgramOption) error {
	options = append([]tea.ProgramOption{tea.WithFPS(framesPerSecond)}, options...)
	if _, err := tea.NewProgram(a, options...).Run(); err != nil {
		return fmt.Errorf("showing the briefing: %w", err)
	}
	return nil
}
