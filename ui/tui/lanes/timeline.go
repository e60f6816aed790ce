package lanes

import (
	"time"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
)

// Timeline returns the events in the order of their dates, under their months,
// with past and future separated at the cut-off.
func Timeline(x *briefing.Index) column.Column {
	l := &column.List{}
	group, parted := "", false
	var before *briefing.Event
	for _, e := range x.Events() {
		if !x.Shows(briefing.KindEvent, e.ID) {
			continue
		}
		if !parted && x.Ahead(e) {
			parted = true
			l.Heading("As of " + x.Briefing.AsOf.Words() + " — what follows is ahead")
			group = ""
		}
		if g := month(e); g != group {
			group, before = g, nil
			l.Heading(g)
		}
		last, heading := before, shortHeading(group)
		l.Entry(page.To(briefing.KindEvent, e.ID), func() page.Entry { return page.TimelineRow(x, e, last, heading) })
		before = e
	}
	f := l.Flow(x, noEvents, briefing.KindEvent)
	f.Header = newDensity(x)
	return f
}

// month returns the heading of an event: the month in which its date begins,
// the year if no more is known, or what is known of the year.
func month(e *briefing.Event) string {
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
