package importer

import (
	"strconv"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/briefing/fold"
)

// ofInto marks, among the counts of ids, those of the briefing that is added to.
const ofInto = 1 << 30

// id returns a new id for an item with a name.
func (b *builder) id(name, noun string) string {
	base := file.Slug(name, noun)
	for {
		b.ids[base]++
		n := b.ids[base]
		if n == 1 {
			return base
		}
		if n > ofInto {
			n -= ofInto - 1
		}
		id := base + "-" + strconv.Itoa(n)
		if _, used := b.ids[id]; !used {
			b.ids[id] = 1
			return id
		}
	}
}

// nameKey returns what two names of one actor have in common.
func nameKey(name string) string { return fold.String(name) }

// keep makes the ids, names and external ids of a briefing known.
func (b *builder) keep(into *briefing.Briefing) {
	item := func(kind briefing.Kind, id string, c *briefing.Common) {
		b.ids[id] = ofInto
		b.know(kind, c.ExternalIDs, id)
	}
	for i := range into.Judgments {
		item(briefing.KindJudgment, into.Judgments[i].ID, &into.Judgments[i].Common)
	}
	for i := range into.Sources {
		s := &into.Sources[i]
		item(briefing.KindSource, s.ID, &s.Common)
		if s.Publication.URL != "" {
			b.know(briefing.KindSource, []briefing.ExternalID{{System: addressSystem, ID: s.Publication.URL}}, s.ID)
		}
	}
	for i := range into.Actors {
		a := &into.Actors[i]
		item(briefing.KindActor, a.ID, &a.Common)
		for _, name := range append([]string{a.Name}, a.Aka...) {
			b.names[nameKey(name)] = a.ID
		}
	}
	for i := range into.Events {
		item(briefing.KindEvent, into.Events[i].ID, &into.Events[i].Common)
	}
	for i := range into.Questions {
		q := &into.Questions[i]
		item(briefing.KindQuestion, q.ID, &q.Common)
		for k := range q.Claims {
			item(briefing.KindClaim, q.Claims[k].ID, &q.Claims[k].Common)
		}
	}
}
