package edtf

import "strconv"

const (
	dash       = "–"
	spacedDash = " – "

	// wordsRoom is a buffer size in bytes that fits most dates in words.
	wordsRoom = 96
)

// monthNames holds the month names that a range is written with, and the dash
// between two dates of several words each.
type monthNames struct {
	months *[monthsInYear]string
	dash   string
}

var (
	longMonths = [monthsInYear]string{
		"January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December",
	}
	shortMonths = [monthsInYear]string{
		"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
	}
	longNames  = monthNames{&longMonths, spacedDash}
	shortNames = monthNames{&shortMonths, dash}
)

// setting says whether a phrase stands alone or inside a longer sentence.
// Inside a sentence it needs an article, and what it adds goes into brackets.
type setting bool

const (
	alone  setting = false
	within setting = true
)

// appendClock appends a time of day. It leaves out seconds that are zero, since
// RFC 3339 makes people write them even if they only know the minute.
func appendClock(b []byte, c *clock) []byte {
	b = appendPadded(b, int(c.hour), twoWidth)
	b = append(b, ':')
	b = appendPadded(b, int(c.minute), twoWidth)
	if c.second != 0 || c.micros != 0 {
		b = append(b, ':')
		b = appendPadded(b, int(c.second), twoWidth)
	}
	return b
}

// appendZone appends a space and the zone of a time, or nothing if the time has
// no zone.
func appendZone(b []byte, c *clock) []byte {
	if c.zone == noZone {
		return b
	}
	b = append(b, " UTC"...)
	if c.zone == utc {
		return b
	}
	minutes, sign := int(c.offset), byte('+')
	if minutes < 0 {
		minutes, sign = -minutes, '-'
	}
	b = append(b, sign)
	b = appendPadded(b, minutes/minutesPerHour, twoWidth)
	b = append(b, ':')
	return appendPadded(b, minutes%minutesPerHour, twoWidth)
}

// appendPadded appends a non-negative number with at least width digits.
func appendPadded(b []byte, value, width int) []byte {
	var digits [yearWidth]byte
	for i := width - 1; i >= 0; i-- {
		digits[i] = byte('0' + value%decimal)
		value /= decimal
	}
	return append(b, digits[:width]...)
}

func appendNumber(b []byte, number int) []byte { return strconv.AppendInt(b, int64(number), decimal) }

// appendOrdinal appends a number as "1st", "2nd", "11th".
func appendOrdinal(b []byte, number int) []byte {
	b = appendNumber(b, number)
	suffix := "th"
	if tens := number / decimal; tens != 1 {
		switch number % decimal {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return append(b, suffix...)
}

// appendPlain appends "2024", "June 2024" or "11 June 2024", depending on to.
func appendPlain(b []byte, p *point, to Precision, names *monthNames) []byte {
	if to >= Day {
		b = appendNumber(b, int(p.day))
		b = append(b, ' ')
	}
	if to >= Month {
		b = append(b, names.months[p.month-1]...)
		b = append(b, ' ')
	}
	return appendYear(b, p)
}

// appendYear appends a year with its sign and all four digits.
func appendYear(b []byte, p *point) []byte {
	if p.negative {
		b = append(b, '-')
	}
	return appendPadded(b, int(p.year), yearWidth)
}
