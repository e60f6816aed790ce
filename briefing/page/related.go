package page

import "sitrep/briefing"

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
	rel := Relation{Name: name}
	seen := map[briefing.Ref]bool{}
	for _, ref := range refs {
		if !seen[ref] {
			seen[ref] = true
			rel.Targets = append(rel.Targets, Target{Ref: ref})
		}
	}
	r.list = append(r.list, rel)
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
	var passages []Target
	for _, e := range r.x.Citations(ref) {
		p := r.x.PassageOf(e)
		passages = append(passages, Target{Ref: briefing.Ref{Kind: briefing.KindSource, ID: e.Source}, Passage: p.Number})
	}
	if len(passages) > 0 {
		r.list = append(r.list, Relation{"Evidence", passages})
	}
}

func (r *related) actor(a *briefing.Actor) {
	if of := r.x.Actor(a.PartOf); of != nil {
		r.add("Part of", briefing.Ref{Kind: briefing.KindActor, ID: of.ID})
	}
	var says, events, members, with []briefing.Ref
	for _, s := range r.x.Says(a.ID) {
		says = append(says, s.Ref())
	}
	for _, e := range r.x.TookPart(a.ID) {
		events = append(events, briefing.Ref{Kind: briefing.KindEvent, ID: e.ID})
	}
	for _, m := range r.x.Members(a.ID) {
		members = append(members, briefing.Ref{Kind: briefing.KindActor, ID: m.ID})
	}
	for _, c := range r.x.AppearsWith(a.ID) {
		with = append(with, briefing.Ref{Kind: briefing.KindActor, ID: c.Actor.ID})
	}
	r.add("Says", says...)
	r.add(NamedActor, r.x.NamedIn(a.ID)...)
	r.add("Takes part in", events...)
	r.add("Parts and people", members...)
	r.add("Appears with", with...)
}

func (r *related) event(e *briefing.Event) {
	var actors, questions []briefing.Ref
	for _, p := range e.Actors {
		actors = append(actors, briefing.Ref{Kind: briefing.KindActor, ID: p.Actor})
	}
	for _, id := range questionIDs(r.x, e.ID) {
		questions = append(questions, briefing.Ref{Kind: briefing.KindQuestion, ID: id})
	}
	r.add("Actors", actors...)
	r.add("Questions", questions...)
}

func (r *related) question(q *briefing.Question) {
	var claims, events, judgments []briefing.Ref
	for i := range q.Claims {
		claims = append(claims, briefing.Ref{Kind: briefing.KindClaim, ID: q.Claims[i].ID})
	}
	for _, id := range q.Events {
		events = append(events, briefing.Ref{Kind: briefing.KindEvent, ID: id})
	}
	for _, j := range r.x.Briefing.Judgments {
		if j.Question == q.ID {
			judgments = append(judgments, briefing.Ref{Kind: briefing.KindJudgment, ID: j.ID})
		}
	}
	r.add("Judged in", judgments...)
	r.add("Claims", claims...)
	r.add("Events", events...)
}

func (r *related) claim(c *briefing.Claim, q *briefing.Question) {
	r.add("Answers", briefing.Ref{Kind: briefing.KindQuestion, ID: q.ID})
	var positions, holders, others []briefing.Ref
	for _, s := range Sides(r.x, c) {
		positions = append(positions, s.Ref())
		holders = append(holders, briefing.Ref{Kind: briefing.KindActor, ID: s.Position.Holder})
	}
	for i := range q.Claims {
		if q.Claims[i].ID != c.ID {
			others = append(others, briefing.Ref{Kind: briefing.KindClaim, ID: q.Claims[i].ID})
		}
	}
	r.add("Positions", positions...)
	r.add("Holders", holders...)
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
	var copies []briefing.Ref
	for _, c := range r.x.Copies(id) {
		copies = append(copies, briefing.Ref{Kind: briefing.KindSource, ID: c.ID})
	}
	if s := r.x.Source(id); s.Origin != "" {
		r.add("Origin", briefing.Ref{Kind: briefing.KindSource, ID: s.Origin})
	}
	r.add("Copies", copies...)
	r.add("Rests on it", r.x.RestsOn(id)...)
}
