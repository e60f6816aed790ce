package reader

import "sitrep/ui/tui/screen"

// Results of commands.
type (
	// loadedMsg is the answer to a reload.
	loadedMsg struct {
		number  int // of the file; of any but the present one it is dropped
		indexed *screen.Indexed
		err     error
	}
	// watchingMsg is a watch that has begun.
	watchingMsg struct {
		number int
		watch  screen.Watch
		err    error
	}
	// changedMsg says that a file may have changed, or that nobody will tell
	// of changes any more.
	changedMsg struct {
		number int
		err    error
	}
	// visitedMsg says how a browser took an address.
	visitedMsg struct {
		address string
		err     error
	}
	// savedMsg is the briefing in the file that a copy was saved as.
	savedMsg struct {
		file    screen.File
		indexed *screen.Indexed
		err     error
	}
	// editedMsg says that an editor has ended, or could not be started.
	editedMsg struct {
		ran bool
		err error
	}
)

// Requests to what a briefing was opened from.
type (
	// LeaveMsg asks for what the briefing was opened from. FromHits says that the
	// list of hits in the folder has led to the briefing.
	LeaveMsg struct{ FromHits bool }
	// RenewedMsg says that another version of the briefing is shown.
	RenewedMsg struct{ Indexed *screen.Indexed }
)
