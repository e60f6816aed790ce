package edtf

import "time"

// subYear is the meaning of a sub-year code: consecutive months, which may run
// into the next year. kind is what part of a year it is, and short its name in a
// column of dates.
type subYear struct {
	first                         time.Month
	months                        int
	kind, name, hemisphere, short string
}

const (
	firstCode, lastCode = 21, 41

	// Lengths in months.
	quarter, third, half = 3, 4, 6
)

// Codes from 21; see ISO 8601-2:2019, 4.8. The standard leaves open when a
// season begins. These are the meteorological seasons: whole months, spring
// from March in the north and from September in the south. A winter of the
// north and a summer of the south belong to the year in which they begin.
// Codes 21 to 24 name no hemisphere and count as northern.
var subYears = [...]subYear{
	{time.March, quarter, "season", "spring", "", "spring"},
	{time.June, quarter, "season", "summer", "", "summer"},
	{time.September, quarter, "season", "autumn", "", "autumn"},
	{time.December, quarter, "season", "winter", "", "winter"},
	{time.March, quarter, "season", "spring", north, "N spr"},
	{time.June, quarter, "season", "summer", north, "N sum"},
	{time.September, quarter, "season", "autumn", north, "N aut"},
	{time.December, quarter, "season", "winter", north, "N win"},
	{time.September, quarter, "season", "spring", south, "S spr"},
	{time.December, quarter, "season", "summer", south, "S sum"},
	{time.March, quarter, "season", "autumn", south, "S aut"},
	{time.June, quarter, "season", "winter", south, "S win"},
	{time.January, quarter, "quarter", "first quarter", "", "Q1"},
	{time.April, quarter, "quarter", "second quarter", "", "Q2"},
	{time.July, quarter, "quarter", "third quarter", "", "Q3"},
	{time.October, quarter, "quarter", "fourth quarter", "", "Q4"},
	{time.January, third, "third", "first third", "", "Jan–Apr"},
	{time.May, third, "third", "second third", "", "May–Aug"},
	{time.September, third, "third", "last third", "", "Sep–Dec"},
	{time.January, half, "half", "first half", "", "H1"},
	{time.July, half, "half", "second half", "", "H2"},
}

const north, south = " (northern hemisphere)", " (southern hemisphere)"

func isSubYear(code int) bool { return code >= firstCode && code <= lastCode }

// subYear returns the part of a year of a point that is written with a sub-year code.
func (p *point) subYear() *subYear { return &subYears[p.month-firstCode] }

const (
	monthsInYear   = 12
	yearsInCentury = 100

	leapYears, commonCenturies, leapCenturies = 4, 100, 400
)

var daysInMonth = [monthsInYear]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

func daysIn(year, month int) int {
	if month == int(time.February) && isLeap(year) {
		return daysInMonth[month-1] + 1
	}
	return daysInMonth[month-1]
}

// isLeap reports whether a year is a leap year in the Gregorian calendar, which
// also applies to the years before it was introduced.
func isLeap(year int) bool {
	return year%leapYears == 0 && (year%commonCenturies != 0 || year%leapCenturies == 0)
}

// fits reports whether value matches pattern. Digits of the pattern that are
// set in open match anything.
func fits(value, pattern int, open digits) bool {
	for value != pattern {
		if open&lastDigit == 0 && value%decimal != pattern%decimal {
			return false
		}
		value, pattern, open = value/decimal, pattern/decimal, open>>1
	}
	return true
}

// highest returns the greatest number that matches pattern.
func highest(pattern int, open digits) int {
	for unit := 1; open != 0; unit, open = unit*decimal, open>>1 {
		if open&lastDigit != 0 {
			pattern += unit * (decimal - 1)
		}
	}
	return pattern
}

func (p *point) fitsMonth(month int) bool { return fits(month, int(p.month), p.open.month()) }
func (p *point) fitsDay(day int) bool     { return fits(day, int(p.day), p.open.day()) }

// exists reports whether the calendar has a date that matches the point.
func (p *point) exists() bool {
	if p.written < Day {
		return true
	}
	if p.open == 0 {
		return p.day > 0 && int(p.day) <= daysIn(int(p.year), int(p.month))
	}
	_, _, _, ok := p.dayFrom(true)
	return ok
}

// dayFrom returns the first day that matches the digits if first is true, and
// the last one otherwise. ok is false if no day matches.
func (p *point) dayFrom(first bool) (year, month, day int, ok bool) {
	// Before year 0, the greater number is the earlier year.
	upwards := first != p.negative
	low, high := int(p.year), highest(int(p.year), p.open.year())
	for i := range high - low + 1 {
		year = low + i
		if !upwards {
			year = high - i
		}
		if !fits(year, int(p.year), p.open.year()) || p.negative && year == 0 {
			continue
		}
		if month, day, ok = p.monthDayFrom(first, isLeap(year)); ok {
			break
		}
	}
	if p.negative {
		year = -year
	}
	return year, month, day, ok
}

// monthDayFrom returns the first matching day of a year if first is true, and
// the last one otherwise. ok is false if no day matches.
func (p *point) monthDayFrom(first, leap bool) (month, day int, ok bool) {
	aYear := 1
	if leap {
		aYear = leapYears
	}
	for i := 1; i <= monthsInYear; i++ {
		month = i
		if !first {
			month = monthsInYear + 1 - i
		}
		if !p.fitsMonth(month) {
			continue
		}
		last := daysIn(aYear, month)
		for j := 1; j <= last; j++ {
			day = j
			if !first {
				day = last + 1 - j
			}
			if p.fitsDay(day) {
				return month, day, true
			}
		}
	}
	return 0, 0, false
}
