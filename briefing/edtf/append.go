package edtf

import "strconv"

const (
	dash       = "–"
	spacedDash = " – "

	// wordsRoom is enough for most dates in words.
	wordsRoom = 96
)

// monthNames are what a range is written with: the months from January, and
// the dash between two dates of several words.
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

// setting says whether a phrase stands by itself or among other words, where
// it needs an article and has to bracket what it adds.
type setting bool

const (
	alone  setting = false
	within setting = true
)

// appendClock writes a time of day. Seconds that are zero are left out: RFC
// 3339 makes people write them where they only know the minute.
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

// appendZone writes the zone of a time after a space, or nothing where none is
// written.
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

// appendPadded writes a number that is not negative with at least width digits.
func appendPadded(b []byte, value, width int) []byte {
	var digits [yearWidth]byte
	for i := width - 1; i >= 0; i-- {
		digits[i] = byte('0' + value%decimal)
		value /= decimal
	}
	return append(b, digits[:width]...)
}

func appendNumber(b []byte, number int) []byte { return strconv.AppendInt(b, int64(number), decimal) }

// appendOrdinal writes "1st", "2nd", "11th".
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

// appendPlain writes "2024", "June 2024" or "11 June 2024".
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

// appendYear writes a year with its sign and all of its four digits.
func appendYear(b []byte, p *point) []byte {
	if p.negative {
		b = append(b, '-')
	}
	return appendPadded(b, int(p.year), yearWidth)
}
