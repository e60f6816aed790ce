// Package check says what an experienced editor would say of a briefing:
// quotes that are not in their sources, statements without evidence, words that
// stand for no chance, dates after the cut-off. It reads no files.
package check

import (
	"sitrep/briefing"
	"sitrep/briefing/file"
)

// Document returns everything that is wrong with a document, errors first, each part in
// the order of the file: what the loader found, and what can be seen only in the
// whole. As long as
// the loader had to leave something out, or something is withheld, it does not
// say what is missing in the rest.
func Document(doc *file.Document) []file.Problem {
	c := newChecker(doc, briefing.NewIndex(doc.Briefing))
	c.quotes()
	c.wording()
	c.dates()
	c.contradictions()
	c.circles()
	c.retracted()
	if len(doc.Problems) == 0 && len(doc.Withheld.Counts) == 0 {
		c.unsupported()
		c.ungraded()
		c.oneSided()
		c.unused()
	}
	return c.inOrder()
}
