package check

import (
	"slices"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// Faults are the errors of a document alone: what the loader left out, and the
// quotes that do not stand in their sources. A reader has to know of them; the
// rest of Check is for who writes. The index must be of the document.
func Faults(doc *file.Document, x *briefing.Index) []file.Problem {
	s := NewFaultSearch(doc, x)
	for s.Step() {
	}
	return s.Found()
}

// FaultSearch looks for the faults of a document quote by quote, so that a caller
// can show progress or stop early. It uses the index that it was made with, so it
// serves one goroutine at a time.
type FaultSearch struct {
	c    *checker
	all  []cited
	done int
}

// cited is evidence, and what cites it.
type cited struct {
	by       briefing.Ref
	evidence *briefing.Evidence
}

// NewFaultSearch prepares a search that [FaultSearch.Step] carries out. The index
// must be that of the document.
func NewFaultSearch(doc *file.Document, x *briefing.Index) *FaultSearch {
	s := &FaultSearch{c: newChecker(doc, x)}
	s.c.hints.searches = 0
	s.c.eachEvidence(func(by briefing.Ref, e *briefing.Evidence) { s.all = append(s.all, cited{by, e}) })
	return s
}

// Step looks up the next quote. It reports whether there was one.
func (s *FaultSearch) Step() bool {
	if s.done == len(s.all) {
		return false
	}
	next := s.all[s.done]
	s.c.missingQuote(next.by, next.evidence)
	s.done++
	return true
}

// Progress is how many quotes have been looked up, and of how many.
func (s *FaultSearch) Progress() (done, of int) { return s.done, len(s.all) }

// Index returns the index that the search was made with.
func (s *FaultSearch) Index() *briefing.Index { return s.c.x }

// Found is the faults so far, in the order of the file.
func (s *FaultSearch) Found() []file.Problem { return slices.Clone(s.c.inOrder()) }
