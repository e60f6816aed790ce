package draft

import (
	"fmt"
	"slices"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/fold"
)

// builder makes the items of proposals.
type builder struct {
	ids        *ids
	full       map[string]string // ids of actors by folded name
	other      map[string]string // by folded other name; empty where several have it
	present    map[string]bool   // keys of what the briefing has already
	markings   markings
	out        briefing.Briefing
	questions  map[string]int // indexes in out by folded text
	claims     map[string]int // indexes in their questions by both folded texts
	unresolved []unresolved
}

// unresolved is a proposal that names an actor that is not there.
type unresolved struct {
	proposal *proposal
	message  string
}

// build returns proposals as items of a briefing, without those that the briefing has
// already and those that name an actor that is not there. The line of the position
// of an item is its number among the proposals, from 1.
func (r *Request) build(list []*proposal) (*briefing.Briefing, []unresolved) {
	b := &builder{ids: newIDs(r.b), full: map[string]string{}, other: map[string]string{}, present: map[string]bool{}, markings: markingsOf(r.b),
		questions: map[string]int{}, claims: map[string]int{}}
	b.know(r.b)
	for i, p := range list {
		if p.actor != nil {
			b.actor(*p.actor, i)
		}
	}
	for i, p := range list {
		switch {
		case p.event != nil:
			b.event(*p.event, p, i)
		case p.position != nil:
			b.position(*p.position, p, i)
		}
	}
	return &b.out, b.unresolved
}

// know records what the briefing has.
func (b *builder) know(in *briefing.Briefing) {
	for i := range in.Actors {
		b.named(&in.Actors[i])
	}
	for i := range in.Events {
		b.present[(&proposal{event: &in.Events[i]}).key()] = true
	}
	byID := map[string]*briefing.Actor{}
	for i := range in.Actors {
		byID[in.Actors[i].ID] = &in.Actors[i]
	}
	for i := range in.Questions {
		for k := range in.Questions[i].Claims {
			c := &in.Questions[i].Claims[k]
			for _, p := range c.Positions {
				holder := byID[p.Holder]
				for _, p.Holder = range append([]string{holder.Name}, holder.Aka...) {
					b.present[(&proposal{position: &p, claim: c.Text}).key()] = true
				}
			}
		}
	}
}

// named records the names of an actor that has an id.
func (b *builder) named(a *briefing.Actor) {
	if name := fold.String(a.Name); b.full[name] == "" {
		b.full[name] = a.ID
	}
	for _, aka := range a.Aka {
		name := fold.String(aka)
		if id, taken := b.other[name]; taken && id != a.ID {
			b.other[name] = ""
		} else {
			b.other[name] = a.ID
		}
	}
}

// find returns the id of the actor with a name: a full name, or else another name
// that no other actor has. Names that are only alike are different. If there is none,
// it says why.
func (b *builder) find(name string) (id, why string) {
	key := fold.String(name)
	if id = b.full[key]; id != "" {
		return id, ""
	}
	id, known := b.other[key]
	switch {
	case id != "":
		return id, ""
	case known:
		return "", fmt.Sprintf("several actors are called %s: take the full name", clean.Quoted(name))
	}
	return "", fmt.Sprintf("no actor is called %s: add it to the actors, with the sentences that name it", clean.Quoted(name))
}

func (b *builder) actor(a briefing.Actor, number int) {
	if id, _ := b.find(a.Name); id != "" {
		return
	}
	b.markings.mark(&a.Common, a.Evidence)
	a.ID = b.ids.make(a.Name, "actor")
	a.Pos, a.Evidence = placed(a.Evidence, number)
	b.named(&a)
	b.out.Actors = append(b.out.Actors, a)
}

func (b *builder) event(e briefing.Event, p *proposal, number int) {
	if b.present[p.key()] {
		return
	}
	var who []briefing.Participant
	for _, named := range e.Actors {
		id, why := b.find(named.Actor)
		if id == "" {
			b.unresolved = append(b.unresolved, unresolved{p, why})
			return
		}
		if taking := (briefing.Participant{Actor: id}); !slices.Contains(who, taking) {
			who = append(who, taking)
		}
	}
	e.Actors = who
	b.markings.mark(&e.Common, e.Evidence)
	e.ID = b.ids.make(e.Title, "event")
	e.Pos, e.Evidence = placed(e.Evidence, number)
	b.out.Events = append(b.out.Events, e)
}

func (b *builder) position(of briefing.Position, p *proposal, number int) {
	if b.present[p.key()] {
		return
	}
	for _, name := range []*string{&of.Holder, &of.Via} {
		if *name == "" {
			continue
		}
		id, why := b.find(*name)
		if id == "" {
			b.unresolved = append(b.unresolved, unresolved{p, why})
			return
		}
		*name = id
	}
	of.Pos, of.Evidence = placed(of.Evidence, number)
	b.markings.mark(&of.Common, of.Evidence)
	c := b.claim(p.question, p.claim, of)
	for i := range c.Positions {
		if same := &c.Positions[i]; same.Holder == of.Holder && same.Stance == of.Stance { // under another name
			same.Evidence = append(same.Evidence, of.Evidence...)
			return
		}
	}
	c.Positions = append(c.Positions, of)
}

// claim returns the claim with a text that answers a question, and makes both if
// they are not there yet. They are marked at least as high as the position on it.
func (b *builder) claim(question, claim string, of briefing.Position) *briefing.Claim {
	draft := briefing.Common{Draft: true}
	asked := fold.String(question)
	at, ok := b.questions[asked]
	if !ok {
		at = len(b.out.Questions)
		b.questions[asked] = at
		b.out.Questions = append(b.out.Questions, briefing.Question{ID: b.ids.make(question, "question"), Text: question, Common: draft, Pos: of.Pos})
	}
	q := &b.out.Questions[at]
	key := asked + "\x00" + fold.String(claim)
	place, ok := b.claims[key]
	if !ok {
		place = len(q.Claims)
		b.claims[key] = place
		q.Claims = append(q.Claims, briefing.Claim{ID: b.ids.make(claim, "claim"), Text: claim, Common: draft, Pos: of.Pos})
	}
	c := &q.Claims[place]
	b.markings.mark(&q.Common, of.Evidence)
	b.markings.mark(&c.Common, of.Evidence)
	return c
}

// placed returns the position that stands for the number of a proposal, from 0, and
// a copy of its evidence there.
func placed(list []briefing.Evidence, number int) (briefing.Pos, []briefing.Evidence) {
	pos := briefing.Pos{Line: int32(number) + 1, Col: 1}
	return pos, briefing.Map(list, func(e briefing.Evidence) briefing.Evidence {
		e.Pos = pos
		return e
	})
}
