package fold

import (
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"
)

// The words of a text, as an index of many texts wants them. A word is a run of
// letters, digits and marks, folded as [Text] folds them. Everything else separates
// words, an apostrophe as well: "Zelenskyi's" is two words, in the text and in what
// is looked for. What is left out in folding does not separate. In scripts that are
// written without spaces each letter is a word, with its marks, so that any part of
// a text is a sequence of whole words.

// class says what a rune is to the words of a text.
type class uint8

const (
	separates class = iota
	inWord          // a letter or digit
	alone           // a letter that is a word
	joins           // a mark, which belongs to the letter before it
	unseen          // is left out
)

// unspaced are the scripts that are written without spaces.
var unspaced = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer,
	unicode.Myanmar, unicode.Tibetan}

// classify returns the class of a rune that is folded to f.
func classify(r rune, f folded) class {
	first := byte(f.bytes())
	switch {
	case f.leftOut():
		return unseen
	case f == whiteSpace:
		return separates
	case unicode.IsMark(r):
		return joins
	case !unicode.IsLetter(r) && !unicode.IsNumber(r),
		first < utf8.RuneSelf && asciiWords()[first] == ' ' && f.len() == 1: // such as the letter ʼ
		return separates
	case unicode.IsDigit(r):
		return inWord
	case unicode.In(r, unspaced...), r >= 0x30A0 && r < 0x3100, r == 0xFF70: // the long vowel of kana is of no script
		return alone
	}
	return inWord
}

// runeClasses are the classes of the runes below tableEnd.
var runeClasses = sync.OnceValue(func() *[tableEnd]class {
	t, runes := new([tableEnd]class), table()
	for r := range rune(tableEnd) {
		t[r] = classify(r, runes[r])
	}
	return t
})

// asciiWords holds for each ASCII character what it is in a word, folded, a space for
// one that separates words, and 0 for one that is left out.
var asciiWords = sync.OnceValue(func() *[256]byte {
	t := new([256]byte)
	for c := range utf8.RuneSelf {
		switch f := table()[c]; {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c >= 'A' && c <= 'Z':
			t[c] = byte(f.bytes())
		case !f.leftOut():
			t[c] = ' '
		}
	}
	return t
})

// wordReader reads the words of texts.
type wordReader struct {
	ascii   *[256]byte
	runes   *runeTable
	classes *[tableEnd]class
}

func newWordReader() wordReader { return wordReader{asciiWords(), table(), runeClasses()} }

// next returns what the rune at a byte of s is folded to, its class and its size.
func (w *wordReader) next(s string, at int) (f folded, c class, size int) {
	if b := s[at]; b < utf8.RuneSelf {
		switch f = w.runes[b]; w.ascii[b] {
		case 0:
			return f, unseen, 1
		case ' ':
			return f, separates, 1
		}
		return f, inWord, 1
	}
	r, size := utf8.DecodeRuneInString(s[at:])
	switch {
	case r == utf8.RuneError:
		return 0, separates, size
	case r < tableEnd:
		f, c = w.runes[r], w.classes[r]
		if r == 'ŉ' {
			f = as("n") // without its apostrophe, which separates
		}
		return f, c, size
	case r >= 0x3041 && r < 0x3097, r >= 0x30A1 && r < 0x30FB, // kana
		r >= 0x3400 && r < 0x4DC0, r >= 0x4E00 && r < 0xA000: // Han
		return as(s[at : at+size]), alone, size
	case r >= 0xAC00 && r < 0xD7A4: // Hangul
		return as(s[at : at+size]), inWord, size
	}
	f = w.runes.fold(r, s[at:at+size])
	return f, classify(r, f), size
}

// AppendWords appends the folded words of a text, which must be composed (NFC), to
// dst, each with a space behind it. No other ASCII characters than small letters and
// digits are in them.
func AppendWords(dst []byte, text string) []byte {
	dst = slices.Grow(dst, len(text)+len(text)/2+2*runeBytes) // a letter that is a word gets a space, and one before it
	w := newWordReader()
	last := separates // the class of what was written last, but for marks
	for at := 0; at < len(text); {
		start := at
		for at < len(text) && w.ascii[text[at]] > ' ' {
			at++
		}
		if at > start {
			if last == alone {
				dst = append(dst, ' ')
			}
			n := len(dst)
			dst = dst[:n+at-start]
			for i := range dst[n:] {
				dst[n+i] = w.ascii[text[start+i]]
			}
			last = inWord
			continue
		}
		f, c, size := w.next(text, at)
		at += size
		switch {
		case c == unseen:
			continue
		case begins(last, c):
			dst = append(dst, ' ')
		}
		if c != separates {
			for bytes, n := f.bytes(), f.len(); n > 0; n-- {
				dst = append(dst, byte(bytes))
				bytes >>= 8
			}
		}
		last = c.behind(last)
	}
	if last != separates {
		dst = append(dst, ' ')
	}
	return dst
}

// begins reports whether a rune of class c ends the word before it, which is there.
func begins(last, c class) bool {
	return last != separates && c != joins && (c != inWord || last != inWord)
}

// behind returns the class of a word so far when c follows what was of the class
// last.
func (c class) behind(last class) class {
	if c != joins {
		return c
	}
	if last == separates {
		return inWord
	}
	return last
}
