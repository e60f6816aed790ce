package tui

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
