package search

import (
	"sitrep/briefing"
	"sitrep/briefing/fold"
)

// Typed answers the queries of a prompt as they are typed. It searches for a
// longer query only in the hits of the shorter one, and keeps the results for
// when the last letter is deleted.
type Typed struct {
	searcher *Searcher
	scope    briefing.Part
	found    []*Results // each of a query that extends the one before
}

// Typed returns a Typed for a part, or Everywhere.
func (s *Searcher) Typed(scope briefing.Part) *Typed { return &Typed{searcher: s, scope: scope} }

// Searcher returns the searcher that is used.
func (t *Typed) Searcher() *Searcher { return t.searcher }

// Scope returns the part that is searched.
func (t *Typed) Scope() briefing.Part { return t.scope }

// maxFound limits how many results are kept. Each takes eight bytes per hit.
const maxFound = 16

// Find returns the same results as [Searcher.Find], using those of the queries
// before.
func (t *Typed) Find(query string) *Results {
	t.searcher.Prepare()
	q := fold.NewQuery(query)
	for n := len(t.found); n > 0 && !q.Extends(t.found[n-1].query); n = len(t.found) {
		t.found = t.found[:n-1]
	}
	n := len(t.found)
	if n > 0 && t.found[n-1].query.Key() == q.Key() {
		return t.found[n-1]
	}
	from, to := t.searcher.byteRange(t.scope)
	var r *Results
	// If a match extends into the next entry, it hides one that begins there,
	// which may match the longer query.
	if n > 0 && !t.found[n-1].overlaps && t.found[n-1].few(to-from) {
		r = t.found[n-1].among(q, t.scope)
	} else {
		r = t.searcher.find(q, t.scope)
	}
	if n < maxFound {
		t.found = append(t.found, r)
	}
	return r
}
