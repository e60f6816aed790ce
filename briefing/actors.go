package briefing

import (
	"cmp"
	"maps"
	"slices"
)

func newActorIndex(x *Index) actorIndex {
	b := x.Briefing
	a := actorIndex{
		timeline: timelineOf(b.Events),
		says:     map[string][]Stand{},
		partOf:   map[string][]*Event{},
		roles:    map[participation][]string{},
		members:  map[string][]*Actor{},
	}
	for _, e := range a.timeline {
		for _, p := range e.Actors {
			a.partOf[p.Actor] = addLast(a.partOf[p.Actor], e)
			if p.Role != "" {
				in := participation{e, p.Actor}
				a.roles[in] = append(a.roles[in], p.Role)
			}
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
	a.maxTogether, a.maxAudience = sizeLimits(x)
	return a
}

// Limits of the work for the actors of events. Every event lists each of its
// actors next to each other one, and all of them for each question about it.
const (
	maxCompany  = 16 << 20 // bytes of names that are listed next to each other
	maxAudience = 2 << 20  // actors times questions
)

// sizeLimits returns how many actors an event may have so that all events up to
// that size together stay within maxCompany and maxAudience.
func sizeLimits(x *Index) (company, audience int) {
	asked := map[string]int{} // how many questions name an event
	for i := range x.Briefing.Questions {
		for _, id := range x.Briefing.Questions[i].Events {
			asked[id]++
		}
	}
	const aside = 16 // bytes added per name
	beside, heard := map[int]int{}, map[int]int{}
	for i := range x.Briefing.Events {
		e := &x.Briefing.Events[i]
		names := 0
		for _, p := range e.Actors {
			names += len(x.ActorName(p.Actor)) + aside
		}
		beside[len(e.Actors)] += len(e.Actors) * names
		heard[len(e.Actors)] += len(e.Actors) * asked[e.ID]
	}
	return largestWithin(maxCompany, beside), largestWithin(maxAudience, heard)
}

// largestWithin returns the largest size for which the costs of all sizes up to
// it, in costs by size, stay within a budget.
func largestWithin(budget int, costs map[int]int) int {
	largest := 0
	for _, size := range slices.Sorted(maps.Keys(costs)) {
		if budget -= costs[size]; budget < 0 {
			break
		}
		largest = size
	}
	return largest
}

// Says returns the positions that an actor holds, in the order of the file.
func (x *Index) Says(actor string) []Stand { return x.actors.says[actor] }

// TookPart returns the events that name an actor, in the order of their dates.
func (x *Index) TookPart(actor string) []*Event { return x.actors.partOf[actor] }

// Roles returns the roles that an event gives an actor.
func (x *Index) Roles(e *Event, actor string) []string {
	return x.actors.roles[participation{e, actor}]
}

// Members returns the actors that are directly part of an actor.
func (x *Index) Members(actor string) []*Actor { return x.actors.members[actor] }

// Crowds returns how many events of an actor AppearsWith leaves out because
// they have too many actors.
func (x *Index) Crowds(actor string) int {
	n := 0
	for _, e := range x.TookPart(actor) {
		if len(e.Actors) > x.actors.maxTogether {
			n++
		}
	}
	return n
}

func (x *Index) appearsWith(actor string) []Company {
	shared := map[string]int{}
	last := map[string]*Event{} // the last event that was counted for an actor
	for _, e := range x.TookPart(actor) {
		if len(e.Actors) > x.actors.maxTogether {
			continue
		}
		for _, p := range e.Actors {
			if p.Actor != actor && last[p.Actor] != e {
				last[p.Actor] = e
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

// AppearsWith returns the actors that share events with an actor, most events
// first. It leaves out the events that [Index.Crowds] counts.
func (x *Index) AppearsWith(actor string) []Company {
	return cached(x.cache.company, actor, func() []Company { return x.appearsWith(actor) })
}
