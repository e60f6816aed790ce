package tui

import (
	"sitrep/ui/tui/reader"
	"sitrep/ui/tui/style"
)

// Options are the options of the program.
type Options struct {
	// Options are those of the first briefing. If there is no function to open
	// other files, they are read unchanged, and not watched.
	reader.Options
	Theme style.Options
	// FollowTerminal asks the terminal for its background and chooses the light
	// or the dark theme by it.
	FollowTerminal bool
	// Keys replaces the keys of actions, by id.
	Keys map[string][]string
	// Columns is the number of columns if they fit; 0 means as many as fit.
	Columns int
	// Mouse turns the mouse on at the start.
	Mouse bool
	// Notice is shown in the status line until the first key.
	Notice string
}
