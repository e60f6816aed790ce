package briefing

import (
	"cmp"
	"slices"
)

// actorIndex is what the briefing says of each actor, by id, and the events in
// their order.
type actorIndex struct {
	timeline []*Event
	says     map[string][]Stand
	partOf   map[string][]*Event
	members  map[string][]*Actor
}

// Company is an actor that appears with another, and in how many events.
type Company struct {
	Actor  *Actor
	Events int
}

func newActorIndex(x *Index) actorIndex {
	b := x.Briefing
	a := actorIndex{
		timeline: timelineOf(b.Events),
		says:     map[string][]Stand{},
		partOf:   map[string][]*Event{},
		members:  map[string][]*Actor{},
	}
	for _, e := range a.timeline {
		for _, p := range e.Actors {
			a.partOf[p.Actor] = addLast(a.partOf[p.Actor], e)
		}
	}
	for _, s := range x.Stands {
		a.says[s.Position.Holder] = append(a.says[s.Position.Holder], s)
	}
	for i := range b.Actors {
		if of := b.Actors[i].PartOf; of != "" {
			a.members[of] = append(a.members[of], &b.Actors[i])
		}
	}
	return a
}

// Says are the positions that an actor holds, in the order of the file.
func (x *Index) Says(actor string) []Stand { return x.actors.says[actor] }

// TookPart are the events that name an actor, in the order of their dates.
func (x *Index) TookPart(actor string) []*Event { return x.actors.partOf[actor] }

// Members are the actors that are directly part of an actor.
func (x *Index) Members(actor string) []*Actor { return x.actors.members[actor] }

func (x *Index) appearsWith(actor string) []Company {
	shared := map[string]int{}
	for _, e := range x.TookPart(actor) {
		for i, p := range e.Actors {
			named := slices.ContainsFunc(e.Actors[:i], func(o Participant) bool { return o.Actor == p.Actor })
			if p.Actor != actor && !named {
				shared[p.Actor]++
			}
		}
	}
	var out []Company
	for id, n := range shared {
		if a := x.Actor(id); a != nil {
			out = append(out, Company{a, n})
		}
	}
	slices.SortFunc(out, func(a, b Company) int {
		return cmp.Or(cmp.Compare(b.Events, a.Events), cmp.Compare(a.Actor.Name, b.Actor.Name), cmp.Compare(a.Actor.ID, b.Actor.ID))
	})
	return out
}
