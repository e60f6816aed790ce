package query

import (
	"sync"
	"sync/atomic"

	"sitrep/briefing"
	"sitrep/briefing/search"
)

// kinds is the number of kinds of items.
const kinds = briefing.KindSource + 1

// Filter selects items of one briefing. What it needs to know of the briefing
// is worked out when it is first asked for and kept, so one Filter serves one
// goroutine, as its briefing.Index does, and has to be made anew when the
// briefing is replaced.
type Filter struct {
	searcher *search.Searcher
	x        *briefing.Index
	once     sync.Once
	ready    atomic.Bool

	items  []briefing.Ref
	number map[briefing.Ref]int32
	below  []int32           // behind the last item below each: the next, but for questions and claims
	kinds  [kinds]set        // the items of each kind
	who    links             // from items to the actors that they are about
	cites  links             // from items to the sources that they cite
	parts  map[int32][]int32 // of actors, and copies of sources
	lists  itemLists
	cache  cache
}

// NewFilter is a filter of the searcher's briefing, whose folded text it shares.
// The work is left to [Filter.Prepare].
func NewFilter(s *search.Searcher) *Filter { return &Filter{searcher: s, x: s.Index()} }

// itemLists are the items with what they are, in the order of the items.
type itemLists struct {
	judgments []numbered[briefing.Judgment]
	events    []numbered[briefing.Event]
	actors    []numbered[briefing.Actor]
	questions []numbered[briefing.Question]
	claims    []numbered[briefing.Claim]
	positions []numbered[briefing.Position]
	sources   []numbered[briefing.Source]
}

// numbered is an item with its number.
type numbered[T any] struct {
	item int32
	is   *T
}

// links lead from each item to others. With them and the sets of [Filter.fitting] a
// term of a query takes less than 1 ms among 20,000 items; asking each item anew
// takes 5 to 10 times as long.
type links [][]int32

// cache is what was worked out about the items and is kept.
type cache struct {
	Judged
	spans     [][]period // of each item; see dates.go
	contested set        // questions
	tags      map[string]set
	names     []itemName
	words     map[string]set

	candidates map[string][]candidate // by field, for completion
}

// Judged is what [Filter.Judge] works out: the flags of all claims and the states
// of all quotes.
type Judged struct {
	flags  []set // the claims with each flag, in the order of briefing.Flags
	quotes []set // what quotes words in each state, and their sources
}

// itemName is something that an actor or source is called, folded.
type itemName struct {
	item   int32
	folded string
	kind   nameKind
}

// nameKind orders the names of an item by how much they are its own.
type nameKind uint8

const (
	byID nameKind = iota
	byName
	byPublisher // which several sources share
)

// candidate is something that may be meant.
type candidate struct {
	text    string
	meaning string
	names   []string // by which it is looked for, folded, the best first
	weight  int      // how often it matters; more comes first among equals
}

// period is the time that a date can mean, in microseconds since 1970, both ends
// included.
type period struct{ first, last int64 }

func (s period) overlaps(t period) bool { return s.first <= t.last && t.first <= s.last }

func (f *Filter) newSet() set { return make(set, len(f.items)) }

func (f *Filter) newSets(n int) []set {
	sets := make([]set, n)
	for i := range sets {
		sets[i] = f.newSet()
	}
	return sets
}
