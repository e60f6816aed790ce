package query

import (
	"sync"
	"sync/atomic"

	"sitrep/briefing"
	"sitrep/briefing/search"
)

// kinds is the number of kinds of items.
const kinds = briefing.KindSource + 1

// Filter selects items of one briefing. It computes what it needs to know of
// the briefing on first use and keeps it, so it must not be used by several
// goroutines at once, like a briefing.Index. Make a new Filter when the
// briefing is replaced.
type Filter struct {
	searcher *search.Searcher
	x        *briefing.Index
	once     sync.Once
	ready    atomic.Bool
	linking  sync.Once

	items  []briefing.Ref
	number map[briefing.Ref]int32
	gaps   int32             // the number of the first gap
	below  []int32           // the end of the items below each; the item's number plus 1 if there are none
	kinds  [kinds]set        // the items of each kind
	who    links             // from each item to the actors that it is about
	cites  links             // from each item to the sources that it cites
	parts  map[int32][]int32 // of each actor, and the copies of each source
	lists  itemLists
	cache  cache
}

// NewFilter returns a filter of the searcher's briefing, which shares the
// searcher's folded text. [Filter.Prepare] does the work.
func NewFilter(s *search.Searcher) *Filter { return &Filter{searcher: s, x: s.Index()} }

// itemLists has the items of each kind, in the order of Filter.items.
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

// links lead from each item to others. With them and the sets of
// [Filter.fitting], a term of a query takes less than 1 ms for 20,000 items.
// Without them it takes 5 to 10 times as long.
type links [][]int32

// cache is what a filter computes on first use.
type cache struct {
	Judged
	periods [][]Period // of each item
	tags    labels
	lands   labels // countries
	ids     labels // ids, and external ids alone and after the names of their systems
	levels  []int  // the rank of each item's marking
	names   []itemName
	words   map[string]set

	vias, bases links // from positions to the actor they are known through, and to what their holders name

	candidates map[string][]candidate // by field, for completion
}

// Judged is the result of [Filter.Judge]: the flags of all claims and the
// states of all quotes.
type Judged struct {
	flags  []set // the claims with each flag, in the order of briefing.Flags
	quotes []set // the items with quotes in each state, and the sources that they quote
}

// labels are the items that have a label, by the folded label.
type labels map[string][]int32

// itemName is a folded name of an actor or source.
type itemName struct {
	item   int32
	folded string
}

// candidate is a possible completion.
type candidate struct {
	text    string
	meaning string
	names   []string // folded, to match what is typed; the best first
	weight  int      // how often it is used; more comes first among equal matches
}

// Period is the time that a date can mean, in microseconds since 1970, both
// ends included.
type Period struct{ First, Last int64 }

// Overlaps reports whether two periods have a time in common, of which neither ends
// before it begins.
func (s Period) Overlaps(t Period) bool { return s.First <= t.Last && t.First <= s.Last }

// orNone returns the period, or nil if it ends before it begins.
func (s Period) orNone() []Period {
	if s.First > s.Last {
		return nil
	}
	return []Period{s}
}

func (f *Filter) newSet() set { return make(set, len(f.items)) }

func (f *Filter) newSets(n int) []set {
	sets := make([]set, n)
	for i := range sets {
		sets[i] = f.newSet()
	}
	return sets
}
