package pane

import (
	"time"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
	"sitrep/briefing/page"
)

// Timeline is the events in the order of their dates, under their months, with
// what is past and what is to come parted at as-of.
func Timeline(x *briefing.Index) Column {
	l := &list{}
	group, parted := "", false
	_, asOf, _, known := x.Briefing.AsOf.Bounds()
	for _, e := range x.Events() {
		if !x.Shows(briefing.KindEvent, e.ID) {
			continue
		}
		if !parted && known && isAhead(e, asOf) {
			parted = true
			l.heading("As of " + x.Briefing.AsOf.Words() + " — what follows is ahead")
			group = ""
		}
		if g := month(e); g != group {
			group = g
			l.heading(g)
		}
		l.entry(page.To(briefing.KindEvent, e.ID), func() page.Entry { return page.EventRow(e) })
	}
	column := l.flow(x, noEvents, briefing.KindEvent)
	if f, ok := column.(*Flow); ok {
		f.crown = newDensity(x)
	}
	return column
}

// noEvents is shown where there is nothing to show.
const noEvents = "This briefing has no events."

// isAhead reports whether an event begins after the cut-off.
func isAhead(e *briefing.Event, asOf time.Time) bool {
	earliest, _, begins, _ := e.When.Date.Bounds()
	return begins && earliest.After(asOf)
}

// month is the heading that an event stands under: the month that its date
// begins in, or the year where no more is known.
func month(e *briefing.Event) string {
	d := e.When.Date
	earliest, latest, begins, ends := d.Bounds()
	switch {
	case !begins && !ends:
		return "Date not known"
	case !begins:
		earliest = latest
	}
	if d.Precision() < edtf.Month {
		return earliest.Format("2006")
	}
	return earliest.Format("January 2006")
}
