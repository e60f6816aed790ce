package lanes

import (
	"math"

	"sitrep/briefing"
)

// stroke is the kind of a line.
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
	endUnknown        // it ended at an unknown time
)

// bound is what is not known of a date, in one cell before its mark.
type bound uint8

const (
	known  bound = iota
	unsure       // uncertain or approximate
	until        // then or earlier
	since        // then or later
)

// undated is the time of an event without a date, after all others.
const undated = math.MaxInt64

// moment is the place of an event on the time line. Its times are in seconds
// since the start of 1970 in UTC.
type moment struct {
	at     int64 // the time of its mark: its start, or else its end
	to     int64 // the last second of its line
	stroke stroke
	ending ending
	bound  bound
}

// cutoff is the end of the time that a briefing can know about.
type cutoff struct {
	at    int64 // the first second after it
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

// momentsOf returns the moments of events, in the order of the events. A mark
// is never before that of the event before it: an event without a time of day
// that follows one with a time on the same day gets that time.
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

// between sets the line of a date with two bounds. An interval lasts from one
// to the other. Anything else happened somewhere between them, and what has
// occurred did so before the cut-off.
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

// goesOn draws the line up to the cut-off. Nothing is known after that.
func (m *moment) goesOn(c cutoff) {
	m.stroke, m.ending, m.to = solid, open, c.last(m.at)
}
