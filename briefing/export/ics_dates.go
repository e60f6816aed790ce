package export

import (
	"strings"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

// icsSpan is when an entry begins and ends. The end is empty where there is
// none, both where the date has no entry. The kind is what stands behind the
// names of the properties.
type icsSpan struct{ kind, start, end string }

// What a calendar does not have of a date.
const (
	icsTooFar  = "event outside the years 1 to 9999"
	icsMixed   = "time of day of a date whose ends are not both times, or not both with a zone"
	icsInstant = "fraction of a second"
)

// icsSpanOf is the entry of a date, and what of it the entry leaves out.
func icsSpanOf(d edtf.Date) (s icsSpan, loss string) {
	first, begins := d.Earliest()
	last, ends := d.Latest()
	switch {
	case !begins && !ends:
		return icsSpan{}, eventUndated
	case !begins:
		first = last
	case !ends || d.SomeYear():
		last, ends = first, false
	}
	if !inICSYears(first.At) {
		return icsSpan{}, icsTooFar
	}
	if min(first.Precision, last.Precision) >= edtf.Minute && first.Zoned == last.Zoned && inICSYears(last.At) {
		return icsMoments(first, last)
	}
	if max(first.Precision, last.Precision) >= edtf.Minute {
		loss = icsMixed
	}
	s = icsSpan{kind: ";VALUE=DATE", start: first.At.Format(icsDay)}
	if next := last.At.AddDate(0, 0, 1); ends && inICSYears(next) {
		s.end = next.Format(icsDay)
	}
	return s, loss
}

// icsMoments is an entry from one time to another. A single time has no end: the
// entry is that moment, and an end has to be later.
func icsMoments(first, last edtf.Bound) (s icsSpan, loss string) {
	layout := icsFloating
	if first.Zoned {
		layout = icsMoment
	}
	from, fraction := icsClock(first)
	to, lastFraction := icsClock(last)
	s.start = from.Format(layout)
	if to.After(from) {
		s.end = to.Format(layout)
	}
	if fraction || lastFraction {
		loss = icsInstant
	}
	return s, loss
}

// icsClock is the time of an end as it is written, in UTC and in whole seconds,
// and whether it has a fraction of one.
func icsClock(end edtf.Bound) (at time.Time, fraction bool) {
	const lastOfSecond = 999_999 * time.Microsecond
	unit := time.Second
	if end.Precision == edtf.Minute {
		unit = time.Minute
	}
	part := time.Duration(end.At.Nanosecond())
	return end.At.UTC().Truncate(unit), part != 0 && part != lastOfSecond
}

// inICSYears reports whether a year has four digits, which is all that the
// format can write, in the zone of a time and in UTC.
func inICSYears(t time.Time) bool {
	const last = 9999
	return min(t.Year(), t.UTC().Year()) >= 1 && max(t.Year(), t.UTC().Year()) <= last
}

// icsTitle is the title of an event, with what its place in a calendar does not
// say: that it is the last day, or one of several, and that it is alleged.
func icsTitle(e *briefing.Event) string {
	d := e.When.Date
	title := e.Title
	_, begins := d.Earliest()
	words := d.Words()
	switch {
	case !begins:
		if rest, ok := strings.CutPrefix(words, "until "); ok && e.Status == briefing.EventExpected {
			words = "by " + rest
		}
		title = strings.ToUpper(words[:1]) + words[1:] + ": " + title
	case d.SomeYear() || strings.HasPrefix(d.String(), "["):
		title += " (" + words + ")"
	}
	if e.Certainty == briefing.CertaintyAlleged {
		title += " (alleged)"
	}
	return title
}
