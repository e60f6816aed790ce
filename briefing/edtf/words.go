package edtf

// Words returns the date in plain English, in lower case and without a full
// stop, so that it fits into a sentence: "11 June 2024", "about June 2024",
// "since April 2024", "second quarter of 2024", "22–24 October 2024". It
// returns "" for no date.
//
// The words add nothing to what is written. A day gets no time, a time without
// a zone gets no zone, and unspecified digits are named as such: "some day in
// June 2024". Words leaves out seconds that are zero, and fractions of a
// second. Years before year 0 keep their number ("year -43" would be 44 BC). A
// winter that runs into the next year has both years.
func (d Date) Words() string {
	if d.IsZero() {
		return ""
	}
	x := d.expression()
	var room [wordsRoom]byte
	b := room[:0]
	switch x.form {
	case single:
		b = appendPhrase(b, &x.span.from, alone)
	case interval:
		b = appendInterval(b, &x.span)
	case oneOf, allOf:
		b = appendSet(b, &x)
	}
	return string(b)
}

func appendInterval(b []byte, s *span) []byte {
	switch s.shape {
	case fromOpen:
		b = append(b, "since "...)
		return appendPhrase(b, &s.from, within)
	case fromUnknown:
		b = append(b, "from "...)
		b = appendPhrase(b, &s.from, within)
		return append(b, ", end not known"...)
	case openTo:
		b = append(b, "until "...)
		return appendPhrase(b, &s.to, within)
	case unknownTo:
		b = append(b, "until "...)
		b = appendPhrase(b, &s.to, within)
		return append(b, ", start not known"...)
	}
	if s.compact() {
		return appendCompact(b, &s.from, &s.to, &longNames)
	}
	b = append(b, "from "...)
	b = appendPhrase(b, &s.from, within)
	b = append(b, " until "...)
	return appendPhrase(b, &s.to, within)
}

func appendSet(b []byte, x *expression) []byte {
	if len(x.members) == 1 {
		switch m := &x.members[0]; {
		case m.shape == onePoint:
			return appendPhrase(b, &m.from, alone)
		case m.shape == openTo && x.form == oneOf:
			b = append(b, "by "...)
			return appendPhrase(b, &m.to, within)
		case m.shape != fromTo:
			return appendMember(b, m, x.form)
		}
	}
	if x.form == oneOf {
		b = append(b, "one of "...)
	} else {
		b = append(b, "all of "...)
	}
	for i := range x.members {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = appendMember(b, &x.members[i], x.form)
	}
	return b
}

// appendMember appends a member of a set. An open end is an alternative if one
// member is meant, and an addition if all are.
func appendMember(b []byte, m *span, f form) []byte {
	conjunction := " or "
	if f == allOf {
		conjunction = " and "
	}
	switch m.shape {
	case openTo:
		b = appendPhrase(b, &m.to, within)
		b = append(b, conjunction...)
		return append(b, "earlier"...)
	case fromOpen:
		b = appendPhrase(b, &m.from, within)
		b = append(b, conjunction...)
		return append(b, "later"...)
	case onePoint:
		return appendPhrase(b, &m.from, within)
	}
	if m.compact() {
		return appendCompact(b, &m.from, &m.to, &longNames)
	}
	b = appendPhrase(b, &m.from, within)
	b = append(b, " to "...)
	return appendPhrase(b, &m.to, within)
}

// compact reports whether the ends of a span can share what they have in
// common: both are plain and of one precision, and times are on one day in one
// zone.
func (s *span) compact() bool {
	from, to := &s.from, &s.to
	switch {
	case !from.plain() || !to.plain() || from.written != to.written:
		return false
	case from.written == SubYear:
		return false
	case from.written >= Minute:
		return from.sameDay(to) && from.clock.zone == to.clock.zone && from.clock.offset == to.clock.offset
	}
	return true
}

// plain reports whether the numbers say everything about p.
func (p *point) plain() bool { return p.open == 0 && p.marks == 0 && !p.negative }

func (p *point) sameMonth(q *point) bool { return p.year == q.year && p.month == q.month }
func (p *point) sameDay(q *point) bool   { return p.sameMonth(q) && p.day == q.day }

// appendCompact appends the two ends of a span for which compact returns true,
// with each common part once.
func appendCompact(b []byte, from, to *point, names *monthNames) []byte {
	switch {
	case from.written >= Minute:
		b = appendPlain(b, from, Day, names)
		b = append(b, ", "...)
		b = appendClock(b, &from.clock)
		if from.clock != to.clock {
			b = append(b, dash...)
			b = appendClock(b, &to.clock)
		}
		return appendZone(b, &from.clock)
	case from.sameDay(to):
		return appendPlain(b, to, to.written, names)
	case from.written == Year:
		b = appendYear(b, from)
		b = append(b, dash...)
	case from.written == Month && from.year == to.year:
		b = append(b, names.months[from.month-1]...)
		b = append(b, dash...)
	case from.sameMonth(to):
		b = appendNumber(b, int(from.day))
		b = append(b, dash...)
	case from.year == to.year:
		b = appendNumber(b, int(from.day))
		b = append(b, ' ')
		b = append(b, names.months[from.month-1]...)
		b = append(b, names.dash...)
	default:
		b = appendPlain(b, from, from.written, names)
		b = append(b, names.dash...)
	}
	return appendPlain(b, to, to.written, names)
}
