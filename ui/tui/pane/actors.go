package pane

import (
	"sitrep/briefing"
	"sitrep/briefing/page"
)

// Actors is the actors by kind, each under what it is part of.
func Actors(x *briefing.Index) Column {
	l := &list{}
	for _, kind := range briefing.ActorKinds {
		headed := false
		for i := range x.Briefing.Actors {
			a := &x.Briefing.Actors[i]
			if a.Kind != kind.Value || standsUnder(x, a) {
				continue
			}
			if !headed && showsAny(x, a, map[string]bool{}) {
				l.heading(groupNames[kind.Value])
				headed = true
			}
			addActor(l, x, a, 0, map[string]bool{})
		}
	}
	return l.flow(x, "This briefing names no actors.", briefing.KindActor)
}

var groupNames = map[briefing.ActorKind]string{
	"state": "States", "organization": "Organizations", "person": "People", "group": "Groups", "unnamed": "Unnamed",
}

// standsUnder reports whether an actor is listed under another one: one that
// is part of something, unless the parts go round in a circle.
func standsUnder(x *briefing.Index, a *briefing.Actor) bool {
	if x.Actor(a.PartOf) == nil {
		return false
	}
	for _, id := range x.PartOfChain(a.ID) {
		if id == a.ID {
			return false
		}
	}
	return true
}

func addActor(l *list, x *briefing.Index, a *briefing.Actor, depth int, above map[string]bool) {
	if above[a.ID] {
		return
	}
	above[a.ID] = true
	if x.Shows(briefing.KindActor, a.ID) {
		l.entry(page.To(briefing.KindActor, a.ID), func() page.Entry { return page.ActorRow(x, a, depth) })
	}
	for _, m := range x.Members(a.ID) {
		addActor(l, x, m, depth+1, above)
	}
}

// showsAny reports whether an actor or anything that is part of it is shown.
func showsAny(x *briefing.Index, a *briefing.Actor, seen map[string]bool) bool {
	if seen[a.ID] {
		return false
	}
	seen[a.ID] = true
	if x.Shows(briefing.KindActor, a.ID) {
		return true
	}
	for _, m := range x.Members(a.ID) {
		if showsAny(x, m, seen) {
			return true
		}
	}
	return false
}
