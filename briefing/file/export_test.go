package file

import (
	"slices"
	"sync"
	"testing"

	"sitrep/briefing"
)

// MakeUpFields gives the format keys that it does not have, each in the place of one
// that it has: an actor a text, motto, and a reference to an actor, sponsor; and a
// text to evidence (mood), a participant (outfit), another date (gist) and the
// briefing itself (series).
func MakeUpFields(t *testing.T) {
	t.Helper()
	makeUp(t, actorTable, "country", at("motto", "A made-up text.", func(a *briefing.Actor) *string { return &a.Country }, line))
	makeUp(t, actorTable, "part_of", at("sponsor", "A made-up reference.", func(a *briefing.Actor) *string { return &a.PartOf }, idOf(itemActor)))
	makeUp(t, evidenceTable, "note", at("mood", "A made-up text.", func(e *briefing.Evidence) *string { return &e.Note }, line))
	makeUp(t, participantTable, "role", at("outfit", "A made-up text.", func(p *briefing.Participant) *string { return &p.Role }, line))
	makeUp(t, alternativeTable, "note", at("gist", "A made-up text.", func(a *briefing.Alternative) *string { return &a.Note }, line))
	makeUp(t, briefingTable, "language", at("series", "A made-up text.", func(b *briefing.Briefing) *string { return &b.Language }, line))
}

func makeUp[T any](t *testing.T, tb *table[T], key string, made field[T]) {
	before := tb.fields
	set := func(fields []field[T]) {
		tb.fields, tb.order, tb.labels, tb.arranged = fields, nil, nil, sync.Once{}
	}
	t.Cleanup(func() { set(before) })
	fields := slices.Clone(before)
	fields[slices.IndexFunc(fields, func(f field[T]) bool { return f.key == key })] = made
	set(fields)
}
