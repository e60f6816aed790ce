package edtf

import "fmt"

// point parses one date or time and stops at the first character after it.
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
	case len(p.possibleMonths()) == 0:
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

// day parses "-DD".
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
	// A year with unspecified digits is checked once everything else is valid.
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

// qualifier parses the qualifier that comes next, if there is one.
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

// component parses exactly n digits, any of which may be an X.
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
