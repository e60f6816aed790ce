package file

import (
	"sitrep/briefing"
)

// Document is a briefing and what is known about the file that it was read from.
type Document struct {
	Briefing *briefing.Briefing
	Name     string // the file's name, cleaned, for people
	Path     string // the file's path as given; empty for the built-in briefing and standard input
	Problems []Problem
	Withheld briefing.Withheld       // what Redact has left out
	At       map[string]briefing.Pos // positions of the texts and dates of the top level, by key
	// TextFiles are the paths of the files with texts of sources, including those
	// that could not be read.
	TextFiles []string
	// Text is the content of the file, if the caller of [LoadText] has kept it.
	Text string
}

// Index returns a new index of the briefing; see [briefing.NewIndex].
func (doc *Document) Index() *briefing.Index {
	return briefing.NewIndex(doc.Briefing).WithWithheld(doc.Withheld)
}
