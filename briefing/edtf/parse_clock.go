package edtf

import "fmt"

// How many digits of a fraction of a second are kept, and how many are read.
const (
	microDigits = 6
	maxFraction = 9
)

// time parses "Thh:mm", "Thh:mm:ss" or "Thh:mm:ss.fff", then a zone if one
// follows. Seconds may be 60 where UTC can have a leap second (RFC 3339, 5.7).
func (s *scanner) time(p *point) error {
	switch {
	case p.written != Day || p.open != 0:
		return s.fail("a time on a date that is not a whole day", "year, month and day before a time")
	case p.marks != 0:
		return s.fail("a time on a qualified date", "a time without ? ~ %, or an interval of times")
	}
	s.skip('T')
	start := s.at
	if err := s.clock(p); err != nil {
		return err
	}
	if err := s.zone(&p.clock); err != nil {
		return err
	}
	c := &p.clock
	if c.second == secondsPerMinute {
		minute := int(c.hour)*minutesPerHour + int(c.minute) - int(c.offset) + minutesPerDay
		if minute%minutesPerDay != minutesPerDay-1 {
			return s.failAt(start, "second 60 at a time that has no leap second", "seconds from 00 to 59")
		}
	}
	if q := s.at; s.qualifier() != 0 {
		return s.failAt(q, "a qualified time", "a time without ? ~ %, or an interval of times")
	}
	return nil
}

func (s *scanner) clock(p *point) (err error) {
	c := &p.clock
	if c.hour, err = s.clockPart("hours", hoursPerDay-1); err != nil {
		return err
	}
	if !s.skip(':') {
		return s.stray("a colon and the minutes")
	}
	if c.minute, err = s.clockPart("minutes", minutesPerHour-1); err != nil {
		return err
	}
	p.written = Minute
	if !s.skip(':') {
		return nil
	}
	if c.second, err = s.clockPart("seconds", secondsPerMinute); err != nil {
		return err
	}
	p.written = Second
	return s.fraction(c)
}

// fraction parses a decimal point and up to nine digits. Digits beyond
// microseconds are kept in the text only.
func (s *scanner) fraction(c *clock) error {
	if s.peek() != '.' || s.at+1 >= len(s.text) || s.text[s.at+1] == '.' {
		return nil
	}
	s.at++
	n := 0
	for ; isDigit(s.peek()); n++ {
		if n < microDigits {
			c.micros = c.micros*decimal + int32(s.peek()-'0')
		}
		s.at++
	}
	if n == 0 || n > maxFraction {
		return s.fail(fmt.Sprintf("a fraction of %d digits", n), "1 to 9 digits after the point")
	}
	for ; n < microDigits; n++ {
		c.micros *= decimal
	}
	return nil
}

// zone parses "Z", "+hh", "+hh:mm" or the same with a minus. It accepts
// "-00:00", to which RFC 3339 gives a meaning: UTC, and the local zone is not
// known.
func (s *scanner) zone(c *clock) error {
	if s.skip('Z') {
		c.zone = utc
		return nil
	}
	sign := int16(1)
	switch s.peek() {
	case '+':
	case '-':
		sign = -1
	default:
		return nil
	}
	s.at++
	hours, err := s.clockPart("hours of the zone", hoursPerDay-1)
	if err != nil {
		return err
	}
	var minutes uint8
	if s.skip(':') {
		if minutes, err = s.clockPart("minutes of the zone", minutesPerHour-1); err != nil {
			return err
		}
	}
	c.zone, c.offset = offset, sign*(int16(hours)*minutesPerHour+int16(minutes))
	if c.offset == 0 {
		c.zone = utc
	}
	return nil
}

// clockPart parses two digits and returns an error if they exceed limit.
func (s *scanner) clockPart(name string, limit int) (uint8, error) {
	start, value := s.at, 0
	for range twoWidth {
		if !isDigit(s.peek()) {
			return 0, s.stray("two digits for the " + name)
		}
		value = value*decimal + int(s.peek()-'0')
		s.at++
	}
	if value > limit {
		return 0, s.failAt(start, fmt.Sprintf("%d for the %s", value, name), fmt.Sprintf("00 to %d", limit))
	}
	return uint8(value), nil
}
