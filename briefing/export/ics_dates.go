package export

import (
	"strings"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

// icsSpan is the start and end of an entry. The end is empty if the entry has
// none, and both are if the date has no entry. The kind follows the names of
// the properties.
type icsSpan struct{ kind, start, end string }

// What a calendar cannot say about a date.
const (
	icsTooFar  = "event outside the years 1 to 9999"
	icsMixed   = "time of day of a date whose ends are not both times, or not both with a zone"
	icsInstant = "fraction of a second"
)

// icsSpanOf returns the entry of a date, and what the entry leaves out.
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

// icsMoments returns an entry from one time to another. A single time has no
// end, since an end must be later than its start.
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

// icsClock returns the time of an end as it is written, in UTC and in whole
// seconds, and whether it has a fraction of a second.
func icsClock(end edtf.Bound) (at time.Time, fraction bool) {
	const lastOfSecond = 999_999 * time.Microsecond
	unit := time.Second
	if end.Precision == edtf.Minute {
		unit = time.Minute
	}
	part := time.Duration(end.At.Nanosecond())
	return end.At.UTC().Truncate(unit), part != 0 && part != lastOfSecond
}

// inICSYears reports whether the year of t has four digits, which is all that
// the format can write, in its own zone and in UTC.
func inICSYears(t time.Time) bool {
	const last = 9999
	return min(t.Year(), t.UTC().Year()) >= 1 && max(t.Year(), t.UTC().Year()) <= last
}

// icsTitle returns the title of an event and what its place in a calendar does
// not show: that the day is the last possible one or one of several, and that
// the event is alleged.
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
