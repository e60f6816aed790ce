package pane

import (
	"sitrep/briefing"
	"sitrep/briefing/page"
)

// Actors is the actors by kind, each under what it is part of.
func Actors(x *briefing.Index) Column {
	l := &list{}
	var kind, headed briefing.ActorKind
	for a, depth := range x.ListActors() {
		if depth == 0 {
			kind = a.Kind
		}
		if !x.Shows(briefing.KindActor, a.ID) {
			continue
		}
		if kind != headed {
			l.heading(groupNames[kind])
			headed = kind
		}
		l.entry(page.To(briefing.KindActor, a.ID), func() page.Entry { return page.ActorRow(x, a, depth) })
	}
	return l.flow(x, "This briefing names no actors.", briefing.KindActor)
}

var groupNames = map[briefing.ActorKind]string{
	"state": "States", "organization": "Organizations", "person": "People", "group": "Groups", "unnamed": "Unnamed",
}
