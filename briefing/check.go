package briefing

import "slices"

// Check is everything that is wrong with a document, errors first, each part in
// the order of the file: what the loader found, and what can be seen only in the
// whole. As long as
// the loader had to leave something out, it does not say what is missing in
// the rest.
func Check(doc *Document) []Problem {
	c := newChecker(doc, NewIndex(doc.Briefing))
	c.quotes()
	c.wording()
	c.dates()
	c.contradictions()
	c.circles()
	c.retracted()
	if len(doc.Problems) == 0 {
		c.unsupported()
		c.ungraded()
		c.oneSided()
		c.unused()
	}
	return c.inOrder()
}

// checker collects what is wrong with a document.
type checker struct {
	doc   *Document
	x     *Index
	found []Problem
	hints quoteHints
	bases map[string]bool // ids that positions name as their basis, or via
}

func newChecker(doc *Document, x *Index) *checker {
	return &checker{doc: doc, x: x, found: slices.Clone(doc.Problems), hints: newQuoteHints(x)}
}

func (c *checker) add(code string, pos Pos, item, message, hint string) {
	known, _, _ := FindCode(code)
	c.found = append(c.found, Problem{c.doc.Name, pos, known.Severity, code, item, message, hint})
}

// inOrder is what was found, errors first, each part in the order of the file.
func (c *checker) inOrder() []Problem {
	sortProblems(c.found)
	return c.found
}
