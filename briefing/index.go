package briefing

// Stand is a position with its id, claim and question.
type Stand struct {
	ID       string
	Position *Position
	Claim    *Claim
	Question *Question
}

// Ref returns the reference of the position.
func (s Stand) Ref() Ref { return Ref{KindPosition, s.ID} }

// Passage is a part of a source that evidence cites. Evidence with the same
// source, words, context and locator shares one passage.
type Passage struct {
	Number   int // from 1, in the order of the text export
	Source   *Source
	Evidence *Evidence // the first evidence that cites it
	CitedBy  []Ref     // each once, in order
}

// Index answers questions about a briefing: what an id names, who cites what,
// what an actor says. Make a new one when the briefing is replaced. It computes
// anchors and findings on first use and keeps them, so it must not be used by
// several goroutines at once; see [Index.Apart].
type Index struct {
	Briefing *Briefing
	Stands   []Stand // every position in the order of the file
	Passages []Passage

	items     map[string]location
	passageOf map[*Evidence]int32 // passage numbers
	BySource  map[string][]int    // passage numbers
	mentions  map[string][]Ref
	quotes    *quotes
	actors    actorIndex
	cache     *cache
	copies    map[string][]*Source
	shown     shown
	portions  portions
}

// shown is what lists are narrowed to, why they show nothing of some kinds, and what
// pages show beside the briefing.
type shown struct {
	keep    func(Ref) bool // nil keeps everything
	why     func(...Kind) string
	remarks Remarks
}

// location is where in the briefing's lists an item is.
type location struct {
	kind  Kind
	at    int
	inner int // the claim within its question
}

// citation is what evidence of one passage has in common.
type citation struct{ source, quote, prefix, suffix, locator string }

func citationOf(e *Evidence) citation {
	return citation{e.Source, e.Quote, e.Prefix, e.Suffix, e.Locator}
}

// Narrow returns the same index, showing only some items: lists made from it
// leave out the others, but pages still name them. why says, for kinds of items
// of which it keeps none, why that is.
func (x *Index) Narrow(keep func(Ref) bool, why func(...Kind) string) *Index {
	narrow := *x
	narrow.shown.keep, narrow.shown.why = keep, why
	return &narrow
}

// WhyNone says why lists show no items of these kinds. It returns "" if nothing
// is left out.
func (x *Index) WhyNone(of ...Kind) string {
	if x.shown.why == nil {
		return ""
	}
	return x.shown.why(of...)
}

// Shows reports whether lists show an item.
func (x *Index) Shows(kind Kind, id string) bool {
	return x.shown.keep == nil || x.shown.keep(Ref{kind, id})
}

// SetRemarks sets what lists and pages made from the index show beside its items.
// nil, as at first, is nothing.
func (x *Index) SetRemarks(r Remarks) { x.shown.remarks = r }

// WithRemarks returns a copy of the index that shows r, or if that is nil nothing,
// beside its items.
func (x *Index) WithRemarks(r Remarks) *Index {
	other := *x
	other.SetRemarks(r)
	return &other
}

// Remarks returns what the user keeps beside the items, or nil.
func (x *Index) Remarks() Remarks { return x.shown.remarks }

// Events returns the events in the order of their dates.
func (x *Index) Events() []*Event { return x.actors.timeline }

// actorIndex is what the briefing says of each actor, by id, and the events in
// order.
type actorIndex struct {
	timeline    []*Event
	says        map[string][]Stand
	partOf      map[string][]*Event
	roles       map[participation][]string
	members     map[string][]*Actor
	maxTogether int // events with more actors do not count for AppearsWith
	maxAudience int // events with more actors do not count for Silent
}

// participation is an actor in an event.
type participation struct {
	event *Event
	actor string
}

// portions are the markings of the items of a briefing.
type portions struct {
	highest TLP
	any     bool         // whether an item has a marking of its own
	drafts  bool         // whether an item is a draft
	labels  map[TLP]bool // the labels of the scale that occur
	// withheld is what was left out because of its marking.
	withheld Withheld
}
