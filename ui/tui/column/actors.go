package column

import (
	"sitrep/briefing"
	"sitrep/briefing/page"
)

// Actors returns the actors by kind, each below the one that it is part of.
func Actors(x *briefing.Index) Column {
	l := &List{}
	var kind, headed briefing.ActorKind
	for a, depth := range x.ListActors() {
		if depth == 0 {
			kind = a.Kind
		}
		if !x.Shows(briefing.KindActor, a.ID) {
			continue
		}
		if kind != headed {
			l.Heading(GroupNames[kind])
			headed = kind
		}
		l.Entry(page.To(briefing.KindActor, a.ID), func() page.Entry { return page.ActorRow(x, a, depth) })
	}
	return l.Flow(x, "This briefing names no actors.", briefing.KindActor)
}

// GroupNames are the headings of the kinds of actors.
var GroupNames = map[briefing.ActorKind]string{
	"state": "States", "organization": "Organizations", "person": "People", "group": "Groups", "unnamed": "Unnamed",
}
