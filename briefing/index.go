package briefing

import (
	"strconv"

	"sitrep/briefing/quote"
)

// Kind is what sort of thing a reference points to.
type Kind uint8

// The kinds of things in a briefing.
const (
	KindNone Kind = iota
	KindBottomLine
	KindJudgment
	KindGap
	KindEvent
	KindActor
	KindQuestion
	KindClaim
	KindPosition
	KindSource
)

// String is the kind in the words of the format.
func (k Kind) String() string {
	return [...]string{"item", "bottom line", "judgment", "gap", "event", "actor",
		"question", "claim", "position", "source"}[k]
}

// Ref names one thing of a briefing. Positions have the id of their claim and
// their holder, claim/holder, with /2 and so on where a holder takes several;
// gaps have their number, from 1; the bottom line has no id.
type Ref struct {
	Kind Kind
	ID   string
}

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

	items     map[string]slot
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

// slot is where in the briefing's lists an item stands.
type slot struct {
	kind  Kind
	at    int
	inner int // the claim within its question
}

type citation struct{ source, quote, prefix, suffix string }

// NewIndex reads a whole briefing once.
func NewIndex(b *Briefing) *Index {
	stands, evidence := sizes(b)
	x := &Index{
		Briefing:  b,
		Stands:    make([]Stand, 0, stands),
		Passages:  make([]Passage, 0, evidence),
		items:     make(map[string]slot, len(b.Events)+len(b.Actors)+len(b.Sources)+len(b.Questions)+2*stands),
		passageOf: make(map[citation]int, evidence),
		BySource:  make(map[string][]int, len(b.Sources)),
		mentions:  map[string][]Ref{},
		cache:     newCache(),
		copies:    map[string][]*Source{},
		portions:  portionsOf(b),
	}
	x.addItems()
	x.addShort()
	x.addStands()
	x.actors = newActorIndex(x)
	x.addCitations()
	x.anchors = make([]quote.Anchor, len(x.Passages))
	x.anchored = make([]bool, len(x.Passages))
	return x
}

// sizes are how many positions there are, and how much evidence, about: it is
// cheaper to make maps of their size than to have them grow.
func sizes(b *Briefing) (stands, evidence int) {
	for i := range b.Questions {
		for j := range b.Questions[i].Claims {
			c := &b.Questions[i].Claims[j]
			stands += len(c.Positions)
			for k := range c.Positions {
				evidence += len(c.Positions[k].Evidence)
			}
		}
	}
	for i := range b.Events {
		evidence += len(b.Events[i].Evidence)
	}
	return stands, evidence + len(b.Judgments) + len(b.Actors)
}

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

func (x *Index) addItems() {
	b := x.Briefing
	for i := range b.Judgments {
		x.items[b.Judgments[i].ID] = slot{KindJudgment, i, 0}
	}
	for i := range b.Events {
		x.items[b.Events[i].ID] = slot{KindEvent, i, 0}
	}
	for i := range b.Actors {
		x.items[b.Actors[i].ID] = slot{KindActor, i, 0}
	}
	for i := range b.Sources {
		s := &b.Sources[i]
		x.items[s.ID] = slot{KindSource, i, 0}
		if s.Origin != "" {
			x.copies[s.Origin] = append(x.copies[s.Origin], s)
		}
	}
	for i := range b.Questions {
		x.items[b.Questions[i].ID] = slot{KindQuestion, i, 0}
		for j := range b.Questions[i].Claims {
			x.items[b.Questions[i].Claims[j].ID] = slot{KindClaim, i, j}
		}
	}
}

func (x *Index) addStands() {
	for i := range x.Briefing.Questions {
		q := &x.Briefing.Questions[i]
		for j := range q.Claims {
			c := &q.Claims[j]
			taken := make(map[string]int, len(c.Positions))
			for k := range c.Positions {
				p := &c.Positions[k]
				taken[p.Holder]++
				id := c.ID + "/" + p.Holder
				if n := taken[p.Holder]; n > 1 {
					id += "/" + strconv.Itoa(n)
				}
				x.items[id] = slot{KindPosition, len(x.Stands), 0}
				x.Stands = append(x.Stands, Stand{id, p, c, q})
			}
		}
	}
}

// Events are the events in the order of their dates.
func (x *Index) Events() []*Event { return x.actors.timeline }

// Citations are the evidence of a thing, in its own order.
func (x *Index) Citations(r Ref) []*Evidence {
	var lists [][]Evidence
	switch p := x.items[r.ID]; {
	case p.kind != r.Kind:
	case r.Kind == KindJudgment:
		lists = append(lists, x.Briefing.Judgments[p.at].Evidence)
	case r.Kind == KindEvent:
		e := &x.Briefing.Events[p.at]
		lists = append(lists, e.Evidence)
		for i := range e.When.Alternatives {
			lists = append(lists, e.When.Alternatives[i].Evidence)
		}
	case r.Kind == KindActor:
		lists = append(lists, x.Briefing.Actors[p.at].Evidence)
	case r.Kind == KindPosition:
		lists = append(lists, x.Stands[p.at].Position.Evidence)
	}
	var out []*Evidence
	for _, list := range lists {
		for i := range list {
			out = append(out, &list[i])
		}
	}
	return out
}

