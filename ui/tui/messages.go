package tui

import "sitrep/briefing"

// loadedMsg is the answer to a reload. An answer to any but the last one asked
// for is dropped.
type loadedMsg struct {
	number int
	doc    *briefing.Document
	err    error
}
