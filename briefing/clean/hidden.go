package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The characters that have no shape of their own, by name.
const (
	SoftHyphen         = 0x00ad
	ArabicLetterMark   = 0x061c
	mongolianSelectors = 0x180b // to 0x180f
	zeroWidthSpace     = 0x200b
	zeroWidthNonJoiner = 0x200c
	zeroWidthJoiner    = 0x200d
	LeftToRightMark    = 0x200e
	RightToLeftMark    = 0x200f
	wordJoiner         = 0x2060
	byteOrderMark      = 0xfeff // also a zero width no-break space
	blackFlag          = 0x1f3f4
	firstTag           = 0xe0020
	cancelTag          = 0xe007f
)

// FirstMark is the first character that joins the one before it.
const FirstMark = 0x300

// hidden are characters that draw nothing or change how others are drawn: bidi
// overrides and isolates, fillers, invisible operators, annotation and format
// controls, noncharacters. [cleaner.hasUse] decides where those stay that some
// scripts need. Those that [IsIgnorable] reports are left out, not replaced.
var hidden = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x034f, Hi: 0x034f, Stride: 1},
		{Lo: 0x115f, Hi: 0x1160, Stride: 1},
		{Lo: 0x17b4, Hi: 0x17b5, Stride: 1},
		{Lo: 0x202a, Hi: 0x202e, Stride: 1},
		{Lo: 0x2061, Hi: 0x206f, Stride: 1},
		{Lo: 0x3164, Hi: 0x3164, Stride: 1},
		{Lo: 0xfdd0, Hi: 0xfdef, Stride: 1},
		{Lo: 0xffa0, Hi: 0xffa0, Stride: 1},
		{Lo: 0xfff0, Hi: 0xfffb, Stride: 1},
		{Lo: 0xfffe, Hi: 0xffff, Stride: 1},
	},
	R32: []unicode.Range32{
		{Lo: 0x13430, Hi: 0x1345f, Stride: 1},
		{Lo: 0x1bca0, Hi: 0x1bca3, Stride: 1},
		{Lo: 0x1d173, Hi: 0x1d17a, Stride: 1},
		{Lo: 0xe0000, Hi: 0xe0fff, Stride: 1},
	},
}

// IsIgnorable reports whether r only says where a line may or must not break, or
// how the letters beside it join, and so is not part of the words. Web pages and
// PDF files are full of such characters. They stay where a script needs them (see
// [cleaner.needs]).
func IsIgnorable(r rune) bool {
	switch r {
	case SoftHyphen, zeroWidthSpace, zeroWidthNonJoiner, zeroWidthJoiner, wordJoiner, byteOrderMark:
		return true
	}
	return false
}

// rightToLeft are the blocks of scripts that are written from right to left.
var rightToLeft = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x0590, Hi: 0x08ff, Stride: 1},
		{Lo: 0xfb1d, Hi: 0xfdff, Stride: 1},
		{Lo: 0xfe70, Hi: 0xfeff, Stride: 1},
	},
	R32: []unicode.Range32{
		{Lo: 0x10800, Hi: 0x10fff, Stride: 1},
		{Lo: 0x1e800, Hi: 0x1efff, Stride: 1},
	},
}

// keeps reports whether r, which is at byte i of the text, stays.
func (c *cleaner) keeps(r rune, i int) bool {
	switch {
	case r < FirstMark:
		return true
	case (c.prev == 0 || c.prev == '\n') && isExtending(r):
		return false // it would join what the program writes before the text
	case isPrepend(r):
		return c.precedes(i + utf8.RuneLen(r))
	case r == blackFlag:
		c.flagEnd = i + flagLength(c.text[i:])
		return true
	case r >= firstTag && r <= cancelTag:
		return i < c.flagEnd
	}
	return c.hasUse(r)
}

// hasUse reports whether r is of use after what has been written. Only characters
// without a shape of their own may not be.
func (c *cleaner) hasUse(r rune) bool {
	switch {
	case r == ArabicLetterMark || r == LeftToRightMark || r == RightToLeftMark:
		return c.rtl
	case IsIgnorable(r):
		return c.needs(r)
	case r >= mongolianSelectors && r <= mongolianSelectors+4:
		return unicode.Is(unicode.Mongolian, c.prev)
	case unicode.Is(unicode.Variation_Selector, r):
		return c.takesSelector(r)
	}
	return !unicode.Is(hidden, r) && r&0xfffe != 0xfffe
}

// needs reports whether the script at this place needs an ignorable character. Of
// several in a row only one is needed.
func (c *cleaner) needs(r rune) bool {
	switch {
	case IsIgnorable(c.prev):
		return false
	case r == zeroWidthJoiner || r == zeroWidthNonJoiner:
		return takesJoiner(c.base)
	case r == zeroWidthSpace:
		return unicode.In(c.base, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan)
	}
	return false
}

