package briefing

import (
	"sitrep/briefing/quote"
)

// Stand is a position where it stands: with its id, its claim and question.
type Stand struct {
	ID       string
	Position *Position
	Claim    *Claim
	Question *Question
}

// Ref names the position.
func (s Stand) Ref() Ref { return Ref{KindPosition, s.ID} }

// Passage is a stretch of a source that evidence cites. Evidence with the same
// source, words and context shares one passage.
type Passage struct {
	Number   int // from 1, in the order of the text export
	Source   *Source
	Evidence *Evidence // the first evidence that cites it
	CitedBy  []Ref     // each once, in order
}

// Index answers questions about a briefing: what an id is, who cites what,
// what an actor says. It must be made anew when the briefing is replaced.
// Anchors and findings are worked out when first asked for and kept, so one
// Index serves one goroutine.
type Index struct {
	Briefing *Briefing
	Stands   []Stand // every position in the order of the file
	Passages []Passage

	items     map[string]location
	passageOf map[citation]int // passage numbers
	BySource  map[string][]int // passage numbers
	mentions  map[string][]Ref
	anchors   []quote.Anchor
	anchored  []bool
	texts     quote.Texts
	actors    actorIndex
	cache     *cache
	copies    map[string][]*Source
	narrowed  narrowed
	portions  portions
}

// narrowed is what lists are narrowed to, and why they show none of some kinds.
type narrowed struct {
	keep func(Ref) bool // nil keeps everything
	why  func(...Kind) string
}

// location is where in the briefing's lists an item stands.
type location struct {
	kind  Kind
	at    int
	inner int // the claim within its question
}

type citation struct{ source, quote, prefix, suffix string }

// Narrow is the same index showing only some items: lists made from it leave
// the others out, pages still name them. Why says, for kinds of items of which
// it keeps none, why that is.
func (x *Index) Narrow(keep func(Ref) bool, why func(...Kind) string) *Index {
	narrow := *x
	narrow.narrowed = narrowed{keep, why}
	return &narrow
}

// WhyNone says why lists show no items of some kinds; empty where nothing is
// left out of them.
func (x *Index) WhyNone(of ...Kind) string {
	if x.narrowed.why == nil {
		return ""
	}
	return x.narrowed.why(of...)
}

// Shows reports whether lists show an item.
func (x *Index) Shows(kind Kind, id string) bool {
	return x.narrowed.keep == nil || x.narrowed.keep(Ref{kind, id})
}

// Events are the events in the order of their dates.
func (x *Index) Events() []*Event { return x.actors.timeline }

// actorIndex is what the briefing says of each actor, by id, and the events in
// their order.
type actorIndex struct {
	timeline    []*Event
	says        map[string][]Stand
	partOf      map[string][]*Event
	roles       map[participation][]string
	members     map[string][]*Actor
	maxTogether int // events with more actors are not looked at for who appears with whom
	maxAudience int // events with more actors are not looked at for who is silent
}

// participation is an actor in an event.
type participation struct {
	event *Event
	actor string
}

// portions are the markings of the items of a briefing, each of which can have
// one of its own.
type portions struct {
	highest TLP
	any     bool         // an item has one of its own
	labels  map[TLP]bool // those of the scale
	// withheld is what was left out of the briefing for its marking.
	withheld Withheld
}
