package tui

import (
	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/briefing/search"
)

// Results of commands.
type (
	// loadedMsg is the answer to a reload. An answer to any but the last one
	// asked for is dropped.
	loadedMsg struct {
		number int
		doc    *briefing.Document
		err    error
	}
)

// What was chosen in a dialog.
type (
	// runMsg asks for what a binding does.
	runMsg struct{ binding int }
	// openMsg asks for the page of a target.
	openMsg struct{ target page.Target }
	// hitMsg asks for the place of a hit in the whole briefing.
	hitMsg struct {
		hit   search.Hit
		query string
	}
	// copyMsg asks for a text to be sent to the terminal's clipboard.
	copyMsg struct{ what, text string }
)
