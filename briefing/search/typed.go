package search

import (
	"sitrep/briefing"
	"sitrep/briefing/fold"
)

// Typed answers the queries of a prompt as they are typed: a longer one is
// looked for only where the shorter one was found, and what was found before
// the last letter is still there when that is taken back.
type Typed struct {
	searcher *Searcher
	scope    briefing.Part
	found    []*Results // each of a query that goes on with the one before
}

// Typed prepares to search as a query is typed, in a part or everywhere.
func (s *Searcher) Typed(scope briefing.Part) *Typed { return &Typed{searcher: s, scope: scope} }

// Searcher is the searcher that is asked.
func (t *Typed) Searcher() *Searcher { return t.searcher }

// Scope returns the part that is searched.
func (t *Typed) Scope() briefing.Part { return t.scope }

// maxFound is how many results are kept: each takes eight bytes a hit.
const maxFound = 16

// Find looks for a query as [Searcher.Find] does, with the help of what it has
// found for the queries before.
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
	// Where a match hid another one that begins behind it, in the next entry,
	// that one may hold the longer query.
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
