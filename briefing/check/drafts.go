package check

import (
	"fmt"

	"sitrep/briefing"
)

// drafts finds the items that a program proposed and nobody has reviewed.
func (c *checker) drafts() {
	b := c.doc.Briefing
	add := func(kind briefing.Kind, id string, own briefing.Common, pos briefing.Pos) {
		if own.Draft {
			c.add(CodeNotReviewed, pos, id, fmt.Sprintf("the %s %q is a draft of a program", kind, id),
				"read it against its sources; then take draft away from it, or take it out")
		}
	}
	for i := range b.Judgments {
		add(briefing.KindJudgment, b.Judgments[i].ID, b.Judgments[i].Common, b.Judgments[i].Pos)
	}
	for i := range b.Sources {
		add(briefing.KindSource, b.Sources[i].ID, b.Sources[i].Common, b.Sources[i].Pos)
	}
	for i := range b.Actors {
		add(briefing.KindActor, b.Actors[i].ID, b.Actors[i].Common, b.Actors[i].Pos)
	}
	for i := range b.Events {
		add(briefing.KindEvent, b.Events[i].ID, b.Events[i].Common, b.Events[i].Pos)
	}
	for i := range b.Questions {
		q := &b.Questions[i]
		add(briefing.KindQuestion, q.ID, q.Common, q.Pos)
		for j := range q.Claims {
			add(briefing.KindClaim, q.Claims[j].ID, q.Claims[j].Common, q.Claims[j].Pos)
		}
	}
	for _, s := range c.x.Stands {
		add(briefing.KindPosition, s.ID, s.Position.Common, s.Position.Pos)
	}
}
