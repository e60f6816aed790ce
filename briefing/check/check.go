// Package check finds what an experienced editor would object to in a briefing:
// quotes that are not in their sources, statements without evidence, words of
// estimate that are not on the scale, dates after the cut-off. It reads no files.
package check

import (
	"sitrep/briefing"
	"sitrep/briefing/file"
)

// Document returns all problems of a document: those that the loader found and
// those that only the whole document shows. Errors come before warnings, and each
// of these in the order of the file. If the loader left something out, or
// something is withheld, it does not report what is missing in the rest.
func Document(doc *file.Document) []file.Problem {
	c := newChecker(doc, briefing.NewIndex(doc.Briefing))
	c.quotes()
	c.wording()
	c.dates()
	c.contradictions()
	c.circles()
	c.retracted()
	c.drafts()
	c.template()
	if len(doc.Problems) == 0 && len(doc.Withheld.Counts) == 0 {
		c.unsupported()
		c.ungraded()
		c.oneSided()
		c.unused()
	}
	return c.inOrder()
}
