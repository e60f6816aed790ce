package edtf

import "time"

// The zones in which a day begins first and last on earth.
const (
	easternmost = 14 * time.Hour
	westernmost = -12 * time.Hour
)

// After reports whether the whole of d is later than the whole of e, wherever
// on earth they are. A day, and a time without a zone, may be of any zone from
// UTC+14 to UTC-12, so against a time with a zone it is later only when it is
// in all of them. Where both have no zone, both are taken to be of the same
// one: 13 June is after 12 June. It is false where d has no first moment or e no
// last one.
func (d Date) After(e Date) bool {
	first, begins := d.Earliest()
	last, ends := e.Latest()
	if !begins || !ends {
		return false
	}
	at := first.At
	switch {
	case !first.Zoned && last.Zoned:
		at = at.Add(-easternmost)
	case first.Zoned && !last.Zoned:
		at = at.Add(westernmost)
	}
	return at.After(last.At)
}
