package width

import (
	"unicode"
	"unicode/utf8"
)

// class is what a cluster means for line breaking: the classes of Unicode
// Standard Annex 14, as far as simple text needs them.
type class uint8

const (
	other     class = iota
	space           // a break may follow; it is not drawn at the end of a line
	zeroBreak       // ZERO WIDTH SPACE: a break may follow
	glue            // no-break space, word joiner
	open            // opening bracket
	openWide        // opening bracket or currency sign of CJK text
	shut            // closing bracket, ! ? : ;
	shutWide        // CJK text: closing bracket, stop, small kana, iteration mark
	stop            // full stop, comma, ellipsis, per cent
	quote           // quotation mark that opens or closes
	piQuote         // “ ‘ « where they do not open a word (as in German)
	pfQuote         // ” ’ » where they do not end a word
	hyphen          // hyphen, en dash
	slash
	dash // em dash
	digit
	ideograph // ideograph, kana, emoji
)

// classes is a set of them.
type classes uint32

func setOf(cs ...class) classes {
	var set classes
	for _, c := range cs {
		set |= 1 << c
	}
	return set
}

func (set classes) has(c class) bool { return set&(1<<c) != 0 }

var asciiClasses = func() (table [utf8.RuneSelf]class) {
	for c, chars := range map[class]string{
		space: " \t\r\v\f", open: "([{", shut: ")]}!?:;", stop: ".,%",
		quote: `"'`, hyphen: "-", slash: "/", digit: "0123456789",
	} {
		for _, r := range chars {
			table[r] = c
		}
	}
	return table
}()

// classOf returns the class of the cluster s[i:end]. Only for a closing quotation
// mark does it matter what follows.
func classOf(s string, i, end int) class {
	if c := s[i]; c < utf8.RuneSelf {
		if end > i+1 && asciiClasses[c] == space {
			return other // a space that carries a mark is text
		}
		return asciiClasses[c]
	}
	r, size := utf8.DecodeRuneInString(s[i:end])
	c := runeClass(r)
	switch {
	case c == space && end > i+size:
		return other
	case c == pfQuote && endsWord(s, end):
		return shut
	}
	return c
}

// wordEnds may follow the quotation mark that ends a word; wordEndsWide are those
// beyond ASCII.
var (
	wordEnds     = setOf(space, shut, stop, quote, slash)
	wordEndsWide = setOf(space, zeroBreak, glue, shutWide, stop, pfQuote)
)

// endsWord reports whether the text before s[at:] ends a word, as a closing
// quotation mark does (UAX 14, rule LB15b).
func endsWord(s string, at int) bool {
	if at == len(s) {
		return true
	}
	if c := s[at]; c < utf8.RuneSelf {
		return c == '\n' || wordEnds.has(asciiClasses[c])
	}
	r, _ := utf8.DecodeRuneInString(s[at:])
	return wordEndsWide.has(runeClass(r))
}

// runeClass returns the class of a cluster that starts with r, which is not ASCII.
func runeClass(r rune) class {
	switch {
	case r < 0x2000:
		return alphabeticClass(r)
	case r < 0x2e80:
		return punctuationClass(r)
	case isHangul(r):
		return other
	case r <= 0xa4cf:
		return cjkClass(r)
	case r >= 0xff01 && r <= 0xffe6:
		return formsClass(r)
	case isIdeograph(r):
		return ideograph
	case r == 0xfeff:
		return glue
	case unicode.IsDigit(r):
		return digit
	}
	return other
}

// isHangul: Korean is written with spaces, so its syllables make words.
func isHangul(r rune) bool {
	return r >= 0xac00 && r <= 0xd7ff || r >= 0x3130 && r <= 0x318f || r >= 0xa960 && r <= 0xa97f
}

// isIdeograph knows the ideographs and what breaks like them beyond the blocks
// that cjkClass looks at.
func isIdeograph(r rune) bool {
	switch {
	case r < 0x1b000:
		return r >= 0xf900 && r <= 0xfaff || r >= 0xfe30 && r <= 0xfe4f
	case r < 0x1f000:
		return r <= 0x1b2ff // kana
	case r < 0x20000:
		return r <= 0x1faff && !isRegional(r) // emoji
	}
	return r <= 0x3fffd
}

func isRegional(r rune) bool { return r >= 0x1f1e6 && r <= 0x1f1ff }

func alphabeticClass(r rune) class {
	switch r {
	case '\u00a0', '\u034f':
		return glue
	case '«':
		return piQuote
	case '»':
		return pfQuote
	case '¡', '¿':
		return open
	case '°', '¢', '،', '۔', '।':
		return stop
	case '؛', '؟':
		return shut
	case '֊', '־':
		return hyphen
	case '\u1680':
		return space
	}
	if unicode.IsDigit(r) {
		return digit
	}
	return other
}

func punctuationClass(r rune) class {
	switch r {
	case '\u2000', '\u2001', '\u2002', '\u2003', '\u2004', '\u2005', '\u2006',
		'\u2008', '\u2009', '\u200a', '\u2028', '\u2029', '\u205f':
		return space
	case '\u200b':
		return zeroBreak
	case '\u2007', '\u2011', '\u202f', '\u2060':
		return glue
	case '\u2010', '\u2012', '–':
		return hyphen
	case '—', '―', '⸺', '⸻':
		return dash
	case '“', '‘', '‛', '‟', '‹':
		return piQuote
	case '”', '’', '›':
		return pfQuote
	case '‚', '„':
		return open
	case '‥', '…', '‰', '′', '″', '℃':
		return stop
	case '‼', '⁇', '⁈', '⁉':
		return shut
	}
	return other
}

func cjkClass(r rune) class {
	switch r {
	case '\u3000':
		return space
	case '〈', '《', '「', '『', '【', '〔', '〖', '〘', '〚', '〝':
		return openWide
	case '、', '。', '〉', '》', '」', '』', '】', '〕', '〗', '〙', '〛', '〞', '〟',
		'々', '〻', '〜', '゛', '゜', 'ゝ', 'ゞ', 'ー', '・', 'ヽ', 'ヾ',
		'ぁ', 'ぃ', 'ぅ', 'ぇ', 'ぉ', 'っ', 'ゃ', 'ゅ', 'ょ', 'ゎ', 'ゕ', 'ゖ',
		'ァ', 'ィ', 'ゥ', 'ェ', 'ォ', 'ッ', 'ャ', 'ュ', 'ョ', 'ヮ', 'ヵ', 'ヶ':
		return shutWide
	}
	if r >= 0x31f0 && r <= 0x31ff { // small kana for Ainu
		return shutWide
	}
	return ideograph
}

func formsClass(r rune) class {
	switch r {
	case '（', '［', '｛', '｟', '｢', '＄', '￡', '￥':
		return openWide
	case '）', '］', '｝', '｠', '｣', '！', '，', '．', '：', '；', '？', '％', '｡', '､', '･', 'ｰ',
		'ｧ', 'ｨ', 'ｩ', 'ｪ', 'ｫ', 'ｬ', 'ｭ', 'ｮ', 'ｯ':
		return shutWide
	}
	if r >= 0xffa0 && r <= 0xffdc { // half-width Hangul
		return other
	}
	return ideograph
}