// precedes reports whether a letter or digit is at byte i of the text. A sign
// before it joins it; otherwise the sign would join what the program writes after
// the text.
func (c *cleaner) precedes(i int) bool {
	next, _ := utf8.DecodeRuneInString(c.text[min(i, len(c.text)):])
	return unicode.In(next, unicode.L, unicode.N)
}

// takesSelector reports whether the character before the variation selector r has
// variants: signs, letters and digits have those of VS1 to VS16, ideographs have
// all.
func (c *cleaner) takesSelector(r rune) bool {
	if unicode.Is(unicode.Ideographic, c.prev) {
		return true
	}
	return r <= 0xffff && c.base != Replacement && !unicode.Is(unicode.Variation_Selector, c.prev) &&
		unicode.In(c.base, unicode.L, unicode.N, unicode.S, unicode.P)
}

// takesJoiner reports whether a joiner after r and its marks has an effect, which
// it has in scripts whose letters join and in emoji.
func takesJoiner(r rune) bool {
	if r == Replacement || unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic) {
		return false
	}
	return r == cancelTag || unicode.In(r, unicode.L, unicode.So, unicode.Sk) && r >= utf8.RuneSelf
}

// hasRightToLeft reports whether s has a letter that is written from right to
// left.
func hasRightToLeft(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(rightToLeft, r) && unicode.IsLetter(r) })
}

// flagLength returns the length in bytes of the flag of a region at the start of
// s (UTS #51, emoji tag sequence), or 0 if there is none. A flag is a black flag,
// three to seven tags that spell small letters or digits, and the cancel tag.
func flagLength(s string) int {
	const shortest, longest = 3, 7
	count := 0
	for i, r := range s {
		letter := r - firstTag + ' '
		switch {
		case i == 0:
		case r == cancelTag:
			if count < shortest || count > longest {
				return 0
			}
			return i + utf8.RuneLen(cancelTag)
		case letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9':
			count++
		default:
			return 0
		}
	}
	return 0
}

// joins reports whether r belongs to the cluster of the characters written before
// it. It joins at least what UAX #29 joins into extended grapheme clusters,
// except for pairs that cannot grow, such as two regional indicators.
func (c *cleaner) joins(r rune) bool {
	switch {
	case c.cluster == 0 || r < FirstMark && c.prev < FirstMark:
		return false
	case c.prev == zeroWidthJoiner || isPrepend(c.prev) || isExtending(r):
		return true
	case isJamo(r):
		return isLead(c.prev) || !isLead(r) && (isJamo(c.prev) || isHangul(c.prev))
	case isHangul(r):
		return isJamo(c.prev)
	}
	return c.linked && unicode.IsLetter(r)
}

// isExtending reports whether r belongs to the character before it (properties
// Grapheme_Cluster_Break=Extend, ZWJ and SpacingMark).
func isExtending(r rune) bool {
	switch r {
	case zeroWidthJoiner, zeroWidthNonJoiner, 0x0e33, 0x0eb3, 0xff9e, 0xff9f:
		return true
	}
	return r >= 0x1f3fb && r <= 0x1f3ff || r >= firstTag && r <= cancelTag || unicode.Is(unicode.M, r)
}

func isHangul(r rune) bool { return r >= 0xac00 && r <= 0xd7a3 }

func isJamo(r rune) bool {
	return r >= 0x1100 && r <= 0x11ff || r >= 0xa960 && r <= 0xa97c || r >= 0xd7b0 && r <= 0xd7fb
}

// isLead reports whether r is a consonant that begins a syllable.
func isLead(r rune) bool { return r >= 0x1100 && r <= 0x115f || r >= 0xa960 && r <= 0xa97c }

// isPrepend reports whether r joins what follows (property
// Grapheme_Cluster_Break=Prepend).
func isPrepend(r rune) bool {
	if r < 0x600 {
		return false
	}
	switch r {
	case 0x0d4e, 0x111c2, 0x111c3, 0x113d1, 0x1193f, 0x11941, 0x11a3a, 0x11d46, 0x11f02:
		return true
	}
	return r >= 0x11a84 && r <= 0x11a89 || unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

// isLinker reports whether r joins two consonants (property
// Indic_Conjunct_Break=Linker).
func isLinker(r rune) bool {
	switch r {
	case 0x094d, 0x09cd, 0x0acd, 0x0b4d, 0x0c4d, 0x0d4d, 0x1039, 0x17d2, 0x1a60, 0x1b44, 0x1bab,
		0xa9c0, 0xaaf6, 0x10a3f, 0x11133, 0x113d0, 0x1193e, 0x11a47, 0x11a99, 0x11f42:
		return true
	}
	return false
}

func IsASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// LastAccent ends the block of combining diacritical marks.
const LastAccent = 0x36f
