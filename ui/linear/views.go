package linear

import (
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/page"
)

// lanes returns the events by who takes part in them: a group for each actor.
func (r *Reader) lanes() *list {
	x := r.listing()
	l := newListed("", nil, page.None(x, briefing.KindEvent))
	add := func(name string, events []*briefing.Event) {
		var rows []page.Block
		for _, e := range events {
			if x.Shows(briefing.KindEvent, e.ID) {
				rows = append(rows, page.Later{To: page.To(briefing.KindEvent, e.ID), Make: func() page.Entry { return page.EventRow(x, e) }})
			}
		}
		if len(rows) > 0 {
			l.addGroup(name + ", " + briefing.Counted(len(rows), "event", "events"))
			l.add(rows)
		}
	}
	for a := range x.ListActors() {
		add("Lane of "+page.ActorName(x, a.ID), x.TookPart(a.ID))
	}
	var nobody []*briefing.Event
	for _, e := range x.Events() {
		if len(e.Actors) == 0 {
			nobody = append(nobody, e)
		}
	}
	add("No actor is named", nobody)
	l.listed = false
	l.count() // in each lane
	l.listed = true
	return l
}

// matrix returns the claims with a row for each cell in which an actor takes a position,
// and, with each question, who is involved and silent.
func (r *Reader) matrix() *list {
	x := r.listing()
	var rows []page.Block
	for _, q := range x.QuestionsByDispute() {
		var claims []page.Block
		for i := range q.Claims {
			c := &q.Claims[i]
			if !x.Shows(briefing.KindClaim, c.ID) {
				continue
			}
			claims = append(claims, page.Later{To: page.To(briefing.KindClaim, c.ID), Make: func() page.Entry { return page.ClaimListRow(x, c) }})
			for _, s := range x.StandsBySide(c.ID) {
				claims = append(claims, page.Later{To: page.Target{Ref: s.Ref()}, Make: func() page.Entry { return page.PositionRow(x, s, 0) }})
			}
		}
		if len(claims) == 0 && (len(q.Claims) > 0 || !x.Shows(briefing.KindQuestion, q.ID)) {
			continue
		}
		rows = append(rows, page.Later{To: page.To(briefing.KindQuestion, q.ID), Head: true, Make: func() page.Entry {
			row := page.QuestionHeading(x, q)
			if silent := x.Silent(q); len(silent) > 0 {
				named, more := briefing.SomeSilent(silent)
				names := strings.TrimSpace(briefing.JoinNames(briefing.Map(named, x.ActorName)) + " " + more)
				row.Under = append(row.Under, []page.Span{{Text: "involved and silent: ", Own: true}, {Text: names}})
			}
			return row
		}})
		rows = append(rows, claims...)
	}
	return newListed("", rows, page.None(x, briefing.KindClaim))
}
