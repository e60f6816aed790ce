package edtf

import (
	"math"
	"time"
)

// instant is a moment in microseconds since the start of 1970 in UTC.
// Nanoseconds would not cover all years from -9999 to 9999.
type instant int64

// The instants of a date that has no bound on a side.
const (
	noEarliest instant = math.MinInt64
	noLatest   instant = math.MaxInt64
)

const (
	microsPerSecond instant = 1_000_000
	microsPerMinute         = microsPerSecond * secondsPerMinute
	microsPerDay            = microsPerMinute * minutesPerDay
)

func (i instant) time() time.Time { return time.UnixMicro(int64(i)).UTC() }

// midnight returns the start of a day. Month 13 is January of the next year.
func midnight(year, month, day int) instant {
	return instant(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).UnixMicro())
}

func (x *expression) bounds() (earliest, latest instant) {
	if len(x.members) == 0 {
		return x.span.bounds()
	}
	earliest, latest = noLatest, noEarliest
	for i := range x.members {
		first, last := x.members[i].bounds()
		earliest, latest = min(earliest, first), max(latest, last)
	}
	return earliest, latest
}

func (s *span) bounds() (earliest, latest instant) {
	switch s.shape {
	case fromTo:
		earliest, _ = s.from.bounds()
		_, latest = s.to.bounds()
	case fromOpen, fromUnknown:
		earliest, _ = s.from.bounds()
		latest = noLatest
	case openTo, unknownTo:
		earliest = noEarliest
		_, latest = s.to.bounds()
	default:
		return s.from.bounds()
	}
	return earliest, latest
}

func (p *point) bounds() (earliest, latest instant) {
	switch {
	case p.open.year() == allOfYear:
		return noEarliest, noLatest
	case p.open != 0:
		return p.openBounds()
	}
	year := p.signedYear()
	switch p.written {
	case Year:
		return midnight(year, 1, 1), midnight(year+1, 1, 1) - 1
	case SubYear:
		s := p.subYear()
		first := int(s.first)
		return midnight(year, first, 1), midnight(year, first+s.months, 1) - 1
	case Month:
		month := int(p.month)
		return midnight(year, month, 1), midnight(year, month+1, 1) - 1
	case Day:
		day := midnight(year, int(p.month), int(p.day))
		return day, day + microsPerDay - 1
	}
	return p.timeBounds()
}

// timeBounds returns the first and last moment of a time. A minute and a second
// last as long as they do, and a time with a fraction is one moment. A leap
// second counts as the second before it, so that it stays within its day.
func (p *point) timeBounds() (earliest, latest instant) {
	c := &p.clock
	minutes := int(c.hour)*minutesPerHour + int(c.minute) - int(c.offset)
	earliest = midnight(p.signedYear(), int(p.month), int(p.day)) + instant(minutes)*microsPerMinute
	if p.written == Minute {
		return earliest, earliest + microsPerMinute - 1
	}
	earliest += instant(min(c.second, secondsPerMinute-1))*microsPerSecond + instant(c.micros)
	if c.micros != 0 {
		return earliest, earliest
	}
	return earliest, earliest + microsPerSecond - 1
}

// openBounds returns the bounds of a date with unspecified digits: the start of
// the first date that fits and the end of the last.
func (p *point) openBounds() (earliest, latest instant) {
	if p.written == Day {
		year, month, day, _ := p.dayFrom(true)
		earliest = midnight(year, month, day)
		year, month, day, _ = p.dayFrom(false)
		return earliest, midnight(year, month, day) + microsPerDay - 1
	}
	first, last := int(p.year), highest(int(p.year), p.open.year())
	if p.negative {
		first, last = -last, min(-first, -1)
	}
	switch p.written {
	case SubYear:
		s := p.subYear()
		return midnight(first, int(s.first), 1), midnight(last, int(s.first)+s.months, 1) - 1
	case Month:
		months := p.possibleMonths()
		return midnight(first, months[0], 1), midnight(last, months[len(months)-1]+1, 1) - 1
	}
	return midnight(first, 1, 1), midnight(last+1, 1, 1) - 1
}

// extremes returns the dates that begin first and end last. A span with only
// one end counts as that date.
func (x *expression) extremes() (first, last *point) {
	earliest, latest := noLatest, noEarliest
	members := x.members
	if len(members) == 0 {
		members = []span{x.span}
	}
	for i := range members {
		m := &members[i]
		from, to := &m.from, &m.to
		switch m.shape {
		case onePoint, fromOpen, fromUnknown:
			to = from
		case openTo, unknownTo:
			from = to
		}
		if begin, _ := from.bounds(); first == nil || begin < earliest {
			first, earliest = from, begin
		}
		if _, end := to.bounds(); last == nil || end > latest {
			last, latest = to, end
		}
	}
	return first, last
}
