package edtf

import "fmt"

// point is a single date or time, the unit that intervals and sets are made of.
type point struct {
	year     int16 // as written without its sign; an unspecified digit counts as 0
	month    uint8 // 1 to 12, or a sub-year code
	day      uint8
	negative bool
	open     digits
	marks    mark
	written  Precision // the last component that is written: Year, SubYear, Month, Day, Minute or Second
	clock    clock
}

// digits is a set of unspecified digits: four bits for the year, two for the
// month and two for the day, the last digit of each in its lowest bit.
type digits uint8

const (
	yearShift, monthShift = 4, 2
	monthDigits           = 0b1100
	dayDigits             = 0b0011

	lastDigit  digits = 0b0001
	firstDigit digits = 0b1000
	allOfYear  digits = 0b1111
	allOfTwo   digits = 0b0011
)

func (d digits) year() digits  { return d >> yearShift }
func (d digits) month() digits { return d & monthDigits >> monthShift }
func (d digits) day() digits   { return d & dayDigits }

// mark is a set of qualifiers: two bits for each component.
type mark uint8

const (
	none        mark = 0
	uncertain   mark = 0b01
	approximate mark = 0b10
	both             = uncertain | approximate
)

// A component is the lowest of its two bits; a product of components and
// qualifiers puts each qualifier on each component.
const (
	yearComponent  mark = 0b00_00_01
	monthComponent mark = 0b00_01_00
	dayComponent   mark = 0b01_00_00
	throughMonth        = yearComponent | monthComponent
	throughDay          = throughMonth | dayComponent
)

// How a component is written.
const (
	yearWidth   = 4
	twoWidth    = 2
	decimal     = 10
	unspecified = 'X'
)

// has reports whether any component carries the qualifier.
func (m mark) has(qualifier mark) bool { return m&(qualifier*throughDay) != 0 }

// of gives the qualifiers of one component.
func (m mark) of(component mark) mark { return m / component & both }

// signedYear is the year in the count that has a year 0.
func (p *point) signedYear() int {
	if p.negative {
		return -int(p.year)
	}
	return int(p.year)
}

// point reads one date or time and stops at the first character beyond it.
func (s *scanner) point(p *point) error {
	start := s.at
	if err := s.year(p); err != nil {
		return err
	}
	if s.skip('-') {
		if err := s.month(p); err != nil {
			return err
		}
		if s.peek() == '-' {
			if err := s.day(p); err != nil {
				return err
			}
		}
	}
	if s.peek() == 'T' {
		return s.time(p)
	}
	if p.open.year() != 0 && !p.exists() {
		return s.failAt(start, "no year has this day", "a day that the calendar has")
	}
	return nil
}

func (s *scanner) year(p *point) error {
	left := s.qualifier()
	p.negative = s.skip('-')
	start := s.at
	value, open, err := s.component("year", yearWidth)
	if err != nil {
		return err
	}
	if p.negative && value == 0 && open == 0 {
		return s.failAt(start, "there is no year -0000", "0000, or -0001 for the year before it")
	}
	p.year, p.open = int16(value), open<<yearShift
	p.marks = (left | s.qualifier()) * yearComponent
	p.written = Year
	return nil
}

func (s *scanner) month(p *point) error {
	left := s.qualifier()
	start := s.at
	value, open, err := s.component("month", twoWidth)
	if err != nil {
		return err
	}
	p.month, p.open = uint8(value), p.open|open<<monthShift
	p.marks |= left*monthComponent | s.qualifier()*throughMonth
	switch {
	case open == 0 && value > 0 && value <= monthsInYear:
		p.written = Month
	case open == 0 && isSubYear(value):
		p.written = SubYear
	case p.firstMonth() == 0:
		problem := fmt.Sprintf("there is no month %02d", value)
		if open != 0 {
			problem = "no month has these digits"
		}
		return s.failAt(start, problem, "01 to 12, or 21 to 41 for a season, quarter, third or half")
	default:
		p.written = Month
	}
	return nil
}

// day reads "-DD".
func (s *scanner) day(p *point) error {
	if p.written == SubYear {
		return s.fail("a season, quarter, third or half has no day", "a month from 01 to 12 before a day")
	}
	s.skip('-')
	left := s.qualifier()
	start := s.at
	value, open, err := s.component("day", twoWidth)
	if err != nil {
		return err
	}
	p.day, p.open = uint8(value), p.open|open
	p.marks |= left*dayComponent | s.qualifier()*throughDay
	p.written = Day
	// A year with unspecified digits is looked at when all else is right.
	if p.open.year() == 0 && !p.exists() {
		return s.failAt(start, p.noSuchDay(), "a day that the calendar has")
	}
	return nil
}

func (p *point) noSuchDay() string {
	switch {
	case p.open != 0:
		return "no day has these digits"
	case p.day == 0:
		return "there is no day 00"
	}
	return fmt.Sprintf("%s has no day %d", appendPlain(nil, p, Month, &longNames), p.day)
}

// qualifier takes the qualifier that comes next, if one does.
func (s *scanner) qualifier() mark {
	var m mark
	switch s.peek() {
	case '?':
		m = uncertain
	case '~':
		m = approximate
	case '%':
		m = both
	default:
		return 0
	}
	s.at++
	return m
}

// component takes exactly n digits, any of which may be an X.
func (s *scanner) component(name string, n int) (value int, open digits, err error) {
	for range n {
		c := s.peek()
		switch {
		case c >= '0' && c <= '9':
			value, open = value*decimal+int(c-'0'), open<<1
		case c == unspecified:
			value, open = value*decimal, open<<1|lastDigit
		default:
			return 0, 0, s.stray(fmt.Sprintf("a %s of %d digits", name, n))
		}
		s.at++
	}
	if c := s.peek(); c >= '0' && c <= '9' || c == unspecified {
		return 0, 0, s.fail(fmt.Sprintf("a %s of more than %d digits", name, n),
			"YYYY, YYYY-MM or YYYY-MM-DD")
	}
	return value, open, nil
}
