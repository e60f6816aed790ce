package edtf

import "fmt"

// SyntaxError describes why a text is not a date. Its message repeats no
// character of the text except ASCII letters, digits and punctuation, so it is
// safe to show for any text.
type SyntaxError struct {
	Offset  int    // of the error in the text, in bytes
	Problem string // what is wrong there
	Want    string // what would be valid
}

// Error returns the message with the position, counted in characters from 1.
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("parse date: character %d: %s; expected %s", e.Offset+1, e.Problem, e.Want)
}

// endOfText is what peek returns at the end. A text may contain such a byte,
// but no rule expects one, so it is an error like any other stray character.
const endOfText = 0

// scanner reads the text of a date from left to right.
type scanner struct {
	text string
	at   int
}

func (s *scanner) done() bool { return s.at >= len(s.text) }

func (s *scanner) peek() byte {
	if s.at < len(s.text) {
		return s.text[s.at]
	}
	return endOfText
}

// skip consumes c if it comes next, and reports whether it did.
func (s *scanner) skip(c byte) bool {
	if s.peek() != c || s.done() {
		return false
	}
	s.at++
	return true
}

// skipDots consumes ".." if it comes next, and reports whether it did.
func (s *scanner) skipDots() bool {
	if s.at+1 < len(s.text) && s.text[s.at] == '.' && s.text[s.at+1] == '.' {
		s.at += 2
		return true
	}
	return false
}

// fail returns an error at the current position.
func (s *scanner) fail(problem, want string) error {
	return s.failAt(s.at, problem, want)
}

func (s *scanner) failAt(at int, problem, want string) error {
	return &SyntaxError{Offset: at, Problem: problem, Want: want}
}

// stray returns the error for an unexpected character. Common mistakes from
// other notations, and from drafts of this one, get a message of their own.
func (s *scanner) stray(want string) error {
	if s.done() {
		return s.fail("the date ends too soon", want)
	}
	if s.word() {
		return s.fail("a word", want)
	}
	switch c := s.peek(); c {
	case 'x', 'u':
		return s.fail("a small letter for an unspecified digit", "a capital X")
	case 't', 'z':
		return s.fail("a small t or z", "capital letters: 2024-10-28T18:00Z")
	case ' ', '\t', '\n', '\r':
		if s.betweenDigits() {
			return s.fail("a space", "no spaces, and a T before a time")
		}
		return s.fail("a space", want+", and no spaces")
	case 'S':
		return s.fail("significant digits, which are not supported", want)
	case 'E', 'e', 'Y', 'y':
		return s.fail("a year of more than four digits, which is not supported", "a year from -9999 to 9999")
	case '?', '~', '%':
		return s.fail("a second qualifier", "one of ? ~ %, where % is both together")
	case '/':
		return s.fail("a slash", "one start and one end at most; a day is written 2024-10-28")
	}
	if c := s.peek(); c > ' ' && c <= '~' {
		return s.fail(fmt.Sprintf("%q does not belong here", c), want)
	}
	return s.fail("a character that no date has", "plain ASCII; "+want)
}

// word reports whether a word begins here: two or more letters, unless all of
// them stand for unspecified digits.
func (s *scanner) word() bool {
	letters, unspecified := 0, 0
	for ; s.at+letters < len(s.text); letters++ {
		switch c := s.text[s.at+letters] | ' '; { // in lower case
		case c < 'a' || c > 'z':
			return letters > 1 && unspecified < letters
		case c == 'x' || c == 'u':
			unspecified++
		}
	}
	return letters > 1 && unspecified < letters
}

// betweenDigits reports whether the next character is between two digits, like
// the space between a day and its time.
func (s *scanner) betweenDigits() bool {
	return s.at > 0 && s.at+1 < len(s.text) && isDigit(s.text[s.at-1]) && isDigit(s.text[s.at+1])
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
