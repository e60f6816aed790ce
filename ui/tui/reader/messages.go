package reader

import "sitrep/ui/tui/screen"

// Results of commands. All that the reader does outside the program is in commands; a
// command changes no state, and answers with one message.
type (
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
)

// RenewedMsg tells what the briefing was opened from that another version of it is
// shown.
type RenewedMsg struct{ Indexed *screen.Indexed }
