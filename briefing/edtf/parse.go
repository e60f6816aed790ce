package edtf

import "fmt"

// maxLength is the most bytes that a date may have. It is enough for a set of
// more than forty days, and short enough that no date slows down a screen.
const maxLength = 500

const wantEnd = "a date, .. for an open end, or nothing for an unknown one"

func (x *expression) parse(text string) error {
	s := scanner{text: text}
	switch {
	case text == "":
		return s.fail("an empty date", "YYYY, YYYY-MM, YYYY-MM-DD or an interval of them")
	case len(text) > maxLength:
		return s.failAt(maxLength, "a date that is too long", fmt.Sprintf("%d characters at most", maxLength))
	}
	switch text[0] {
	case '[':
		x.form = oneOf
		return x.set(&s, ']')
	case '{':
		x.form = allOf
		return x.set(&s, '}')
	case '/', '.':
		x.form = interval
		return s.toEnd(&x.span)
	}
	if err := s.point(&x.span.from); err != nil {
		return err
	}
	if s.skip('/') {
		x.form = interval
		return s.fromStart(&x.span)
	}
	return s.finish()
}

// finish returns an error if anything follows.
func (s *scanner) finish() error {
	if s.done() {
		return nil
	}
	return s.stray("the end of the date")
}

// toEnd parses an interval without a start: "../X" or "/X".
func (s *scanner) toEnd(p *span) error {
	p.shape = unknownTo
	if s.peek() == '.' {
		p.shape = openTo
		if !s.skipDots() {
			return s.fail("a single point", ".. for an open start")
		}
		if s.peek() != '/' {
			return s.fail("an open start without a slash", "../DATE, or [..DATE] for a date or earlier")
		}
	}
	s.skip('/')
	if s.done() || s.peek() == '.' {
		return s.fail("an interval without a date", "a date at one end at least")
	}
	if err := s.point(&p.to); err != nil {
		return err
	}
	return s.finish()
}

// fromStart parses what follows the slash of an interval that has a start.
func (s *scanner) fromStart(p *span) error {
	switch {
	case s.done():
		p.shape = fromUnknown
		return nil
	case s.skipDots():
		p.shape = fromOpen
		return s.finish()
	case !startsPoint(s.peek()):
		return s.stray(wantEnd)
	}
	p.shape = fromTo
	at := s.at
	if err := s.point(&p.to); err != nil {
		return err
	}
	if err := s.finish(); err != nil {
		return err
	}
	return s.inOrder(p, at)
}

// inOrder returns an error if the last moment of p is before its first.
func (s *scanner) inOrder(p *span, at int) error {
	if earliest, latest := p.bounds(); earliest > latest {
		return s.failAt(at, "the end is before the start", "the earlier date first (without a zone, UTC counts)")
	}
	return nil
}

func startsPoint(c byte) bool {
	return isDigit(c) || c == unspecified || c == '-' || c == '?' || c == '~' || c == '%'
}

// set parses the members of a set and the closing bracket.
func (x *expression) set(s *scanner, closing byte) error {
	s.at++
	for {
		var m span
		if err := s.member(&m, len(x.members) == 0); err != nil {
			return err
		}
		x.members = append(x.members, m)
		if s.skip(closing) {
			return s.finish()
		}
		if m.shape == fromOpen {
			return s.fail(".. in the middle of a set", "an open end as the last of the set")
		}
		if s.peek() == '/' {
			return s.fail("an interval inside a set", "FIRST..LAST for a range of members")
		}
		if !s.skip(',') {
			return s.stray(fmt.Sprintf("a comma, .. or %c", closing))
		}
	}
}

// member parses "X", "X..Y", "X.." or, as the first of a set, "..X".
func (s *scanner) member(m *span, first bool) error {
	if s.skipDots() {
		if !first {
			return s.fail("an open start in the middle of a set", "..DATE as the first of the set")
		}
		m.shape = openTo
		return s.point(&m.to)
	}
	if err := s.point(&m.from); err != nil {
		return err
	}
	if !s.skipDots() {
		return nil
	}
	if !startsPoint(s.peek()) {
		m.shape = fromOpen
		return nil
	}
	m.shape = fromTo
	at := s.at
	if err := s.point(&m.to); err != nil {
		return err
	}
	if m.from.written != m.to.written {
		return s.failAt(at, "a range from one unit to another", "both ends as days, as months or as years")
	}
	return s.inOrder(m, at)
}
