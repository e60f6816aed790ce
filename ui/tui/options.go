package tui

import (
	"context"

	"sitrep/data/library"
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
	// Library opens the library in a folder, when it is first asked about. It may be
	// called by several goroutines at once. If it is nil, the briefings of a folder are
	// looked into only if the program was started on it.
	Library func(folder string) (*library.Library, error)
	// Context ends what is done with libraries in the background when it is done. If it
	// is nil, nothing does.
	Context context.Context
	// Confined turns off the actions that start other programs, write files or open
	// other files than those that the reader was started on.
	Confined bool
	// Notice is shown in the status line until the first key.
	Notice string
}
