package fold

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folded is what a rune becomes: up to four bytes, first to last from the low
// end, then how many they are, then what the rune is.
type folded uint64

const (
	lengthShift = 32
	lengthMask  = 7

	whiteSpace folded = 1 << 40 // is folded in runs; has no bytes of its own
	capital    folded = 1 << 41
)

func (f folded) bytes() uint32 { return uint32(f) }
func (f folded) len() int      { return int(f >> lengthShift & lengthMask) }

// leftOut reports whether nothing becomes of the rune.
func (f folded) leftOut() bool { return f == 0 }

// as returns what a rune becomes that reads as s.
func as(s string) folded {
	f := folded(len(s)) << lengthShift
	for i := range len(s) {
		f |= folded(s[i]) << (8 * i)
	}
	return f
}

// Runes below tableEnd, which is where the scripts with accents and nearly all
// punctuation are, are looked up; the others are mostly left as they are.
const tableEnd = 0x2070

type runeTable [tableEnd]folded

var table = sync.OnceValue(func() *runeTable {
	t := new(runeTable)
	for r := range rune(tableEnd) {
		t[r] = work(r)
	}
	return t
})

// fold returns what r becomes, which is written as raw.
func (t *runeTable) fold(r rune, raw string) folded {
	switch {
	case r < tableEnd:
		return t[r]
	case r >= 0x3040 && r < 0xA640, r >= 0xAC00 && r < 0xFB00: // kana, CJK; Hangul
		return as(raw)
	}
	return work(r)
}

// work finds out what r becomes.
func work(r rune) folded {
	if unicode.IsSpace(r) {
		return whiteSpace
	}
	if invisible(r) || droppedMark(r) {
		return 0
	}
	f, ok := spelled(r)
	if !ok {
		small := base(r)
		if f, ok = spelled(small); !ok {
			f = as(string(small))
		}
	}
	if f.len() > utf8.RuneLen(r) {
		f = as(string(r)) // no rune may grow
	}
	if unicode.IsUpper(r) || unicode.IsTitle(r) {
		f |= capital
	}
	return f
}

// base returns the small letter without its accents.
func base(r rune) rune {
	if d := norm.NFD.PropertiesString(string(r)).Decomposition(); d != nil {
		if b, _ := utf8.DecodeRune(d); b < utf8.RuneSelf || accented(b) {
			r = b
		}
	}
	return unicode.ToLower(unicode.ToUpper(r))
}

// accented reports whether a letter's marks are accents and no letters.
func accented(r rune) bool { return unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic) }

// droppedMark reports whether r is an accent, or a vowel point of a script that
// is mostly written without them.
func droppedMark(r rune) bool {
	switch {
	case r < 0x300:
		return false
	case r <= 0x36F, // accents
		r >= 0x483 && r <= 0x489,   // Cyrillic
		r >= 0x591 && r <= 0x5C7,   // Hebrew points, where they are marks
		r == 0x640,                 // Arabic lengthening
		r >= 0x64B && r <= 0x652,   // Arabic vowel points
		r == 0x670,                 // Arabic superscript alef
		r >= 0x1AB0 && r <= 0x1AFF, // accents, extended
		r >= 0x1DC0 && r <= 0x1DFF, // accents, supplement
		r >= 0x20D0 && r <= 0x20F0, // accents for symbols
		r >= 0x2DE0 && r <= 0x2DFF, // Cyrillic letters above others
		r >= 0xFE20 && r <= 0xFE2F: // half marks
		return r == 0x640 || unicode.Is(unicode.M, r)
	}
	return false
}

// invisible reports whether nothing of r can be seen.
func invisible(r rune) bool {
	switch {
	case r < ' ', r >= 0x7F && r < 0xA0, // controls
		r == 0xAD,              // soft hyphen
		r == 0x34F, r == 0x61C, // grapheme joiner, Arabic letter mark
		r >= 0x200B && r <= 0x200F, // zero width space and joiners, direction marks
		r >= 0x202A && r <= 0x202E, // embeddings
		r >= 0x2060 && r <= 0x2069, // word joiner, isolates
		r >= 0xFE00 && r <= 0xFE0F, // variation selectors
		r == 0xFEFF:
		return true
	}
	return false
}

// spelled returns what a rune becomes that is not folded to the base of its
// canonical decomposition.
func spelled(r rune) (folded, bool) {
	s, ok := spellings()[r]
	return as(s), ok
}

// Letters are here in their small form; capitals are looked up as that.
var spellings = sync.OnceValue(func() map[rune]string {
	m := map[rune]string{
		'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'ł': "l", 'ħ': "h", 'ŧ': "t",
		'ı': "i", 'ĳ': "ij", 'ŀ': "l", 'ŉ': "'n", 'ſ': "s", 'ǆ': "dz", 'ǉ': "lj", 'ǌ': "nj", 'ǳ': "dz",
		'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬅ': "st", 'ﬆ': "st",
		'…': "...",
	}
	for _, r := range "“”„‟«»〝〞〟″" {
		m[r] = `"`
	}
	for _, r := range "‘’‚‛‹›ʼʻʹ′´" {
		m[r] = "'"
	}
	for _, r := range "‐‑‒–—―−⸺⸻﹘﹣" {
		m[r] = "-"
	}
	const fullWidth = '！' - '!'
	for r := '!'; r <= '~'; r++ {
		m[r+fullWidth] = string(unicode.ToLower(r))
	}
	return m
})
