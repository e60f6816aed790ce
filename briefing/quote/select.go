package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The number of characters taken from before or after a quote to tell its place
// from others: from leastAround, doubled each time, to mostAround.
const (
	leastAround = 16
	mostAround  = 256
)

// Select returns the quote for the words of a text from one byte to another. If
// they are in more than one place, it has the words before or after them as well,
// as few as will do. ok is false if there are no words, or no quote leads to them.
func Select(text string, start, end int) (quote Quote, ok bool) {
	return newText(text).Select(text, start, end)
}

// Select does what the function Select does with a text that q was made of, and is
// faster for many quotes of one text.
func (q *Text) Select(text string, start, end int) (quote Quote, ok bool) {
	for start < end && startsWithSpace(text[start:end]) {
		start++
	}
	end = start + len(strings.TrimRightFunc(text[start:end], unicode.IsSpace))
	words := foldSpace(text[start:end])
	leads := func(quote Quote) bool {
		a := q.Anchor(quote)
		return a.State == Exact && a.Stretches[0].Start == start && a.Stretches[len(a.Stretches)-1].End == end
	}
	if quote = (Quote{Words: words}); leads(quote) {
		return quote, true
	}
	// In a long text it takes time to try them all: words that are nowhere, or that the
	// most around them does not tell apart, are given up at once.
	widest := Quote{words, wordsBefore(text[:start], mostAround), wordsAfter(text[end:], mostAround)}
	if q.Anchor(quote).State == Missing || q.Anchor(widest).State == Ambiguous {
		return Quote{}, false
	}
	for n := leastAround; n <= mostAround; n *= 2 {
		before, after := wordsBefore(text[:start], n), wordsAfter(text[end:], n)
		for _, quote := range []Quote{{words, "", after}, {words, before, ""}, {words, before, after}} {
			if leads(quote) {
				return quote, true
			}
		}
	}
	return Quote{}, false
}

func startsWithSpace(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}

// wordsAfter returns at most n characters from the start of a text, and no part of
// a word if that can be had.
func wordsAfter(text string, n int) string {
	at := 0
	for range n {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	if at < len(text) && !startsWithSpace(text[at:]) {
		if space := strings.LastIndexFunc(strings.TrimRightFunc(text[:at], unicode.IsSpace), unicode.IsSpace); space > 0 {
			at = space
		}
	}
	return foldSpace(text[:at])
}

// wordsBefore returns at most n characters from the end of a text, as wordsAfter
// does from its start.
func wordsBefore(text string, n int) string {
	at := len(text)
	for range n {
		_, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
	}
	if at > 0 && !startsWithSpace(text[at-1:]) {
		if space := strings.IndexFunc(strings.TrimLeftFunc(text[at:], unicode.IsSpace), unicode.IsSpace); space >= 0 && at+space+1 < len(text) {
			at += space
		}
	}
	return foldSpace(text[at:])
}

// Between returns the bytes of a text from the first place of some words to the
// end of the next place of others; last can be empty. Words match as those of a
// quote do. ok is false if they are not there.
func Between(text, first, last string) (start, end int, ok bool) {
	q := newText(text)
	a := q.Anchor(Quote{Words: first})
	if len(a.Stretches) == 0 {
		return 0, 0, false
	}
	start, end = a.Stretches[0].Start, a.Stretches[0].End
	if foldSpace(last) == "" {
		return start, end, true
	}
	b := newText(text[end:]).Anchor(Quote{Words: last})
	if len(b.Stretches) == 0 {
		return 0, 0, false
	}
	return start, end + b.Stretches[0].End, true
}
