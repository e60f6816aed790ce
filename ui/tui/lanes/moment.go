package lanes

import (
	"math"

	"sitrep/briefing"
)

// stroke is how a line says what it is.
type stroke uint8

const (
	noStroke stroke = iota
	dotted          // somewhere within this time
	solid           // all this time
)

// ending is the end of a line.
type ending uint8

const (
	noEnding   ending = iota
	closed            // it ended then
	open              // it goes on
	endUnknown        // it ended, nobody has told when
)

// bound is what is not known of a date, in one cell before its mark.
type bound uint8

const (
	known  bound = iota
	unsure       // uncertain or approximate
	until        // then or earlier
	since        // then or later
)

// undated is the place of what has no date: behind all that has.
const undated = math.MaxInt64

// moment is where an event stands on the line of time. Its times are in
// seconds from the start of 1970 in UTC.
type moment struct {
	at     int64 // where its mark stands: where it begins, or else where it ends
	to     int64 // the last second of its line
	stroke stroke
	ending ending
	bound  bound
}

// cutoff is the end of what a briefing can know of.
type cutoff struct {
	at    int64 // the first second behind it
	known bool
}

func cutoffOf(b *briefing.Briefing) cutoff {
	_, latest, _, known := b.AsOf.Bounds()
	if !known {
		return cutoff{}
	}
	return cutoff{latest.Unix() + 1, true}
}

// last returns the last second before the cut-off, but none before from.
func (c cutoff) last(from int64) int64 {
	if !c.known {
		return from
	}
	return max(from, c.at-1)
}

// momentsOf returns the moments of events in their order. A mark is never before that
// of an event before: of an event without a time that follows one with a time on
// its day, it stands at that time.
func momentsOf(events []*briefing.Event, c cutoff) []moment {
	out := make([]moment, len(events))
	for i, e := range events {
		m := momentOf(e, c)
		if i > 0 {
			m.at = max(m.at, out[i-1].at)
			m.to = max(m.to, m.at)
		}
		out[i] = m
	}
	return out
}

func momentOf(e *briefing.Event, c cutoff) moment {
	d := e.When.Date
	earliest, latest, begins, ends := d.Bounds()
	m := moment{at: undated, to: undated}
	if d.Uncertain() || d.Approximate() {
		m.bound = unsure
	}
	switch {
	case begins && ends:
		m.at, m.to = earliest.Unix(), latest.Unix()
		m.between(e, c)
	case begins:
		m.at, m.to = earliest.Unix(), earliest.Unix()
		m.withoutEnd(e, c)
	case ends:
		m.at, m.to, m.bound = latest.Unix(), latest.Unix(), until
	default:
		return m
	}
	if e.Status == briefing.EventOngoing && m.ending == noEnding {
		m.goesOn(c)
	}
	return m
}

// between is the line of a date with two bounds: an interval lasts all that
// time, anything else lies somewhere in it, and what has occurred not behind
// the cut-off.
func (m *moment) between(e *briefing.Event, c cutoff) {
	if e.When.Date.IsInterval() {
		m.stroke, m.ending = solid, closed
		return
	}
	m.stroke = dotted
	if e.Status == briefing.EventOccurred && c.known && m.at < c.at {
		m.to = min(m.to, c.at-1)
	}
}

func (m *moment) withoutEnd(e *briefing.Event, c cutoff) {
	switch d := e.When.Date; {
	case d.Ongoing():
		m.goesOn(c)
	case d.EndUnknown():
		m.stroke, m.ending, m.to = dotted, endUnknown, c.last(m.at)
	default:
		m.bound = since
	}
}

// goesOn draws the line up to the cut-off, behind which nobody knows.
func (m *moment) goesOn(c cutoff) {
	m.stroke, m.ending, m.to = solid, open, c.last(m.at)
}
