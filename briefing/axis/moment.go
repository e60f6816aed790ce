package axis

import (
	"math"

	"sitrep/briefing"
)

// Stroke is the kind of a line.
type Stroke uint8

// The strokes.
const (
	NoStroke Stroke = iota
	Dotted          // somewhere within this time
	Solid           // all this time
)

// Ending is the end of a line.
type Ending uint8

// The endings.
const (
	NoEnding   Ending = iota
	Closed            // it ended then
	Open              // it goes on
	EndUnknown        // it ended at an unknown time
)

// Bound is what is not known of a date.
type Bound uint8

// The bounds.
const (
	Known  Bound = iota
	Unsure       // uncertain or approximate
	Until        // then or earlier
	Since        // then or later
)

// Undated is the time of an event without a date, after all others.
const Undated = math.MaxInt64

// Moment is the place of an event on the time line. Its times are in seconds
// since the start of 1970 in UTC.
type Moment struct {
	At     int64 // the time of its mark: its start, or else its end
	To     int64 // the last second of its line
	Stroke Stroke
	Ending Ending
	Bound  Bound
}

// Cutoff is the end of the time that a briefing can know about.
type Cutoff struct {
	At    int64 // the first second after it
	Known bool
}

// CutoffOf returns the cut-off of a briefing, which is not known if its date has no
// end.
func CutoffOf(b *briefing.Briefing) Cutoff {
	_, latest, _, known := b.AsOf.Bounds()
	if !known {
		return Cutoff{}
	}
	return Cutoff{latest.Unix() + 1, true}
}

// last returns the last second before the cut-off, but none before from.
func (c Cutoff) last(from int64) int64 {
	if !c.Known {
		return from
	}
	return max(from, c.At-1)
}

// MomentsOf returns the moments of events, in the order of the events. A mark
// is never before that of the event before it: an event without a time of day
// that follows one with a time on the same day gets that time.
func MomentsOf(events []*briefing.Event, c Cutoff) []Moment {
	out := make([]Moment, len(events))
	for i, e := range events {
		m := momentOf(e, c)
		if i > 0 {
			m.At = max(m.At, out[i-1].At)
			m.To = max(m.To, m.At)
		}
		out[i] = m
	}
	return out
}

func momentOf(e *briefing.Event, c Cutoff) Moment {
	d := e.When.Date
	earliest, latest, begins, ends := d.Bounds()
	m := Moment{At: Undated, To: Undated}
	if d.Uncertain() || d.Approximate() {
		m.Bound = Unsure
	}
	switch {
	case begins && ends:
		m.At, m.To = earliest.Unix(), latest.Unix()
		m.between(e, c)
	case begins:
		m.At, m.To = earliest.Unix(), earliest.Unix()
		m.withoutEnd(e, c)
	case ends:
		m.At, m.To, m.Bound = latest.Unix(), latest.Unix(), Until
	default:
		return m
	}
	if e.Status == briefing.EventOngoing && m.Ending == NoEnding {
		m.goesOn(c)
	}
	return m
}

// between sets the line of a date with two bounds. An interval lasts from one
// to the other. Anything else happened somewhere between them, and what has
// occurred did so before the cut-off.
func (m *Moment) between(e *briefing.Event, c Cutoff) {
	if e.When.Date.IsInterval() {
		m.Stroke, m.Ending = Solid, Closed
		return
	}
	m.Stroke = Dotted
	if e.Status == briefing.EventOccurred && c.Known && m.At < c.At {
		m.To = min(m.To, c.At-1)
	}
}

func (m *Moment) withoutEnd(e *briefing.Event, c Cutoff) {
	switch d := e.When.Date; {
	case d.Ongoing():
		m.goesOn(c)
	case d.EndUnknown():
		m.Stroke, m.Ending, m.To = Dotted, EndUnknown, c.last(m.At)
	default:
		m.Bound = Since
	}
}

// goesOn draws the line up to the cut-off. Nothing is known after that.
func (m *Moment) goesOn(c Cutoff) {
	m.Stroke, m.Ending, m.To = Solid, Open, c.last(m.At)
}
