package briefing

import (
	"slices"
	"strings"
)

// circles finds what leads back to itself.
func (c *checker) circles() {
	b := c.doc.Briefing
	var sources, actors []string
	for i := range b.Sources {
		sources = append(sources, b.Sources[i].ID)
	}
	for i := range b.Actors {
		actors = append(actors, b.Actors[i].ID)
	}
	for _, circle := range circlesAmong(sources, c.originOf) {
		c.add(CodeOriginCircle, c.x.Source(circle[0]).Pos, circle[0], "sources have each other as their origin: "+inCircle(circle),
			"take the origin from the one that came first")
	}
	for _, circle := range circlesAmong(actors, c.wholeOf) {
		c.add(CodePartOfCircle, c.x.Actor(circle[0]).Pos, circle[0], "actors are part of each other: "+inCircle(circle),
			"take part_of from the one that all others belong to")
	}
	for i := range b.Questions {
		for j := range b.Questions[i].Claims {
			c.citing(&b.Questions[i].Claims[j])
		}
	}
}

// originOf is the source that a source names as its origin; empty for none.
func (c *checker) originOf(id string) string {
	if origin := c.x.Source(c.x.Source(id).Origin); origin != nil {
		return origin.ID
	}
	return ""
}

// wholeOf is the actor that an actor is part of; empty for none.
func (c *checker) wholeOf(id string) string {
	if whole := c.x.Actor(c.x.Actor(id).PartOf); whole != nil {
		return whole.ID
	}
	return ""
}

// citing finds a circle of holders of a claim who cite each other. One is
// enough: mending it shows the next.
func (c *checker) citing(claim *Claim) {
	for _, side := range []func(Stance) bool{Stance.supports, Stance.opposes} {
		r := c.x.reliance(claim, side)
		if circle := r.circle(); len(circle) > 0 {
			c.add(CodeCitingCircle, r.held[circle[0]][0].Pos, claim.ID, "holders cite each other: "+inCircle(circle),
				"find out who said it first, and take the citing from there")
		}
	}
}

// circle are holders of whom each cites the next, and the last the first; nil
// if there are none.
func (r *reliance) circle() []string {
	done := map[string]bool{}
	var way []string
	on := map[string]int{} // places on the way, from 1
	var walk func(holder string) []string
	walk = func(holder string) []string {
		way = append(way, holder)
		on[holder] = len(way)
		for _, p := range r.held[holder] {
			for _, id := range p.Citing {
				switch {
				case on[id] > 0:
					return way[on[id]-1:]
				case r.held[id] == nil || done[id]:
				default:
					if circle := walk(id); circle != nil {
						return circle
					}
				}
			}
		}
		done[holder] = true
		delete(on, holder)
		way = way[:len(way)-1]
		return nil
	}
	for _, h := range r.holders {
		if !done[h] {
			if circle := walk(h); circle != nil {
				return circle
			}
		}
	}
	return nil
}

// inCircle names what goes round in a circle.
func inCircle(ids []string) string {
	const shown = 8
	if len(ids) > shown {
		return strings.Join(ids[:shown], ", ") + ", …"
	}
	return strings.Join(append(slices.Clip(ids), ids[0]), ", ")
}
