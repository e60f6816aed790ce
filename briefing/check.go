package briefing

import (
	"cmp"
	"fmt"
	"slices"
)

// Check is everything that is wrong with a document, in the order of the
// file: what the loader found, and what can be seen only in the whole.
func Check(doc *Document) []Problem {
	c := &checker{doc: doc, x: NewIndex(doc.Briefing), found: slices.Clone(doc.Problems)}
	c.quotes()
	slices.SortStableFunc(c.found, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Col, b.Pos.Col))
	})
	return c.found
}

// checker collects what is wrong with a document.
type checker struct {
	doc   *Document
	x     *Index
	found []Problem
}

func (c *checker) add(severity Severity, pos Pos, code, item, message, hint string) {
	c.found = append(c.found, Problem{c.doc.Name, pos, severity, code, item, message, hint})
}

// quotes finds the quotes that do not stand in their sources word for word, or
// stand there more than once.
func (c *checker) quotes() {
	for i := range c.x.Passages {
		p := &c.x.Passages[i]
		e := p.Evidence
		switch c.x.Anchor(p).State {
		case Missing:
			c.add(Error, e.Pos, "quote-missing", p.CitedBy[0].ID,
				fmt.Sprintf("the quote %q does not stand in %q", shorten(e.Quote), e.Source),
				"quote the source's text word for word, with \" [...] \" between stretches")
		case Ambiguous:
			c.add(Warning, e.Pos, "quote-ambiguous", p.CitedBy[0].ID,
				fmt.Sprintf("the quote %q stands in %q more than once", shorten(e.Quote), e.Source),
				"quote more words, or add a prefix or suffix")
		}
	}
}
