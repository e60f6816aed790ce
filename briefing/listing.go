package briefing

import "iter"

// ListActors returns all actors, each once, in the order of lists, and the
// depth of each: by kind, and under each its parts and people. If parts form a
// circle, the first one comes on top.
func (x *Index) ListActors() iter.Seq2[*Actor, int] {
	roots := func(yield func(*Actor) bool) {
		round := x.actorsInCircles()
		for _, kind := range ActorKinds {
			for i := range x.Briefing.Actors {
				a := &x.Briefing.Actors[i]
				if a.Kind == kind.Value && (round[a.ID] || x.Actor(a.PartOf) == nil) && !yield(a) {
					return
				}
			}
		}
	}
	return nested(roots, func(a *Actor) string { return a.ID }, x.Members)
}

// actorsInCircles returns the ids of actors that are part of themselves.
func (x *Index) actorsInCircles() map[string]bool {
	ids := Map(x.Briefing.Actors, func(a Actor) string { return a.ID })
	round := map[string]bool{}
	for _, circle := range CirclesAmong(ids, x.parentOf) {
		for _, id := range circle {
			round[id] = true
		}
	}
	return round
}

// parentOf returns the id of the actor that an actor is part of, or "".
func (x *Index) parentOf(actor string) string {
	if a := x.Actor(actor); a != nil && x.Actor(a.PartOf) != nil {
		return a.PartOf
	}
	return ""
}

// ListSources returns all sources, each once, in the order of lists, and the
// depth of each: in the order of the file, and under each its copies. Sources
// that name each other as their origin come last.
func (x *Index) ListSources() iter.Seq2[*Source, int] {
	roots := func(yield func(*Source) bool) {
		for _, circles := range []bool{false, true} {
			for i := range x.Briefing.Sources {
				s := &x.Briefing.Sources[i]
				if (circles || x.Source(s.Origin) == nil) && !yield(s) {
					return
				}
			}
		}
	}
	return nested(roots, func(s *Source) string { return s.ID }, x.Copies)
}

// nested returns things and their depth, each once and followed by what is
// under it.
func nested[T any](roots iter.Seq[*T], id func(*T) string, under func(id string) []*T) iter.Seq2[*T, int] {
	return func(yield func(*T, int) bool) {
		listed := map[string]bool{}
		var list func(t *T, depth int) bool
		list = func(t *T, depth int) bool {
			if listed[id(t)] {
				return true
			}
			listed[id(t)] = true
			if !yield(t, depth) {
				return false
			}
			for _, u := range under(id(t)) {
				if !list(u, depth+1) {
					return false
				}
			}
			return true
		}
		for t := range roots {
			if !list(t, 0) {
				return
			}
		}
	}
}

// WithPositions returns an item and the positions on it, or those that it
// takes.
func (x *Index) WithPositions(ref Ref) []Ref {
	out := []Ref{ref}
	add := func(stands []Stand) {
		for _, s := range stands {
			out = append(out, s.Ref())
		}
	}
	switch ref.Kind {
	case KindActor:
		add(x.Says(ref.ID))
	case KindClaim:
		add(x.StandsOn(ref.ID))
	case KindQuestion:
		q := x.Question(ref.ID)
		for i := range q.Claims {
			add(x.StandsOn(q.Claims[i].ID))
		}
	}
	return out
}
