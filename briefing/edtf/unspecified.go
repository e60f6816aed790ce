package edtf

// tail reports whether the unspecified digits of the year are its last ones.
func (d digits) tail() bool { return d.year()&(d.year()+1) == 0 }

// appendSomeYear appends a year that has unspecified digits: "some year from
// 2010 to 2019", or "some year in the 2010s" inside a sentence, which may have
// a "from" of its own.
func appendSomeYear(b []byte, p *point, at setting) []byte {
	switch {
	case p.open.year() == allOfYear || !p.open.tail():
		return appendYears(b, p)
	case at == within:
		b = append(b, "some year in "...)
		return appendYears(b, p)
	}
	b = append(b, "some year from "...)
	return appendYearSpan(b, p, " to ")
}

// appendYears appends the years that a year with unspecified digits can be:
// "the 1980s", "the years 1900–1999". It writes a decade that ends in 00 as
// years, since "the 1900s" may also be a century.
func appendYears(b []byte, p *point) []byte {
	year := p.open.year()
	switch {
	case year == 0:
		return appendYear(b, p)
	case year == allOfYear:
		return append(b, "year not known"...)
	case !p.open.tail():
		b = append(b, "a year of the form "...)
		return appendDigits(b, p, unspecified)
	case p.negative:
		b = append(b, "the years "...)
		return appendYearSpan(b, p, " to ")
	case p.isDecade():
		b = append(b, "the "...)
		b = appendPadded(b, int(p.year), yearWidth)
		return append(b, 's')
	}
	b = append(b, "the years "...)
	return appendYearSpan(b, p, dash)
}

// isDecade reports whether the possible years are a named decade, like the
// 1980s.
func (p *point) isDecade() bool {
	return p.open.year() == lastDigit && p.year%yearsInCentury != 0 && !p.negative
}

// appendYearSpan appends the first and the last possible year.
func appendYearSpan(b []byte, p *point, joint string) []byte {
	first, last := int(p.year), highest(int(p.year), p.open.year())
	if p.negative {
		b = append(b, '-')
		b = appendPadded(b, last, yearWidth)
		b = append(b, joint...)
		b = append(b, '-')
		return appendPadded(b, max(first, 1), yearWidth)
	}
	b = appendPadded(b, first, yearWidth)
	b = append(b, joint...)
	return appendPadded(b, last, yearWidth)
}

// appendOpenYear appends the year after the rest of a date: " 2004", ", some
// year in the 1980s", ", some year from 1900 to 1999", ", year not known".
func appendOpenYear(b []byte, p *point) []byte {
	if p.open.year() == 0 {
		b = append(b, ' ')
		return appendYear(b, p)
	}
	b = append(b, ", "...)
	return appendSomeYear(b, p, setting(p.isDecade()))
}

// appendDigits appends the year with open in place of each unspecified digit.
func appendDigits(b []byte, p *point, open byte) []byte {
	if p.negative {
		b = append(b, '-')
	}
	at := len(b)
	b = appendPadded(b, int(p.year), yearWidth)
	for i, digit := at, firstDigit; i < len(b); i, digit = i+1, digit>>1 {
		if p.open.year()&digit != 0 {
			b[i] = open
		}
	}
	return b
}

// appendOpen appends a date whose month or day has unspecified digits.
func appendOpen(b []byte, p *point) []byte {
	if p.open.month() == allOfTwo {
		return appendInYear(appendOpenMonth(b, p), p)
	}
	if p.written == Day {
		b = appendOpenDay(b, p)
	}
	months := p.possibleMonths()
	if p.written == Month && isRun(months) {
		b = append(b, "some month from "...)
	}
	b = appendChoice(b, months, monthName)
	return appendOpenYear(b, p)
}

// appendOpenMonth appends what is known of a date in an entirely unspecified
// month.
func appendOpenMonth(b []byte, p *point) []byte {
	switch {
	case p.written == Month:
		return append(b, "some month"...)
	case p.open.day() == allOfTwo:
		return append(b, "some day"...)
	}
	b = append(b, "the "...)
	b = appendChoice(b, p.possibleDays(), ordinal)
	return append(b, " of some month"...)
}

// appendInYear appends the year of "some month" or "some day".
func appendInYear(b []byte, p *point) []byte {
	if year := p.open.year(); year == allOfYear || !p.open.tail() {
		return appendOpenYear(b, p)
	}
	b = append(b, " in "...)
	return appendYears(b, p)
}

// appendOpenDay appends the day, before a month that is known in part.
func appendOpenDay(b []byte, p *point) []byte {
	days := p.possibleDays()
	switch {
	case p.open.day() == allOfTwo && len(p.possibleMonths()) > 1 && isRun(p.possibleMonths()):
		return append(b, "some day from "...)
	case p.open.day() == allOfTwo:
		return append(b, "some day in "...)
	case p.open.month() != 0:
		b = append(b, "the "...)
		b = appendChoice(b, days, ordinal)
		return append(b, " of "...)
	case isRun(days):
		b = append(b, "some day from "...)
	}
	b = appendChoice(b, days, cardinal)
	return append(b, ' ')
}

// possibleMonths returns the months that the digits allow.
func (p *point) possibleMonths() (months []int) {
	for month := 1; month <= monthsInYear; month++ {
		if p.fitsMonth(month) {
			months = append(months, month)
		}
	}
	return months
}

// possibleDays returns the days that the digits allow in any of the months.
func (p *point) possibleDays() (days []int) {
	longest := 0
	for _, month := range p.possibleMonths() {
		year := int(p.year)
		if p.open.year() != 0 {
			year = leapYears
		}
		longest = max(longest, daysIn(year, month))
	}
	for day := 1; day <= longest; day++ {
		if p.fitsDay(day) {
			days = append(days, day)
		}
	}
	return days
}

// isRun reports whether the numbers are consecutive and more than two.
func isRun(numbers []int) bool {
	last := len(numbers) - 1
	return last > 1 && numbers[last]-numbers[0] == last
}

// appendChoice appends "a", "a or b", "a, b or c", or "a to c" for a run.
func appendChoice(b []byte, numbers []int, as numeral) []byte {
	if isRun(numbers) {
		b = appendNumeral(b, numbers[0], as)
		b = append(b, " to "...)
		return appendNumeral(b, numbers[len(numbers)-1], as)
	}
	for i, number := range numbers {
		switch {
		case i == 0:
		case i == len(numbers)-1:
			b = append(b, " or "...)
		default:
			b = append(b, ", "...)
		}
		b = appendNumeral(b, number, as)
	}
	return b
}

// numeral is how a number is worded.
type numeral uint8

const (
	cardinal numeral = iota
	ordinal
	monthName
)

func appendNumeral(b []byte, number int, as numeral) []byte {
	switch as {
	case ordinal:
		return appendOrdinal(b, number)
	case monthName:
		return append(b, longMonths[number-1]...)
	}
	return appendNumber(b, number)
}
