package page

import (
	"slices"

	"sitrep/briefing"
)

// Relation is one way in which things relate to an item, with those things.
type Relation struct {
	Name    string
	Targets []Target
}

// related collects relations. Each target is in a relation only once.
type related struct {
	x    *briefing.Index
	list []Relation
}

func (r *related) add(name string, refs ...briefing.Ref) {
	if len(refs) == 0 {
		return
	}
	r.list = append(r.list, Relation{name, briefing.Map(briefing.Once(refs), func(ref briefing.Ref) Target { return Target{Ref: ref} })})
}

// Related returns everything that relates to an item, in either direction.
func Related(x *briefing.Index, ref briefing.Ref) []Relation {
	r := &related{x: x}
	switch ref.Kind {
	case briefing.KindActor:
		r.actor(x.Actor(ref.ID))
	case briefing.KindEvent:
		r.event(x.Event(ref.ID))
	case briefing.KindQuestion:
		r.question(x.Question(ref.ID))
	case briefing.KindClaim:
		c, q := x.Claim(ref.ID)
		r.claim(c, q)
	case briefing.KindPosition:
		s, _ := x.Stand(ref.ID)
		r.position(s)
	case briefing.KindSource:
		r.source(ref.ID)
	case briefing.KindJudgment:
		if q := x.Question(x.Judgment(ref.ID).Question); q != nil {
			r.add("Answers", briefing.Ref{Kind: briefing.KindQuestion, ID: q.ID})
		}
	}
	r.evidence(ref)
	r.add("Mentioned in", x.Mentions(ref.ID)...)
	return r.list
}

func (r *related) evidence(ref briefing.Ref) {
	if cited := r.x.Citations(ref); len(cited) > 0 {
		r.list = append(r.list, Relation{"Evidence", briefing.Map(cited, func(e *briefing.Evidence) Target { return passageTarget(r.x, e) })})
	}
}

// refsTo returns references to the items of a list.
func refsTo[T any](kind briefing.Kind, list []T, id func(T) string) []briefing.Ref {
	return briefing.Map(list, func(item T) briefing.Ref { return briefing.Ref{Kind: kind, ID: id(item)} })
}

func itself(id string) string { return id }

func (r *related) actor(a *briefing.Actor) {
	if of := r.x.Actor(a.PartOf); of != nil {
		r.add("Part of", briefing.Ref{Kind: briefing.KindActor, ID: of.ID})
	}
	r.add("Says", refsTo(briefing.KindPosition, r.x.Says(a.ID), func(s briefing.Stand) string { return s.ID })...)
	r.add(NamedActor, r.x.NamedIn(a.ID)...)
	r.add("Takes part in", refsTo(briefing.KindEvent, r.x.TookPart(a.ID), func(e *briefing.Event) string { return e.ID })...)
	r.add("Parts and people", refsTo(briefing.KindActor, r.x.Members(a.ID), func(m *briefing.Actor) string { return m.ID })...)
	r.add("Appears with", refsTo(briefing.KindActor, r.x.AppearsWith(a.ID), func(c briefing.Company) string { return c.Actor.ID })...)
}

func (r *related) event(e *briefing.Event) {
	r.add("Actors", refsTo(briefing.KindActor, e.Actors, func(p briefing.Participant) string { return p.Actor })...)
	r.add("Questions", refsTo(briefing.KindQuestion, questionIDs(r.x, e.ID), itself)...)
}

func (r *related) question(q *briefing.Question) {
	var judgments []briefing.Ref
	for i := range r.x.Briefing.Judgments {
		if j := &r.x.Briefing.Judgments[i]; j.Question == q.ID {
			judgments = append(judgments, briefing.Ref{Kind: briefing.KindJudgment, ID: j.ID})
		}
	}
	r.add("Judged in", judgments...)
	r.add("Claims", refsTo(briefing.KindClaim, q.Claims, claimID)...)
	r.add("Events", refsTo(briefing.KindEvent, q.Events, itself)...)
}

func claimID(c briefing.Claim) string { return c.ID }

func (r *related) claim(c *briefing.Claim, q *briefing.Question) {
	sides := r.x.StandsBySide(c.ID)
	others := slices.DeleteFunc(refsTo(briefing.KindClaim, q.Claims, claimID), func(other briefing.Ref) bool { return other.ID == c.ID })
	r.add("Answers", briefing.Ref{Kind: briefing.KindQuestion, ID: q.ID})
	r.add("Positions", refsTo(briefing.KindPosition, sides, func(s briefing.Stand) string { return s.ID })...)
	r.add("Holders", refsTo(briefing.KindActor, sides, func(s briefing.Stand) string { return s.Position.Holder })...)
	r.add("Other answers", others...)
}

func (r *related) position(s briefing.Stand) {
	r.add("On the claim", briefing.Ref{Kind: briefing.KindClaim, ID: s.Claim.ID})
	r.add("Holder", briefing.Ref{Kind: briefing.KindActor, ID: s.Position.Holder})
	var basis []briefing.Ref
	for _, id := range append([]string{s.Position.Via}, s.Position.Citing...) {
		if ref, ok := r.x.Lookup(id); ok {
			basis = append(basis, ref)
		}
	}
	r.add("Names", basis...)
}

func (r *related) source(id string) {
	if s := r.x.Source(id); s.Origin != "" {
		r.add("Origin", briefing.Ref{Kind: briefing.KindSource, ID: s.Origin})
	}
	r.add("Copies", refsTo(briefing.KindSource, r.x.Copies(id), func(s *briefing.Source) string { return s.ID })...)
	r.add("Rests on it", r.x.RestsOn(id)...)
}
