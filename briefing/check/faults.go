package check

import (
	"slices"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// Faults returns only the errors of a document: what the loader left out, and
// quotes that are not in their sources. Readers have to know about them; the
// other problems that [Document] returns are for authors. The index must be that
// of the document.
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

// cited is evidence and the item that cites it.
type cited struct {
	by       briefing.Ref
	evidence *briefing.Evidence
}

// NewFaultSearch returns a search that each call of [FaultSearch.Step] advances.
// The index must be that of the document.
func NewFaultSearch(doc *file.Document, x *briefing.Index) *FaultSearch {
	s := &FaultSearch{c: newChecker(doc, x)}
	s.c.hints.searches = 0
	s.c.eachEvidence(func(by briefing.Ref, e *briefing.Evidence) { s.all = append(s.all, cited{by, e}) })
	return s
}

// Step looks up the next quote and reports whether there was one.
func (s *FaultSearch) Step() bool {
	if s.done == len(s.all) {
		return false
	}
	next := s.all[s.done]
	s.c.missingQuote(next.by, next.evidence)
	s.done++
	return true
}

// Progress returns how many quotes have been looked up, and how many there are.
func (s *FaultSearch) Progress() (done, of int) { return s.done, len(s.all) }

// Index returns the index that was passed to NewFaultSearch.
func (s *FaultSearch) Index() *briefing.Index { return s.c.x }

// Found returns the faults found so far, in the order of the file.
func (s *FaultSearch) Found() []file.Problem { return slices.Clone(s.c.inOrder()) }
