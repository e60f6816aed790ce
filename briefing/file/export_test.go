package file

import (
	"slices"
	"sync"
	"testing"

	"sitrep/briefing"
)

// MakeUpFields gives actors two keys that the format does not have, in the place
// of two that it has: a text, motto, and a reference to an actor, sponsor.
func MakeUpFields(t *testing.T) {
	t.Helper()
	before := actorTable.fields
	set := func(fields []field[briefing.Actor]) {
		actorTable.fields, actorTable.order, actorTable.labels, actorTable.arranged = fields, nil, nil, sync.Once{}
	}
	t.Cleanup(func() { set(before) })
	fields := slices.Clone(before)
	for i, f := range fields {
		switch f.key {
		case "country":
			fields[i] = at("motto", "A made-up text.", func(a *briefing.Actor) *string { return &a.Country }, line)
		case "part_of":
			fields[i] = at("sponsor", "A made-up reference.", func(a *briefing.Actor) *string { return &a.PartOf }, idOf(itemActor))
		}
	}
	set(fields)
}
