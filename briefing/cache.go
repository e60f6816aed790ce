package briefing

// cache is what an index computes on first use. An index and those narrowed
// from it share one.
type cache struct {
	findings  map[string]Findings    // by claim
	silent    map[*Question][]string // ids of the involved who take no position
	roots     map[string]string      // by source
	restsOn   map[string][]Ref       // by source
	company   map[string][]Company   // by actor
	questions map[string][]*Question // by event; nil until it is asked for
	named     map[string]Named       // by actor or source; nil until it is asked for
	contested map[*Question]bool
	stands    map[basis][]Stand // of one question, for the next to use again
	labels    map[Ref]string    // of judgments and gaps whose texts are too long for a label
}

// basis is something that a position relies on.
type basis struct {
	ref     Ref
	passage int // the number of a passage in a source, or 0
}

// cached returns the value under a key, and computes it if it is not there yet.
func cached[K comparable, T any](values map[K]T, id K, workOut func() T) T {
	v, ok := values[id]
	if !ok {
		v = workOut()
		values[id] = v
	}
	return v
}

// Named are the positions that name an actor or a source, in the order of the
// file.
type Named struct {
	Basis  []Ref // that cite it
	Via    []Ref // that are known through it
	Either []Ref
}

// Company is an actor that appears with another, and in how many events.
type Company struct {
	Actor  *Actor
	Events int
}
