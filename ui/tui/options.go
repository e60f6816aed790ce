package tui

import (
	"sitrep/ui/tui/reader"
	"sitrep/ui/tui/style"
)

// Options are what the program starts with.
type Options struct {
	// Options are those of the first briefing. Without a function that opens
	// other files, they are read as they are, and not watched.
	reader.Options
	Theme style.Options
	// FollowTerminal asks the terminal for its background and takes the light
	// or the dark theme by it.
	FollowTerminal bool
	// Keys are those of actions that have other keys than at first, by id.
	Keys map[string][]string
	// Columns is how many columns there are where the width holds them; 0 leaves
	// it to the width.
	Columns int
	// Mouse says that the mouse is on from the start.
	Mouse bool
	// Notice is said in the status line until the first key.
	Notice string
}
