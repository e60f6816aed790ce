// Package edtf parses, orders and words dates as the news gives them: a day, a
// month, "about the 11th", "since April", "by Thursday", "spring or summer".
//
// It supports the Extended Date/Time Format of ISO 8601-2:2019 (annex A;
// the Library of Congress publishes the same profile): level 0, level 1
// without years of more than four digits, and from level 2 the sub-year codes
// 21 to 41, sets, qualifiers of single components and unspecified digits
// anywhere. Beyond the standard it accepts times without seconds, fractions of a
// second, and times as the ends of an interval or the members of a set. Every
// RFC 3339 time with a capital T and Z is therefore a valid date here.
//
// It never guesses. It does not read prose ("last Friday"), other orders of day
// and month, or dates that the calendar does not have. It never makes a date
// more precise than it was written, and it does not know the current time or any
// zone other than the one written after a time. Exponents, significant digits
// and Y-years are errors.
package edtf

import "time"

// Date is one EDTF expression: a date, an interval of dates, or a set of them.
// It is immutable and comparable with ==, which reports whether both were
// written alike. The zero Date is no date.
type Date struct {
	text             string
	earliest, latest instant
	precision        Precision
	form             form
	shape            shape
	marks            mark
}

// Parse parses one EDTF expression, with nothing before or after it. Any error
// is a *SyntaxError.
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

// expression parses the text again. A Date does not keep its parts: they would
// make it several times larger, and only its words need them.
func (d Date) expression() expression {
	var x expression
	if err := x.parse(d.text); err != nil {
		return expression{}
	}
	return x
}

// String returns the date as it was written, or "" for no date.
func (d Date) String() string { return d.text }

// IsZero reports whether d is the zero Date, which is no date.
func (d Date) IsZero() bool { return d.text == "" }

// Equal reports whether both dates were written alike, as == does. Two dates
// that cover the same time but are written differently are not equal. Packages that
// compare whole briefings look for it.
func (d Date) Equal(e Date) bool { return d == e }

// IsInterval reports whether the date is an interval, written with a slash.
func (d Date) IsInterval() bool { return d.form == interval }

// Ongoing reports whether the date is an interval with an open end, "X/..",
// which means that what it dates is still going on.
func (d Date) Ongoing() bool { return d.form == interval && d.shape == fromOpen }

// EndUnknown reports whether the date is an interval with an unknown end, "X/".
func (d Date) EndUnknown() bool { return d.form == interval && d.shape == fromUnknown }

// Uncertain reports whether any part of the date is marked as uncertain, with
// "?" or "%".
func (d Date) Uncertain() bool { return d.marks.has(uncertain) }

// Approximate reports whether any part of the date is marked as approximate,
// with "~" or "%".
func (d Date) Approximate() bool { return d.marks.has(approximate) }

// SomeYear reports whether the date is in one of several years, and it is not
// known in which: 201X, 156X-12-25, [2023,2024]. It returns false for a winter
// that runs into the next year.
func (d Date) SomeYear() bool {
	if d.IsZero() || d.form == interval || d.form == allOf || d.precision == SubYear || d.earliest == noEarliest || d.latest == noLatest {
		return false
	}
	return d.earliest.time().Year() != d.latest.time().Year()
}

// Season returns the season that a single date names, from 1 for spring to 4
// for winter, of either hemisphere. It returns 0 for any other date.
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

// Precision returns the finest unit that is fully specified: Month for
// 2024-06-XX. It returns Year if digits of the year are unspecified, since 201X
// is one of ten years and not a decade. For intervals and sets it returns the
// precision of the coarsest date in them. Qualifiers do not change it.
func (d Date) Precision() Precision { return d.precision }

// Bounds returns the first and the last moment that the date can mean, in UTC.
// Both are inclusive: the last moment of a day is 23:59:59.999999. If there is
// no bound on a side, the moment is the zero time and the flag is false: "X/.."
// and "X/" have no latest, "../X", "/X" and "[..X]" no earliest, and a date
// whose year is entirely unspecified has neither.
//
// A day, and a time without a zone, count as UTC. Qualifiers do not widen the
// bounds, since they do not say by how much. A set reaches from its first
// member to its last. Seasons are meteorological, and northern unless the code
// says southern: 2024-21 is March to May 2024, 2024-24 December 2024 to
// February 2025, 2024-29 September to November 2024.
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

// Bound is the first or the last moment that a date can mean, with the
// precision and zone of that end.
type Bound struct {
	At        time.Time // as Bounds returns it, in the zone that is written, or else in UTC
	Precision Precision // of this end
	Zoned     bool      // whether a zone is written
}

// Earliest returns the first moment that the date can mean. ok is false if
// there is none.
func (d Date) Earliest() (b Bound, ok bool) {
	if d.IsZero() || d.earliest == noEarliest {
		return Bound{}, false
	}
	return d.bound(d.earliest, func(first, _ *point) *point { return first }), true
}

// Latest returns the last moment that the date can mean. ok is false if there
// is none.
func (d Date) Latest() (b Bound, ok bool) {
	if d.IsZero() || d.latest == noLatest {
		return Bound{}, false
	}
	return d.bound(d.latest, func(_, last *point) *point { return last }), true
}

// bound returns the bound at i, which is of one of the extremes.
func (d Date) bound(i instant, of func(first, last *point) *point) Bound {
	if d.form == single && d.precision < Minute {
		return Bound{At: i.time(), Precision: d.precision}
	}
	x := d.expression()
	return of(x.extremes()).bound(i)
}

func (p *point) bound(i instant) Bound {
	at := i.time()
	if p.clock.zone == offset {
		at = at.In(time.FixedZone("", int(p.clock.offset)*secondsPerMinute))
	}
	return Bound{at, p.precision(), p.clock.zone != noZone}
}
