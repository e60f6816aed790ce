package check

import (
	"slices"
	"strings"

	"sitrep/briefing"
)

// circles finds items that lead back to themselves.
func (c *checker) circles() {
	b := c.doc.Briefing
	sources := briefing.Map(b.Sources, func(s briefing.Source) string { return s.ID })
	actors := briefing.Map(b.Actors, func(a briefing.Actor) string { return a.ID })
	for _, circle := range briefing.CirclesAmong(sources, c.originOf) {
		c.add(CodeOriginCircle, c.x.Source(circle[0]).Pos, circle[0], "sources have each other as their origin: "+inCircle(circle),
			"take the origin from the one that came first")
	}
	for _, circle := range briefing.CirclesAmong(actors, c.wholeOf) {
		c.add(CodePartOfCircle, c.x.Actor(circle[0]).Pos, circle[0], "actors are part of each other: "+inCircle(circle),
			"take part_of from the one that all others belong to")
	}
	for i := range b.Questions {
		for j := range b.Questions[i].Claims {
			c.citing(&b.Questions[i].Claims[j])
		}
	}
}

// originOf returns the id of the source that a source names as its origin, or "".
func (c *checker) originOf(id string) string {
	if origin := c.x.Source(c.x.Source(id).Origin); origin != nil {
		return origin.ID
	}
	return ""
}

// wholeOf returns the id of the actor that an actor is part of, or "".
func (c *checker) wholeOf(id string) string {
	if whole := c.x.Actor(c.x.Actor(id).PartOf); whole != nil {
		return whole.ID
	}
	return ""
}

// citing finds a circle of holders of a claim who cite each other. It reports
// only one: the next shows once that is corrected.
func (c *checker) citing(claim *briefing.Claim) {
	for _, side := range []func(briefing.Stance) bool{briefing.Stance.Supports, briefing.Stance.Opposes} {
		r := c.x.Reliance(claim, side)
		if circle := r.Circle(); len(circle) > 0 {
			c.add(CodeCitingCircle, r.Held[circle[0]][0].Pos, claim.ID, "holders cite each other: "+inCircle(circle),
				"find out who said it first, and take the citing from there")
		}
	}
}

// inCircle names the items of a circle.
func inCircle(ids []string) string {
	const shown = 8
	if len(ids) > shown {
		return strings.Join(ids[:shown], ", ") + ", …"
	}
	return strings.Join(append(slices.Clip(ids), ids[0]), ", ")
}
