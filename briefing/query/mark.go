package query

import (
	"sitrep/briefing"
	"sitrep/briefing/fold"
)

func (t *term) wants(rank int) bool { return rank >= 0 && t.wanted>>rank&1 != 0 }

// addWanted adds to a set the items of a list whose value, by its rank, the term
// wants.
func addWanted[T any](t *term, list []numbered[T], into set, rank func(*T) int) {
	for _, n := range list {
		if t.wants(rank(n.is)) {
			into.add(n.item)
		}
	}
}

// ofEvents returns the mark of a field whose value, by its rank, an event has itself.
func ofEvents(rank func(*briefing.Event) int) func(*Filter, *term, set) {
	return func(f *Filter, t *term, into set) { addWanted(t, f.lists.events, into, rank) }
}

// ofPositions is ofEvents for positions.
func ofPositions(rank func(*briefing.Position) int) func(*Filter, *term, set) {
	return func(f *Filter, t *term, into set) { addWanted(t, f.lists.positions, into, rank) }
}

// ofJudgments is ofEvents for judgments.
func ofJudgments(rank func(*briefing.Judgment) int) func(*Filter, *term, set) {
	return func(f *Filter, t *term, into set) { addWanted(t, f.lists.judgments, into, rank) }
}

// after returns a rank within values that follow others, or -1 for no rank.
func after(others, rank int) int {
	if rank < 0 {
		return rank
	}
	return others + rank
}

// The values of kind: are those of actors, then those of sources.
func markKind(f *Filter, t *term, into set) {
	actors, sources := f.newSet(), f.newSet()
	addWanted(t, f.lists.actors, actors, func(a *briefing.Actor) int { return briefing.ActorKinds.Rank(a.Kind) })
	addWanted(t, f.lists.sources, sources, func(s *briefing.Source) int {
		return after(len(briefing.ActorKinds), briefing.SourceKinds.Rank(s.Kind))
	})
	f.markLinked(f.who, actors, into)
	f.markLinked(f.cites, sources, into)
}

func asksByKind(t *term) subjects {
	const all = ^uint64(0)
	return subjects{actors: t.wanted&^(all<<len(briefing.ActorKinds)) != 0, sources: t.wanted>>len(briefing.ActorKinds) != 0}
}

func markCountry(f *Filter, t *term, into set) {
	for i := range t.values {
		for _, item := range f.countries()[fold.String(t.values[i].text)] {
			into.add(item)
		}
	}
}

// countries returns, by country, the events in it, its actors, and what is about them.
func (f *Filter) countries() labels {
	if f.cache.lands != nil {
		return f.cache.lands
	}
	f.cache.lands = labels{}
	about := f.who.inverted()
	for _, a := range f.lists.actors {
		if a.is.Country != "" {
			for _, item := range about[a.item] {
				f.cache.lands.add(a.is.Country, item)
			}
		}
	}
	for _, e := range f.lists.events {
		if e.is.Country != "" {
			f.cache.lands.add(e.is.Country, e.item)
		}
	}
	return f.cache.lands
}

// The values of status: are those of events, then of sources, then of
// questions.
func markStatus(f *Filter, t *term, into set) {
	ofEvents, ofSources := len(briefing.EventStatuses), len(briefing.SourceStatuses)
	addWanted(t, f.lists.events, into, func(e *briefing.Event) int { return briefing.EventStatuses.Rank(e.Status) })
	sources := f.newSet()
	addWanted(t, f.lists.sources, sources, func(s *briefing.Source) int {
		return after(ofEvents, briefing.SourceStatuses.Rank(s.Status))
	})
	f.markLinked(f.cites, sources, into)
	addWanted(t, f.lists.questions, into, func(q *briefing.Question) int {
		return after(ofEvents+ofSources, briefing.QuestionStatuses.Rank(q.Status))
	})
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
	const all = ^uint64(0)
	ofSources := t.wanted >> len(briefing.EventStatuses) &^ (all << len(briefing.SourceStatuses))
	return subjects{sources: ofSources != 0}
}

func markContested(f *Filter, _ *term, into set) {
	for _, q := range f.lists.questions {
		if f.x.Contested(q.is) {
			into.add(q.item)
		}
	}
	f.markJudgments(into)
}

func markReliability(f *Filter, t *term, into set) {
	sources := f.newSet()
	addWanted(t, f.lists.sources, sources, func(s *briefing.Source) int { return briefing.Reliabilities.Rank(s.Grade.Reliability) })
	f.markLinked(f.cites, sources, into)
}

func markTLP(f *Filter, t *term, into set) {
	if f.cache.levels == nil {
		f.cache.levels = briefing.Map(f.items, func(r briefing.Ref) int { return briefing.TLPs.Rank(f.x.TLP(r).Counted()) })
	}
	for i, rank := range f.cache.levels {
		if t.wants(rank) {
			into.add(int32(i))
		}
	}
}