// PassageOf is the passage that evidence cites.
func (x *Index) PassageOf(e *Evidence) *Passage {
	n := x.passageOf[citation{e.Source, e.Quote, e.Prefix, e.Suffix}]
	if n == 0 {
		return nil
	}
	return &x.Passages[n-1]
}

// PassagesIn are the passages cited of a source, in the order of their
// numbers.
func (x *Index) PassagesIn(source string) []*Passage {
	out := make([]*Passage, 0, len(x.BySource[source]))
	for _, n := range x.BySource[source] {
		out = append(out, &x.Passages[n-1])
	}
	return out
}

// Mentions are the things whose texts refer to an item.
func (x *Index) Mentions(id string) []Ref { return x.mentions[id] }

func (x *Index) citing(source string) []Ref {
	var out []Ref
	seen := map[Ref]bool{}
	add := func(refs []Ref) {
		for _, r := range refs {
			if !seen[r] {
				seen[r] = true
				out = append(out, r)
			}
		}
	}
	for _, n := range x.BySource[source] {
		add(x.Passages[n-1].CitedBy)
	}
	add(x.NamedIn(source))
	return out
}

// Copies are the sources that name this one as their origin.
func (x *Index) Copies(source string) []*Source { return x.copies[source] }

// Anchor is where a passage stands in its source.
func (x *Index) Anchor(p *Passage) quote.Anchor {
	i := p.Number - 1
	if !x.anchored[i] {
		x.anchored[i] = true
		if p.Source != nil && p.Source.Text != "" && p.Evidence.Quote != "" {
			x.anchors[i] = x.SourceText(p.Source).Anchor(p.Evidence.Words())
		}
	}
	return x.anchors[i]
}

// TakeAnchors takes over the anchors that another index of the same briefing has
// looked up, which must not be used any more.
func (x *Index) TakeAnchors(from *Index) { x.anchors, x.anchored = from.anchors, from.anchored }

// SourceText returns the text of a source, prepared for looking up quotes.
func (x *Index) SourceText(s *Source) *quote.Text { return x.texts.Of(s.ID, s.Text) }

// Words returns what is quoted.
func (e *Evidence) Words() quote.Quote {
	return quote.Quote{Words: e.Quote, Prefix: e.Prefix, Suffix: e.Suffix}
}

// addCitations gives every passage its number, in the order in which the text
// export comes by it: judgments, timeline, questions, actors.
func (x *Index) addCitations() {
	b := x.Briefing
	x.mention(Ref{Kind: KindBottomLine}, b.BottomLine)
	for i := range b.Judgments {
		j := &b.Judgments[i]
		x.cite(Ref{KindJudgment, j.ID}, j.Evidence)
		x.mention(Ref{KindJudgment, j.ID}, j.Text, j.Because)
	}
	for _, e := range x.Events() {
		ref := Ref{KindEvent, e.ID}
		x.cite(ref, e.Evidence)
		for i := range e.When.Alternatives {
			x.cite(ref, e.When.Alternatives[i].Evidence)
		}
		x.mention(ref, e.Summary)
	}
	for i := range b.Questions {
		x.mention(Ref{KindQuestion, b.Questions[i].ID}, b.Questions[i].Summary)
	}
	for _, s := range x.Stands {
		x.cite(s.Ref(), s.Position.Evidence)
	}
	for i := range b.Actors {
		a := &b.Actors[i]
		x.cite(Ref{KindActor, a.ID}, a.Evidence)
		x.mention(Ref{KindActor, a.ID}, a.Summary)
	}
	for i, g := range b.Gaps {
		x.mention(Ref{KindGap, strconv.Itoa(i + 1)}, g)
	}
}

func (x *Index) cite(by Ref, evidence []Evidence) {
	for i := range evidence {
		e := &evidence[i]
		key := citation{e.Source, e.Quote, e.Prefix, e.Suffix}
		n := x.passageOf[key]
		if n == 0 {
			n = len(x.Passages) + 1
			x.passageOf[key] = n
			x.Passages = append(x.Passages, Passage{Number: n, Source: x.Source(e.Source), Evidence: e})
			x.BySource[e.Source] = append(x.BySource[e.Source], n)
		}
		p := &x.Passages[n-1]
		p.CitedBy = addLast(p.CitedBy, by)
	}
}

func (x *Index) mention(by Ref, texts ...string) {
	for _, text := range texts {
		for id := range ReferencedIDs(text) {
			x.mentions[id] = addLast(x.mentions[id], by)
		}
	}
}

// addLast adds to a list unless it ends with that already: what one thing
// cites or mentions comes in one run, so looking at the end is enough.
func addLast[T comparable](list []T, v T) []T {
	if n := len(list); n > 0 && list[n-1] == v {
		return list
	}
	return append(list, v)
}
