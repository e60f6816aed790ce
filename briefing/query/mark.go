package query

import (
	"slices"
	"strings"

	"sitrep/briefing"
)

// wants reports whether the term has the value with that rank.
func (t *term) wants(rank int) bool { return rank >= 0 && t.wanted>>rank&1 != 0 }

// markWho adds the actors and what is about them.
func (f *Filter) markWho(actors, into set) { f.markLinked(f.who, actors, into) }

// markCites adds the sources and what cites them.
func (f *Filter) markCites(sources, into set) { f.markLinked(f.cites, sources, into) }

// markLinked adds every item that links to one of items. Actors and sources
// link to themselves.
func (f *Filter) markLinked(to links, items, into set) {
	for i := range int32(len(f.items)) {
		if slices.ContainsFunc(to[i], items.has) {
			into.add(i)
		}
	}
}

func markActor(f *Filter, t *term, into set) { f.markWho(f.itemsNamed(briefing.KindActor, t), into) }

// identified are the kinds of items that have an id.
var identified = []briefing.Kind{briefing.KindJudgment, briefing.KindEvent, briefing.KindActor, briefing.KindQuestion, briefing.KindClaim,
	briefing.KindPosition, briefing.KindSource}

func markID(f *Filter, t *term, into set) {
	for i := range t.values {
		f.identify(t.values[i].text, into)
	}
}

// identify adds to a set the item with an id, and reports whether there is one.
func (f *Filter) identify(id string, into set) bool {
	for _, kind := range identified {
		if n, ok := f.number[briefing.Ref{Kind: kind, ID: strings.ToLower(id)}]; ok {
			into.add(n)
			return true
		}
	}
	return false
}

func markSource(f *Filter, t *term, into set) {
	f.markCites(f.itemsNamed(briefing.KindSource, t), into)
}

// The values of kind: are those of actors, then those of sources.
func markKind(f *Filter, t *term, into set) {
	found := f.newSet()
	for _, a := range f.lists.actors {
		if t.wants(briefing.ActorKinds.Rank(a.is.Kind)) {
			found.add(a.item)
		}
	}
	f.markWho(found, into)
	clear(found)
	for _, s := range f.lists.sources {
		if rank := briefing.SourceKinds.Rank(s.is.Kind); rank >= 0 && t.wants(rank+len(briefing.ActorKinds)) {
			found.add(s.item)
		}
	}
	f.markCites(found, into)
}

func asksByKind(t *term) subjects {
	const all = ^uint64(0)
	return subjects{actors: t.wanted&^(all<<len(briefing.ActorKinds)) != 0, sources: t.wanted>>len(briefing.ActorKinds) != 0}
}

func markCountry(f *Filter, t *term, into set) {
	found := f.newSet()
	for _, a := range f.lists.actors {
		for i := range t.values {
			if a.is.Country != "" && sameValue(a.is.Country, t.values[i].text) {
				found.add(a.item)
			}
		}
	}
	f.markWho(found, into)
}

func markVia(f *Filter, t *term, into set) {
	actors := f.itemsNamed(briefing.KindActor, t)
	for _, p := range f.lists.positions {
		if n, ok := f.number[briefing.Ref{Kind: briefing.KindActor, ID: p.is.Via}]; ok && actors.has(n) {
			into.add(p.item)
		}
	}
}

func markCiting(f *Filter, t *term, into set) {
	basis := f.itemsNamed(briefing.KindActor, t)
	basis.merge(f.itemsNamed(briefing.KindSource, t))
	for _, p := range f.lists.positions {
		for _, id := range p.is.Citing {
			ref, _ := f.x.Lookup(id)
			if n, ok := f.number[ref]; ok && basis.has(n) {
				into.add(p.item)
			}
		}
	}
}

// The values of status: are those of events, then of sources, then of
// questions.
func markStatus(f *Filter, t *term, into set) {
	for _, e := range f.lists.events {
		if t.wants(briefing.EventStatuses.Rank(e.is.Status)) {
			into.add(e.item)
		}
	}
	found := f.newSet()
	for _, s := range f.lists.sources {
		if rank := briefing.SourceStatuses.Rank(s.is.Status); rank >= 0 && t.wants(rank+len(briefing.EventStatuses)) {
			found.add(s.item)
		}
	}
	f.markCites(found, into)
	for _, q := range f.lists.questions {
		rank := briefing.QuestionStatuses.Rank(q.is.Status)
		if rank >= 0 && t.wants(rank+len(briefing.EventStatuses)+len(briefing.SourceStatuses)) {
			into.add(q.item)
		}
	}
	f.markJudgments(into)
}

// markJudgments adds the judgments that answer a question of the set.
func (f *Filter) markJudgments(into set) {
	for _, j := range f.lists.judgments {
		if n, ok := f.number[briefing.Ref{Kind: briefing.KindQuestion, ID: j.is.Question}]; ok && into.has(n) {
			into.add(j.item)
		}
	}
}

func asksByStatus(t *term) subjects {
	first, end := len(briefing.EventStatuses), len(briefing.EventStatuses)+len(briefing.SourceStatuses)
	for rank := first; rank < end; rank++ {
		if t.wants(rank) {
			return subjects{sources: true}
		}
	}
	return subjects{}
}

func markCertainty(f *Filter, t *term, into set) {
	for _, e := range f.lists.events {
		if t.wants(briefing.Certainties.Rank(e.is.Certainty)) {
			into.add(e.item)
		}
	}
}

// markPositions adds the positions whose value, by its rank, the term wants.
func (f *Filter) markPositions(t *term, into set, rank func(*briefing.Position) int) {
	for _, p := range f.lists.positions {
		if t.wants(rank(p.is)) {
			into.add(p.item)
		}
	}
}

func markStance(f *Filter, t *term, into set) {
	f.markPositions(t, into, func(p *briefing.Position) int { return briefing.Stances.Rank(p.Stance) })
}

func markHedge(f *Filter, t *term, into set) {
	f.markPositions(t, into, func(p *briefing.Position) int { return briefing.Hedges.Rank(p.Hedge) })
}

func markQuotation(f *Filter, t *term, into set) {
	f.markPositions(t, into, func(p *briefing.Position) int { return briefing.Quotations.Rank(p.Quotation) })
}

func markCredibility(f *Filter, t *term, into set) {
	f.markPositions(t, into, func(p *briefing.Position) int { return p.Credibility - 1 })
}

func markContested(f *Filter, _ *term, into set) {
	into.merge(f.contested())
	f.markJudgments(into)
}

func markReliability(f *Filter, t *term, into set) {
	found := f.newSet()
	for _, s := range f.lists.sources {
		if t.wants(briefing.Reliabilities.Rank(s.is.Grade.Reliability)) {
			found.add(s.item)
		}
	}
	f.markCites(found, into)
}

func markLikelihood(f *Filter, t *term, into set) {
	for _, j := range f.lists.judgments {
		if t.wants(briefing.Likelihoods.Rank(j.is.Likelihood)) {
			into.add(j.item)
		}
	}
}

func markConfidence(f *Filter, t *term, into set) {
	for _, j := range f.lists.judgments {
		if t.wants(briefing.Confidences.Rank(j.is.Confidence)) {
			into.add(j.item)
		}
	}
}

func markTLP(f *Filter, t *term, into set) {
	for i, ref := range f.items {
		if t.wants(briefing.TLPs.Rank(f.x.TLP(ref).Counted())) {
			into.add(int32(i))
		}
	}
}
