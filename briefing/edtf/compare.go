package edtf

import "time"

// The offsets of the zones in which a day begins first and last on Earth.
const (
	easternmost = 14 * time.Hour
	westernmost = -12 * time.Hour
)

// After reports whether all of d is later than all of e, wherever on Earth they
// are. A day, and a time without a zone, can be in any zone from UTC+14 to
// UTC-12, so it is later than a time with a zone only if it is later in all of
// them. If neither has a zone, both are taken to be in the same one: 13 June is
// after 12 June. After returns false if d has no first moment or e no last one.
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
