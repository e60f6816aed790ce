package page

import (
	"time"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

// Timeline returns the events in the order of their dates, under their months,
// with past and future separated at the cut-off.
func Timeline(x *briefing.Index) []Block {
	var out []Block
	group, parted := "", false
	var before *briefing.Event
	for _, e := range x.Events() {
		if !x.Shows(briefing.KindEvent, e.ID) {
			continue
		}
		if !parted && x.Ahead(e) {
			parted = true
			out = appendHeading(out, "As of "+x.Briefing.AsOf.Words()+" — what follows is ahead")
			group = ""
		}
		if g := Month(e); g != group {
			group, before = g, nil
			out = appendHeading(out, g)
		}
		last, heading := before, shortHeading(group)
		out = append(out, later(briefing.KindEvent, e.ID, func() Entry { return TimelineRow(x, e, last, heading) }))
		before = e
	}
	return out
}

// Month returns the heading of an event: the month in which its date begins,
// the year if no more is known, or what is known of the year.
func Month(e *briefing.Event) string {
	d := e.When.Date
	earliest, latest, begins, ends := d.Bounds()
	switch {
	case !begins && !ends:
		return "Date not known"
	case !begins:
		earliest = latest
	}
	if d.Precision() == edtf.Year && d.SomeYear() {
		return d.Short()
	}
	if d.Precision() < edtf.Month {
		return earliest.Format("2006")
	}
	return earliest.Format("January 2006")
}

// shortHeading returns a heading as the dates under it are written: "Oct 2024".
func shortHeading(heading string) string {
	if t, err := time.Parse("January 2006", heading); err == nil {
		return t.Format("Jan 2006")
	}
	return heading
}

// ActorGroups are the headings of the kinds of actors.
var ActorGroups = map[briefing.ActorKind]string{
	"state": "States", "organization": "Organizations", "person": "People", "group": "Groups", "unnamed": "Unnamed",
}

// Actors returns the actors by kind, each below the one that it is part of.
func Actors(x *briefing.Index) []Block {
	var out []Block
	var kind, headed briefing.ActorKind
	for a, depth := range x.ListActors() {
		if depth == 0 {
			kind = a.Kind
		}
		if !x.Shows(briefing.KindActor, a.ID) {
			continue
		}
		if kind != headed {
			out = appendHeading(out, ActorGroups[kind])
			headed = kind
		}
		out = append(out, later(briefing.KindActor, a.ID, func() Entry { return ActorRow(x, a, depth) }))
	}
	return out
}

// Claims returns the questions, contested ones first, and under each its claims
// with the signs of those who take a position.
func Claims(x *briefing.Index) []Block {
	var out []Block
	for _, q := range x.QuestionsByDispute() {
		headed := false
		for i := range q.Claims {
			c := &q.Claims[i]
			if !x.Shows(briefing.KindClaim, c.ID) {
				continue
			}
			if !headed {
				headed = true
				out = appendQuestion(out, x, q)
			} else {
				out = append(out, Blank{})
			}
			out = append(out, later(briefing.KindClaim, c.ID, func() Entry { return ClaimListRow(x, c) }))
		}
		if !headed && len(q.Claims) == 0 && x.Shows(briefing.KindQuestion, q.ID) {
			out = appendQuestion(out, x, q)
		}
	}
	return out
}

// appendQuestion appends the heading of a question's claims.
func appendQuestion(out []Block, x *briefing.Index, q *briefing.Question) []Block {
	if len(out) > 0 {
		out = append(out, Blank{})
	}
	return append(out, Later{To: To(briefing.KindQuestion, q.ID), Head: true, Make: func() Entry { return QuestionHeading(x, q) }})
}

// Sources returns the sources in the order of the file, each under the source that
// it copies.
func Sources(x *briefing.Index) []Block {
	var out []Block
	for s, depth := range x.ListSources() {
		if x.Shows(briefing.KindSource, s.ID) {
			out = append(out, later(briefing.KindSource, s.ID, func() Entry { return SourceRow(x, s, depth) }))
		}
	}
	return out
}

// appendHeading appends a heading, with a blank line before it if there are rows
// above.
func appendHeading(out []Block, text string) []Block {
	if len(out) > 0 {
		out = append(out, Blank{})
	}
	return append(out, Section{Text: text})
}

// howToWrite follows the message for an empty part of a briefing.
const howToWrite = " sitrep new - shows how each part is written."

// None returns the message for an empty list of items of a kind: why the filter
// leaves nothing, or that the briefing has none.
func None(x *briefing.Index, of briefing.Kind) string {
	if why := x.WhyNone(of); why != "" {
		return "The filter leaves nothing here: " + why + "."
	}
	switch of {
	case briefing.KindEvent:
		return "This briefing has no events." + howToWrite
	case briefing.KindActor:
		return "This briefing names no actors." + howToWrite
	case briefing.KindClaim:
		return "This briefing asks no questions." + howToWrite
	case briefing.KindSource:
		return "This briefing names no sources." + howToWrite
	}
	return ""
}
