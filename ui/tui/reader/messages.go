package reader

import (
	"sitrep/briefing"
	"sitrep/ui/tui/screen"
)

// Results of commands. All IO of the reader is in commands. A command changes
// no state, and answers with one message.
type (
	// visitedMsg is the result of opening an address in a browser.
	visitedMsg struct {
		address string
		err     error
	}
	// savedMsg has the briefing in the file that a copy was saved as.
	savedMsg struct {
		file    screen.File
		indexed *screen.Indexed
		err     error
	}
)

// AcrossMsg asks to list what other briefings have on an item.
type AcrossMsg struct{ Item briefing.Ref }
