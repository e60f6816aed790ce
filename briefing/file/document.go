package file

import (
	"sitrep/briefing"
)

// Document is a briefing with the file that it came from.
type Document struct {
	Briefing *briefing.Briefing
	Name     string // the file's name, cleaned, for people
	Path     string // the file's path as given; empty for the built-in briefing and standard input
	Problems []Problem
	Withheld briefing.Withheld       // what Redact has left out
	At       map[string]briefing.Pos // where the file has the texts and dates of its top level, by key
	// TextFiles are the paths of the files in its folder that hold texts of
	// sources, whether they could be read or not.
	TextFiles []string
}

// Index reads a whole document once; see [NewIndex].
func (doc *Document) Index() *briefing.Index {
	return briefing.NewIndex(doc.Briefing).WithWithheld(doc.Withheld)
}
