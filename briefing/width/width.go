// Package width is the one rule for how wide text is: the text export and
// every screen measure, cut, pad and wrap through it, so that they agree with
// each other and with what a terminal draws.
//
// A cell is one column of a terminal. The unit of text is the grapheme cluster
// of Unicode Standard Annex 29: what a reader takes for one character. How
// many cells a cluster takes depends on the terminal, hence the two values of
// [Method]; both measure as github.com/charmbracelet/x/ansi does for a narrow
// locale, with characters of ambiguous width (UAX 11) always one cell, whatever
// the environment says.
//
// The package counts and breaks by itself because an export and a frame spend
// their time there. x/ansi counts clusters 2 to 26 times as slowly; code points it
// counts 1.4 to 4.4 times as slowly in Latin text, but faster in CJK text. Finding
// where lines can end with rivo/uniseg takes 1.6 to 36 times as long, and it parts
// --where, /etc and 1939–45.
//
// The functions are pure. They expect clean text, UTF-8 without control
// characters but \n: they neither know nor remove escape codes, do not put
// right-to-left text in order, do not hyphenate and have no dictionary for
// scripts written without spaces, such as Thai.
package width

import (
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
	"github.com/mattn/go-runewidth"
)

// Method is how a terminal counts cells.
type Method int

const (
	// Wc counts each code point by itself, as wcwidth(3) does: a family of four
	// joined emoji takes eight cells. It is what terminals without mode 2027 do,
	// and what to assume of a terminal that has not said otherwise.
	Wc Method = iota
	// Grapheme counts each cluster once: the same family takes two cells. It is
	// what terminals with mode 2027 (grapheme clustering) set do.
	Grapheme
)

// String names the method.
func (m Method) String() string {
	if m == Grapheme {
		return "grapheme"
	}
	return "wc"
}

// narrow gives the widths of single code points, independent of the locale.
var narrow = &runewidth.Condition{StrictEmojiNeutral: true}

// Of returns the number of cells that s takes on one line. Control characters,
// \n among them, take none.
func (m Method) Of(s string) int {
	cells := 0
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return m.ofMixed(s)
		}
		cells += asciiCells(s[i])
	}
	return cells
}

func (m Method) ofMixed(s string) int {
	if m == Wc {
		return wcCells(s)
	}
	cells := 0
	for i := 0; i < len(s); {
		end, n := m.next(s, i)
		cells += n
		i = end
	}
	return cells
}

// next returns the end of the cluster that starts at s[i], and its cells.
func (m Method) next(s string, i int) (end, cells int) {
	if n, size, ok := simple(s[i:]); ok {
		end = i + size
		if end == len(s) || s[end] < utf8.RuneSelf {
			return end, n
		}
		if _, _, ok := simple(s[end:]); ok {
			return end, n
		}
	}
	clusters := displaywidth.Options{}.StringGraphemes(s[i:])
	clusters.Next()
	cluster := clusters.Value()
	if m == Wc {
		return i + len(cluster), wcCells(cluster)
	}
	return i + len(cluster), clusters.Width()
}

// simple decodes the first character of s. ok reports whether the character is one
// that makes a cluster of its own next to another of its kind and has the same
// cells by both methods.
func simple(s string) (cells, size int, ok bool) {
	if c := s[0]; c < utf8.RuneSelf {
		return asciiCells(c), 1, c != '\r'
	}
	r, size := utf8.DecodeRuneInString(s)
	cells = plainCells(r)
	return cells, size, cells > 0
}

func asciiCells(c byte) int {
	if c < ' ' || c == 0x7f {
		return 0
	}
	return 1
}

func wcCells(s string) int {
	cells := 0
	for _, r := range s {
		cells += runeCells(r)
	}
	return cells
}

// runeCells returns what wcwidth(3) says of r.
func runeCells(r rune) int {
	if r < utf8.RuneSelf {
		return asciiCells(byte(r))
	}
	if n := plainCells(r); n > 0 {
		return n
	}
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	return narrow.RuneWidth(r)
}

// plain are the letters, punctuation and signs of which most text consists, in
// order. They save more than the look-up: runewidth builds a table of 2 MB in
// some milliseconds when it is first called.
var plain = [...]struct {
	lo, hi rune
	cells  int
}{
	{0x00a0, 0x00ac, 1}, // Latin, but for the soft hyphen
	{0x00ae, 0x02ff, 1},
	{0x0370, 0x0482, 1}, // Greek, Cyrillic
	{0x048a, 0x052f, 1},
	{0x05d0, 0x05ea, 1}, // Hebrew
	{0x0621, 0x064a, 1}, // Arabic
	{0x0904, 0x0939, 1}, // Devanagari
	{0x1e00, 0x1fff, 1}, // Latin, Greek
	{0x2010, 0x2027, 1}, // dashes, quotation marks
	{0x2500, 0x25fc, 1}, // boxes, geometric signs
	{0x3000, 0x3029, 2}, // CJK punctuation
	{0x3041, 0x3096, 2}, // kana
	{0x30a0, 0x30ff, 2},
	{0x4e00, 0x9fff, 2}, // ideographs
	{0xac00, 0xd7a3, 2}, // Hangul
	{0xff01, 0xff60, 2}, // full-width forms
}

// plainCells returns 0 for a character that is not plain.
func plainCells(r rune) int {
	for i := range plain {
		if p := &plain[i]; r <= p.hi {
			if r < p.lo {
				return 0
			}
			return p.cells
		}
	}
	return 0
}
