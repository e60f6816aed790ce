// Package edtf reads, orders and words dates as the news knows them: a day, a
// month, "about the 11th", "since April", "by Thursday", "spring or summer".
//
// It understands the Extended Date/Time Format of ISO 8601-2:2019 (annex A;
// the Library of Congress publishes the same profile): level 0, level 1
// without years of more than four digits, and from level 2 the sub-year codes
// 21 to 41, sets, qualifiers of single components and unspecified digits
// anywhere. Beyond the standard it takes times without seconds, fractions of a
// second, and times as the ends of an interval or the members of a set; every
// RFC 3339 time with capital T and Z is therefore a date here.
//
// It will not guess. It reads no prose ("last Friday"), no other order of day
// and month, and no date that the calendar does not have; it never makes a
// date more precise than it was written, and it knows no present moment and no
// time zone but the one written beside a time. Exponents, significant digits
// and Y-years are refused.
package edtf

import "time"

// Date is one EDTF expression: a date, an interval of dates, or a set of them.
// It is immutable and comparable with ==, which is true when both were written
// alike. The zero Date is no date at all.
type Date struct {
	text             string
	earliest, latest instant
	precision        Precision
	form             form
	shape            shape
	marks            mark
}

// Parse reads one EDTF expression, with nothing before or after it. An error
// is always a *SyntaxError.
func Parse(s string) (Date, error) {
	var x expression
	if err := x.parse(s); err != nil {
		return Date{}, err
	}
	earliest, latest := x.bounds()
	return Date{
		text:      s,
		earliest:  earliest,
		latest:    latest,
		precision: x.precision(),
		form:      x.form,
		shape:     x.span.shape,
		marks:     x.marks(),
	}, nil
}

// expression parses the text again. The parts of a date are not kept: they
// would make every Date several times larger, and only its words need them.
func (d Date) expression() expression {
	var x expression
	if err := x.parse(d.text); err != nil {
		return expression{}
	}
	return x
}

// String is the date as it was written, or "" for no date.
func (d Date) String() string { return d.text }

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d.text == "" }

// Equal reports whether both dates were written alike, as == does. Two dates
// that cover the same time but are written differently are not equal.
func (d Date) Equal(e Date) bool { return d == e }

// IsInterval reports whether the date is an interval, written with a slash.
func (d Date) IsInterval() bool { return d.form == interval }

// Ongoing reports whether the date is an interval with an open end, "X/..":
// what it dates is still going on.
func (d Date) Ongoing() bool { return d.form == interval && d.shape == fromOpen }

// EndUnknown reports whether the date is an interval that has an end which
// nobody has told, "X/".
func (d Date) EndUnknown() bool { return d.form == interval && d.shape == fromUnknown }

// Uncertain reports whether any part of the date is marked as uncertain, with
// "?" or "%".
func (d Date) Uncertain() bool { return d.marks.has(uncertain) }

// Approximate reports whether any part of the date is marked as approximate,
// with "~" or "%".
func (d Date) Approximate() bool { return d.marks.has(approximate) }

// SomeYear reports whether the date is in one of several known years and nobody
// knows in which: 201X, 156X-12-25, [2023,2024]. A winter that runs into the next
// year is not.
func (d Date) SomeYear() bool {
	if d.IsZero() || d.form == interval || d.form == allOf || d.precision == SubYear || d.earliest == noEarliest || d.latest == noLatest {
		return false
	}
	return d.earliest.time().Year() != d.latest.time().Year()
}

// Season is the season that a single date names, from 1 for spring to 4 for
// winter, of whichever hemisphere. It is 0 for any other date, and where the
// year of the season is not known.
func (d Date) Season() int {
	const names, firstQuarter = 4, 33
	if d.form != single || d.precision != SubYear {
		return 0
	}
	x := d.expression()
	code := int(x.span.from.month)
	if code >= firstQuarter {
		return 0
	}
	return (code-firstCode)%names + 1
}

// Precision is the finest unit that is wholly specified: a month for
// 2024-06-XX. It is a year where digits of the year are unspecified: 201X is
// one year of ten, not ten years. For intervals and sets it is that of the
// coarsest date in them. Qualifiers do not change it.
func (d Date) Precision() Precision { return d.precision }

// Bounds gives the first and the last moment that the date can mean, in UTC.
// Both are inclusive: the last moment of a day is 23:59:59.999999. Without a
// bound on a side the moment is the zero time and the flag is false: "X/.."
// and "X/" have no latest, "../X", "/X" and "[..X]" no earliest, and a date
// whose year is wholly unspecified has neither.
//
// A day, and a time without a zone, count as UTC. Qualifiers do not widen the
// bounds: nobody knows by how much. A set reaches from its first member to its
// last. Seasons are the meteorological ones, northern unless the code says
// southern: 2024-21 is March to May 2024, 2024-24 December 2024 to February
// 2025, 2024-29 September to November 2024.
func (d Date) Bounds() (earliest, latest time.Time, hasEarliest, hasLatest bool) {
	if d.IsZero() {
		return
	}
	if hasEarliest = d.earliest != noEarliest; hasEarliest {
		earliest = d.earliest.time()
	}
	if hasLatest = d.latest != noLatest; hasLatest {
		latest = d.latest.time()
	}
	return
}

// Bound is the first or the last moment that a date can mean, with what is
// written of the date there.
type Bound struct {
	At        time.Time // as Bounds gives it, in the zone that is written, or else in UTC
	Precision Precision // of this end
	Zoned     bool      // a zone is written
}

// Earliest is the first moment that the date can mean; ok is false where it has
// none.
func (d Date) Earliest() (b Bound, ok bool) {
	if d.IsZero() || d.earliest == noEarliest {
		return Bound{}, false
	}
	x := d.expression()
	first, _ := x.extremes()
	return first.bound(d.earliest), true
}

// Latest is the last moment that the date can mean; ok is false where it has
// none.
func (d Date) Latest() (b Bound, ok bool) {
	if d.IsZero() || d.latest == noLatest {
		return Bound{}, false
	}
	x := d.expression()
	_, last := x.extremes()
	return last.bound(d.latest), true
}

func (p *point) bound(i instant) Bound {
	at := i.time()
	if p.clock.zone == offset {
		at = at.In(time.FixedZone("", int(p.clock.offset)*secondsPerMinute))
	}
	return Bound{at, p.precision(), p.clock.zone != noZone}
}
