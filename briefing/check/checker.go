package check

import (
	"slices"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// checker collects the problems of a document.
type checker struct {
	doc   *file.Document
	x     *briefing.Index
	found []file.Problem
	hints quoteHints
	bases map[string]bool // ids that positions name as their basis, or via
}

func newChecker(doc *file.Document, x *briefing.Index) *checker {
	return &checker{doc: doc, x: x, found: slices.Clone(doc.Problems), hints: newQuoteHints(x)}
}

func (c *checker) add(code string, pos briefing.Pos, item, message, hint string) {
	known, _, _ := FindCode(code)
	c.found = append(c.found, file.Problem{File: c.doc.Name, Pos: pos, Severity: known.Severity, Code: code, Item: item, Message: message, Hint: hint})
}

// inOrder returns the problems, errors first and each severity in the order of
// the file.
func (c *checker) inOrder() []file.Problem {
	file.SortProblems(c.found)
	return c.found
}
