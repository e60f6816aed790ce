package briefing

import (
	"slices"

	"sitrep/briefing/quote"
)

// Citations returns the evidence of an item, in its order in the file.
func (x *Index) Citations(r Ref) []*Evidence {
	var out []*Evidence
	add := func(list []Evidence) {
		out = slices.Grow(out, len(list))
		for i := range list {
			out = append(out, &list[i])
		}
	}
	switch p := x.items[r.ID]; {
	case p.kind != r.Kind:
	case r.Kind == KindJudgment:
		add(x.Briefing.Judgments[p.at].Evidence)
	case r.Kind == KindEvent:
		e := &x.Briefing.Events[p.at]
		add(e.Evidence)
		for i := range e.When.Alternatives {
			add(e.When.Alternatives[i].Evidence)
		}
	case r.Kind == KindActor:
		add(x.Briefing.Actors[p.at].Evidence)
	case r.Kind == KindPosition:
		add(x.Stands[p.at].Position.Evidence)
	}
	return out
}

// PassageOf returns the passage that evidence cites. It is never nil for
// evidence of the index's briefing. For other evidence it looks at all passages of
// the source.
func (x *Index) PassageOf(e *Evidence) *Passage {
	if n := x.passageOf[e]; n > 0 {
		return &x.Passages[n-1]
	}
	for _, n := range x.BySource[e.Source] {
		if p := &x.Passages[n-1]; citationOf(p.Evidence) == citationOf(e) {
			return p
		}
	}
	return nil
}

// PassagesIn returns the passages cited from a source, in the order of their
// numbers.
func (x *Index) PassagesIn(source string) []*Passage {
	return Map(x.BySource[source], func(n int) *Passage { return &x.Passages[n-1] })
}

// Anchor returns where a passage is in the text of its source.
func (x *Index) Anchor(p *Passage) quote.Anchor {
	q, i := x.quotes, p.Number-1
	if !q.found[i].Load() {
		text := ""
		if p.Source != nil {
			text = p.Source.Text
		}
		q.lookUp(i, p.Evidence.Source, text, p.Evidence.Words())
	}
	return q.anchors[i]
}

// TakeAnchors takes over the anchors that another index of the same briefing
// has looked up. That index must not be used afterwards.
func (x *Index) TakeAnchors(from *Index) {
	x.quotes.found, x.quotes.anchors = from.quotes.found, from.quotes.anchors
}

// SourceText returns the text of a source, prepared for looking up quotes.
func (x *Index) SourceText(s *Source) *quote.Text { return x.quotes.texts.Of(s.ID, s.Text) }

// Words returns the quote with its context.
func (e *Evidence) Words() quote.Quote {
	return quote.Quote{Words: e.Quote, Prefix: e.Prefix, Suffix: e.Suffix}
}

// Mentions returns the items whose texts refer to an item.
func (x *Index) Mentions(id string) []Ref { return x.mentions[id] }

func (x *Index) citing(source string) []Ref {
	var out []Ref
	for _, n := range x.BySource[source] {
		out = append(out, x.Passages[n-1].CitedBy...)
	}
	return Once(append(out, x.NamedIn(source)...))
}

// RestsOn returns the items that cite a source, through a quote or by id, each
// once, in the order of the briefing.
func (x *Index) RestsOn(source string) []Ref {
	return cached(x.cache.restsOn, source, func() []Ref { return x.citing(source) })
}

// Copies returns the sources that name this one as their origin.
func (x *Index) Copies(source string) []*Source { return x.copies[source] }

// NamedIn returns the positions that name an actor or a source as their basis
// or their go-between, in the order of the file.
func (x *Index) NamedIn(id string) []Ref { return x.Named(id).Either }

// Named returns the positions that name an actor or a source, by what they name
// it as.
func (x *Index) Named(id string) Named {
	if x.cache.named == nil {
		x.cache.named = map[string]Named{}
		for _, s := range x.Stands {
			ref := s.Ref()
			if via := s.Position.Via; via != "" {
				n := x.cache.named[via]
				n.Via, n.Either = addLast(n.Via, ref), addLast(n.Either, ref)
				x.cache.named[via] = n
			}
			for _, basis := range s.Position.Citing {
				n := x.cache.named[basis]
				n.Basis, n.Either = addLast(n.Basis, ref), addLast(n.Either, ref)
				x.cache.named[basis] = n
			}
		}
	}
	return x.cache.named[id]
}

// QuestionsOf returns the questions that name an event, in the order of the
// file.
func (x *Index) QuestionsOf(event string) []*Question {
	if x.cache.questions == nil {
		x.cache.questions = map[string][]*Question{}
		for i := range x.Briefing.Questions {
			q := &x.Briefing.Questions[i]
			for _, id := range q.Events {
				x.cache.questions[id] = addLast(x.cache.questions[id], q)
			}
		}
	}
	return x.cache.questions[event]
}

// Address returns the web address of a source, or else that of an archived copy, or ""
// if it has neither.
func (s *Source) Address() string {
	if s.Publication.URL != "" {
		return s.Publication.URL
	}
	return s.Publication.ArchiveURL
}
