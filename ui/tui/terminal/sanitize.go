package terminal

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sanitized returns a screen without what a terminal could act on: of escape
// sequences only those that set looks (SGR) get through, and no character that turns
// the direction of text. It is the last line of defence: texts are clean long
// before, and this catches what somebody forgot.
func sanitized(screen string) string {
	at := harmAt(screen)
	if at < 0 {
		return screen
	}
	var b strings.Builder
	b.Grow(len(screen))
	for at >= 0 {
		_, size := utf8.DecodeRuneInString(screen[at:])
		b.WriteString(screen[:at])
		b.WriteRune(utf8.RuneError)
		screen = screen[at+size:]
		at = harmAt(screen)
	}
	b.WriteString(screen)
	return b.String()
}

// harmAt returns the index of the first character that must not reach a terminal,
// or -1.
func harmAt(screen string) int {
	for i := 0; i < len(screen); {
		c := screen[i]
		switch {
		case c >= ' ' && c < 0x7f || c == '\n':
			i++
			continue
		case c == escape:
			if n := looksLength(screen[i:]); n > 0 {
				i += n
				continue
			}
			return i
		}
		r, size := utf8.DecodeRuneInString(screen[i:])
		if r == utf8.RuneError && size == 1 || unicode.IsControl(r) || misdirects(r) {
			return i
		}
		i += size
	}
	return -1
}

// escape begins a control sequence.
const escape = 0x1b

// looksLength returns the length of the control sequence for looks (SGR) that a
// text begins with, or 0.
func looksLength(s string) int {
	const introducer = "\x1b["
	if !strings.HasPrefix(s, introducer) {
		return 0
	}
	for i := len(introducer); i < len(s); i++ {
		switch c := s[i]; {
		case c == 'm':
			return i + 1
		case (c < '0' || c > '9') && c != ';' && c != ':':
			return 0
		}
	}
	return 0
}

// misdirects reports whether a character breaks lines or overrides the direction of
// what follows it (UAX #9, explicit formatting characters).
func misdirects(r rune) bool {
	return r >= 0x2028 && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0xfeff
}
