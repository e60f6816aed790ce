// Package clean makes text and web addresses from outside safe to be shown on a
// terminal and written to a file; all of them pass through it. It composes text
// (NFC), replaces what a terminal could act on or a reader could not see, and
// decides which web addresses may be opened. It does not know what a text is for.
package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The rules of cleaning, which every string of a file goes through once, after
// the last decoding and before anything else sees it:
//
//   - Text is in its composed canonical form (UAX #15, NFC), so that equal words
//     are equal bytes, whatever they were typed or copied with. Compatibility
//     forms, such as ligatures, stay what they are.
//   - What says only where a line may break or how letters join is left out
//     where no script needs it: it is no part of the words (see [isIgnorable]).
//   - What a terminal could act on, and what a reader could not see, becomes
//     U+FFFD: invalid UTF-8, C0, DEL and C1 controls, bidi overrides and
//     isolates, hidden characters ([hidden]), and what a grapheme cluster has
//     past its 31st code point, so that none is longer than 32.
//   - CR, VT, FF, NEL, LS and PS become a space, a tab becomes four. LF stays in
//     a body and becomes a space in a line; CR LF counts as LF.
//   - Characters without a shape of their own stay where writing needs them
//     (see [cleaner.keeps]): joiners, direction marks, variation selectors,
//     flags made of tags.
//   - What joins the character before it begins no text and no line, and what
//     joins the one behind it ends none: a text takes its cells wherever it is
//     put.
//   - Nothing else is deleted, because deleting can build what it was to prevent;
//     the rest of an overlong cluster is replaced as a whole. What stands around
//     a character that is left out is cleaned as if it had never been there.
//   - Cleaning what is clean changes nothing.

// Replacement is put in place of characters that are removed.
const Replacement = utf8.RuneError

// maxCluster is how many code points of one grapheme cluster are kept. The
// longest clusters in use, flags and families, have about ten.
const maxCluster = 31

// tabWidth is how many spaces a tab becomes.
const tabWidth = 4

// Line returns s for a field of one line: clean, without line breaks and
// surrounding white space.
func Line(s string) string {
	// A mark must not lose its base character.
	s = strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsSpace(r) || IsIgnorable(r) })
	return strings.TrimFunc(clean(s, true), unicode.IsSpace)
}

// Text returns s clean, with its line breaks.
func Text(s string) string {
	return clean(s, false)
}

// Safe returns s if cleaning would do no more than compose it, else as Text does.
// Composing takes most of the time, and only a text's first reader needs it.
func Safe(s string) string {
	if isPlain(s, false) {
		return s
	}
	c := cleaner{text: s, rtl: hasRightToLeft(s)}
	if c.run() == s {
		return s
	}
	return Text(s)
}

func clean(s string, line bool) string {
	if isPlain(s, line) {
		return s
	}
	composed := false
	if next := norm.NFC.String(s); strings.Count(next, graphemeJoiner) == strings.Count(s, graphemeJoiner) {
		s, composed = next, utf8.ValidString(next) // else package norm misses some
	}
	for ; ; composed = true {
		c := cleaner{text: s, line: line, rtl: hasRightToLeft(s)}
		next := c.run()
		if (next == s || !c.left) && (composed || norm.NFC.IsNormalString(next)) {
			return next
		}
		// What was left out may have been the reason to keep a mark elsewhere, or may
		// have kept two characters apart. The next round deals with that.
		s = norm.NFC.String(next)
	}
}

// graphemeJoiner is what package norm inserts into a cluster that is too long for
// it. Such a cluster is composed after it has been cut.
const graphemeJoiner = "\u034f"

// isPlain reports whether s has only characters that are always kept and are in
// composed form. Nearly all strings are like that.
func isPlain(s string, line bool) bool {
	for i := 0; i < len(s); {
		b := s[i]
		if b < utf8.RuneSelf {
			if b < ' ' && (line || b != '\n') || b == 0x7f {
				return false
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if !plainRune(r) || size == 1 {
			return false
		}
		i += size
	}
	return true
}

// plainRanges are the most frequent scripts and signs, in order, without the
// characters that interact with their neighbours.
var plainRanges = [...]struct{ low, high rune }{
	{0xa0, 0xac}, {0xae, 0x2ff}, {0x388, 0x482}, {0x48a, 0x58f}, {0x1e00, 0x1f70}, {0x2010, 0x2027}, {0x2030, 0x205f},
	{0x2070, 0x20cf}, {0x2100, 0x2125}, {0x212c, 0x2328}, {0x232b, 0x2adb}, {0x3000, 0x3029}, {0x3041, 0x3096},
	{0x30a0, 0x312f}, {0x3400, 0x9fff}, {0xac00, 0xd7a3}, {0xff01, 0xff9d},
}

// plainRune reports whether r, which is beyond ASCII, is always kept.
func plainRune(r rune) bool {
	for _, plain := range plainRanges {
		if r <= plain.high {
			return r >= plain.low
		}
	}
	return false
}

// cleaner cleans one text. Its decisions depend on what it has written, not on
// what it has read, so that a second pass changes nothing.
type cleaner struct {
	text    string
	line    bool
	out     strings.Builder
	prev    rune // the last character written or cut off; 0 at the start
	base    rune // the last character that is neither a mark nor ignorable; 0 at the start
	cluster int  // code points of the cluster so far
	cut     bool // the cluster is full, and its rest is left out
	left    bool // something was left out
	linked  bool // an Indic consonant would join the characters before
	flagEnd int  // the byte of text at which a flag made of tags ends
	rtl     bool // the text has a letter that is written from right to left
}

func (c *cleaner) run() string {
	c.out.Grow(len(c.text) + utf8.UTFMax)
	for i := 0; i < len(c.text); {
		r, size := utf8.DecodeRuneInString(c.text[i:])
		switch {
		case r == '\t':
			for range tabWidth {
				c.put(' ')
			}
		case r == '\r' && strings.HasPrefix(c.text[i+size:], "\n"):
			size++
			c.put(c.lineBreak())
		case r == '\n':
			c.put(c.lineBreak())
		case isBreak(r):
			c.put(' ')
		case IsIgnorable(r) && !c.needs(r):
			c.left = true
		case r == utf8.RuneError && size == 1 || unicode.IsControl(r) || !c.keeps(r, i):
			c.put(Replacement)
		default:
			c.put(r)
		}
		i += size
	}
	return c.out.String()
}

func (c *cleaner) lineBreak() rune {
	if c.line {
		return ' '
	}
	return '\n'
}

// put writes r unless its cluster is full.
func (c *cleaner) put(r rune) {
	if !c.joins(r) {
		c.cluster, c.cut = 0, false
	}
	c.prev = r
	if !unicode.Is(unicode.M, r) && !IsIgnorable(r) {
		c.base = r
	}
	c.linked = isLinker(r) || c.linked && unicode.Is(unicode.M, r)
	if c.cut {
		return
	}
	if c.cluster++; c.cluster > maxCluster {
		c.cut, c.left = true, true
		r = Replacement
	}
	c.out.WriteRune(r)
}

// isBreak reports whether some programs break a line or page at r.
func isBreak(r rune) bool {
	switch r {
	case '\r', '\v', '\f', 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}
