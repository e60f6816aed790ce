package quote

import (
	"strings"
	"unicode/utf8"
)

// WordAfter returns the first word of a text that begins at or after a byte, as
// people select it: with what joins its parts, as in "don't" and "3,000". Where
// there is none, end is 0.
func WordAfter(text string, from int) (start, end int) {
	start, end = nextWord(text, from)
	for end > 0 && start > 0 && marksLength(text[start:]) > 0 { // they belong to the sign before them
		start, end = nextWord(text, start+marksLength(text[start:]))
	}
	for end > 0 {
		joint := jointLength(text[end:])
		before, _ := utf8.DecodeLastRuneInString(text[:end])
		after, _ := utf8.DecodeRuneInString(text[end+joint:])
		if joint == 0 || !spacedLetter(before) || !spacedLetter(after) {
			break
		}
		_, end = nextWord(text, end+joint)
	}
	return start, end
}

// jointLength returns how many bytes at the start of a text may join two parts of
// a word: one mark, and what nobody sees.
func jointLength(text string) int {
	rest := strings.TrimLeftFunc(text, isUnseen)
	if r, n := utf8.DecodeRuneInString(rest); strings.ContainsRune("'’.,", r) {
		rest = rest[n:]
	}
	return len(text) - len(rest)
}

// leastBack and mostBack are how many bytes before a place its word is looked for,
// at first and at last.
const leastBack, mostBack = 128, 64 << 10

// WordBefore returns the last word of a text that begins before a byte. Where
// there is none, end is 0.
func WordBefore(text string, before int) (start, end int) {
	for back := leastBack; ; back *= 2 {
		from := max(before-back, 0)
		for from > 0 && !utf8.RuneStart(text[from]) {
			from--
		}
		start, end = 0, 0
		words := 0
		for s, e := WordAfter(text, from); e > 0 && s < before; s, e = WordAfter(text, e) {
			start, end = s, e
			words++
		}
		if words > 1 || from == 0 || back >= mostBack { // the first can be the end of a word
			return start, end
		}
	}
}
