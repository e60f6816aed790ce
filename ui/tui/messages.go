package tui

import (
	"sitrep/briefing/file"
	"sitrep/briefing/page"
	"sitrep/briefing/search"
)

// Results of commands.
type (
	// loadedMsg is the answer to a reload.
	loadedMsg struct {
		number  int // of the file; of any but the present one it is dropped
		indexed *indexed
		err     error
	}
	// watchingMsg is a watch that has begun.
	watchingMsg struct {
		number int
		watch  Watch
		err    error
	}
	// changedMsg says that a file may have changed, or that nobody will tell
	// of changes any more.
	changedMsg struct {
		number int
		err    error
	}
	// listedMsg is what is in a folder; entryMsg what one of its files holds. The
	// number is that of the list.
	listedMsg struct {
		number int
		files  []file.FolderFile
		more   int
		err    error
	}
	entryMsg struct {
		number  int
		entry   *entry
		row     file.FolderEntry
		indexed *indexed
	}
	// foundMsg is what entries of a folder hold of a query, one after the other.
	// The number is that of the search.
	foundMsg struct {
		number int
		found  []entryHits
	}
	// visitedMsg says how a browser took an address.
	visitedMsg struct {
		address string
		err     error
	}
	// savedMsg is the briefing in the file that a copy was saved as.
	savedMsg struct {
		file    File
		indexed *indexed
		err     error
	}
	// editedMsg says that an editor has ended, or could not be started.
	editedMsg struct {
		ran bool
		err error
	}
)

// What was chosen in a dialog.
type (
	// runMsg asks for what a binding does.
	runMsg struct{ binding int }
	// sectionMsg asks for a section, by its number from 0.
	sectionMsg struct{ section int }
	// openMsg asks for the page of a target.
	openMsg struct{ target page.Target }
	// hitMsg asks for the place of a hit in the whole briefing.
	hitMsg struct {
		hit   search.Hit
		query string
	}
	// hitInEntryMsg asks for the place of a hit in a briefing of the folder, by
	// the name of its file; without a query for the briefing.
	hitInEntryMsg struct {
		name string
		hitMsg
	}
	// widenMsg asks for the search over all briefings of the folder, and
	// hitsClosedMsg says that the list of its hits has been closed.
	widenMsg      struct{ typed string }
	hitsClosedMsg struct{}
	// copyMsg asks for a text to be sent to the terminal's clipboard.
	copyMsg struct{ what, text string }
	// copyFileMsg asks for the briefing to be saved as a file and edited.
	copyFileMsg struct{}
	// editAtMsg asks for the file to be edited at a line.
	editAtMsg struct{ line int }
	// visitMsg asks for an address to be opened; seen says that its host was
	// shown.
	visitMsg struct {
		address string
		seen    bool
	}
)
