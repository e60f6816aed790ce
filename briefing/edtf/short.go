package edtf

// Short returns the date in few cells, for a column of dates, or "" for no
// date. A single date takes at most 12 cells, a one-sided date 18, a range 26
// and a set that is open on both sides 30, with one more cell for each qualifier
// ("~" before, "?" after).
//
//	2024-10-28              28 Oct 2024
//	2024-10, 2024           Oct 2024, 2024
//	2024-34, 2024-40        Q2 2024, H1 2024
//	2024-37                 Jan–Apr 2024
//	2024-21, -25, -29       spring 2024, N spr 2024, S spr 2024
//	198X, 19XX              198?, 19??
//	2024-10-XX, 2024-XX     ?? Oct 2024, ??? 2024
//	2024-10-28~, ?, %       ~28 Oct 2024, 28 Oct 2024?, ~28 Oct 2024?
//	2024-10-28/..           since 28 Oct 2024
//	2024-10-28/             28 Oct 2024–?
//	../2024-10, /2024-10    until Oct 2024, ?–Oct 2024
//	2024-10-22/2024-10-24   22–24 Oct 2024
//	[..2024-10-31]          by 31 Oct 2024
//	[2024-10..]             Oct 2024+
//	[2024-05-02,2024-05-05] 2–5 May 2024?  (one date, somewhere in the range)
//	{2024-05-02,2024-05-05} 2 May 2024 …   (the first of several)
//
// Short always has the year. It leaves out the time of day, and which component a
// qualifier belongs to: Clock returns the time, and Words has both.
func (d Date) Short() string {
	if d.IsZero() {
		return ""
	}
	x := d.expression()
	var room [wordsRoom]byte
	b := room[:0]
	switch {
	case x.form == single:
		b = appendShort(b, &x.span.from)
	case x.form == interval:
		b = appendShortInterval(b, &x.span)
	case len(x.members) == 1 && x.members[0].shape == onePoint:
		b = appendShort(b, &x.members[0].from)
	default:
		b = appendShortSet(b, &x)
	}
	return string(b)
}

func appendShortInterval(b []byte, s *span) []byte {
	switch s.shape {
	case fromOpen:
		b = append(b, "since "...)
		return appendShort(b, &s.from)
	case fromUnknown:
		b = appendShort(b, &s.from)
		return append(b, "–?"...)
	case openTo:
		b = append(b, "until "...)
		return appendShort(b, &s.to)
	case unknownTo:
		b = append(b, "?–"...)
		return appendShort(b, &s.to)
	}
	return appendShortRange(b, &s.from, &s.to)
}

func appendShortRange(b []byte, from, to *point) []byte {
	s := span{shape: fromTo, from: from.toDay(), to: to.toDay()}
	if s.compact() {
		return appendCompact(b, &s.from, &s.to, &shortNames)
	}
	b = appendShort(b, from)
	b = append(b, dash...)
	return appendShort(b, to)
}

func (p *point) toDay() point {
	day := *p
	day.written, day.clock = min(p.written, Day), clock{}
	return day
}

// appendShortSet appends the open end of a set if it has one, since then
// nothing narrower is known, and otherwise its first date and its last.
func appendShortSet(b []byte, x *expression) []byte {
	first, last := x.extremes()
	opensBefore, opensAfter := x.members[0].shape == openTo, x.members[len(x.members)-1].shape == fromOpen
	switch {
	case opensBefore && opensAfter && x.form == oneOf:
		b = append(b, "by "...)
		b = appendShort(b, &x.members[0].to)
		b = append(b, " or "...)
		b = appendShort(b, &x.members[len(x.members)-1].from)
		return append(b, '+')
	case opensBefore && x.form == oneOf:
		b = append(b, "by "...)
		return appendShort(b, last)
	case opensBefore:
		b = append(b, "until "...)
		return appendShort(b, last)
	case opensAfter:
		b = appendShort(b, first)
		return append(b, '+')
	case x.form == oneOf:
		b = appendShortRange(b, first, last)
		if b[len(b)-1] != '?' {
			b = append(b, '?')
		}
		return b
	case len(x.members) == 1:
		return appendShortRange(b, first, last)
	}
	b = appendShort(b, first)
	return append(b, " …"...)
}

func appendShort(b []byte, p *point) []byte {
	if p.marks.has(approximate) {
		b = append(b, '~')
	}
	switch {
	case p.written == SubYear:
		b = appendShortSubYear(b, p)
	case p.open == 0:
		b = appendPlain(b, p, p.written, &shortNames)
	default:
		b = appendShortOpen(b, p)
	}
	if p.marks.has(uncertain) {
		b = append(b, '?')
	}
	return b
}

func appendShortSubYear(b []byte, p *point) []byte {
	b = append(b, p.subYear().short...)
	b = append(b, ' ')
	return appendDigits(b, p, '?')
}

// appendShortOpen appends a date with a question mark for each digit, and for
// each letter of a month, that is not known.
func appendShortOpen(b []byte, p *point) []byte {
	if p.written >= Day {
		b = appendShortDay(b, p)
	}
	if p.written >= Month {
		name := "???"
		if months := p.possibleMonths(); len(months) == 1 {
			name = shortMonths[months[0]-1]
		}
		b = append(b, name...)
		b = append(b, ' ')
	}
	return appendDigits(b, p, '?')
}

func appendShortDay(b []byte, p *point) []byte {
	if p.open.day() == 0 {
		b = appendNumber(b, int(p.day))
		return append(b, ' ')
	}
	at := len(b)
	b = appendPadded(b, int(p.day), twoWidth)
	if p.open.day()&(lastDigit<<1) != 0 {
		b[at] = '?'
	}
	if p.open.day()&lastDigit != 0 {
		b[at+1] = '?'
	}
	return append(b, ' ')
}

// Clock returns the time of day of a date, which Short leaves out: "18:00",
// "18:00 UTC+02:00", "04:03–04:06 UTC". If only one of two ends has a time, it
// is "from 18:30" or "until 18:30". Clock returns "" for a date without a time.
func (d Date) Clock() string {
	x := d.expression()
	first, last := x.extremes()
	var room [wordsRoom]byte
	b := room[:0]
	switch hasFirst, hasLast := first.written >= Minute, last.written >= Minute; {
	case !hasFirst && !hasLast:
		return ""
	case !hasLast:
		b = append(b, "from "...)
		b = appendClock(b, &first.clock)
		return string(appendZone(b, &first.clock))
	case !hasFirst:
		b = append(b, "until "...)
	case first.clock != last.clock:
		b = appendClock(b, &first.clock)
		if first.clock.zone != last.clock.zone || first.clock.offset != last.clock.offset {
			b = appendZone(b, &first.clock)
		}
		b = append(b, dash...)
	}
	b = appendClock(b, &last.clock)
	return string(appendZone(b, &last.clock))
}
