// Package sentence finds where the sentences of a text end, by the marks between
// them and the abbreviations of its language. It knows no references and no words.
package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/briefing/quote"
)

// The marks at the end of a sentence, and what may follow them.
const (
	Stops      = ".!?…"
	wideStops  = "。！？"
	closeSigns = `"'”’»)]`
	openSigns  = `"'“‘«(„[—–-`
)

// After returns the byte after the end of a sentence whose final marks begin
// at i, or 0 if no sentence ends there.
func (a *Rules) After(text string, i int) int {
	r, n := utf8.DecodeRuneInString(text[i:])
	after := i + n
	switch {
	case strings.ContainsRune(wideStops, r):
		return after
	case r == '\n':
		return afterBreak(text, after)
	case !strings.ContainsRune(Stops, r) || follows(text[:i], Stops):
		return 0
	}
	rest := strings.TrimLeft(text[after:], Stops)
	rest = strings.TrimLeft(rest, closeSigns)
	next := strings.TrimLeftFunc(rest, unicode.IsSpace)
	switch {
	case next == "":
		return len(text)
	case len(next) == len(rest) || !opensSentence(next):
		return 0
	case (r == '.' || r == '!') && strings.HasPrefix(text[after:], rest) && a.endsNone(text[:i], next, r):
		return 0
	}
	return len(text) - len(next)
}

// farthest is how many bytes away from a place the end of its sentence is looked
// for. A longer sentence is parted there, so that a text without sentences costs
// little.
const farthest = 16 << 10

// Around returns the sentence that holds byte at of a text, with the white space
// after it.
func (a *Rules) Around(text string, at int) (start, end int) {
	low, high := max(at-farthest, 0), min(at+farthest, len(text))
	for low > 0 && !utf8.RuneStart(text[low]) {
		low--
	}
	for high < len(text) && !utf8.RuneStart(text[high]) {
		high++
	}
	text, start, end = text[:high], low, high
	for i := at; i > low; {
		if endsNothing[text[i-1]] {
			i--
			continue
		}
		_, n := utf8.DecodeLastRuneInString(text[low:i])
		i -= n
		if after := a.After(text, i); after > 0 && after <= at {
			start = after
			break
		}
	}
	for i := start; i < high; {
		if endsNothing[text[i]] {
			i++
			continue
		}
		if after := a.After(text, i); after > at {
			return start, after
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		i += n
	}
	return start, end
}

// endsNothing are the ASCII characters at which no sentence ends.
var endsNothing = func() (t [256]bool) {
	for c := range utf8.RuneSelf {
		t[c] = c != '\n' && !strings.ContainsRune(Stops, rune(c))
	}
	return t
}()

// follows reports whether before ends with one of the signs.
func follows(before, signs string) bool {
	r, n := utf8.DecodeLastRuneInString(before)
	return n > 0 && strings.ContainsRune(signs, r)
}

// afterBreak returns after, the byte after a line break, if a blank line or the
// sign of a list item follows, and 0 otherwise.
func afterBreak(text string, after int) int {
	rest := strings.TrimLeft(text[after:], " ")
	if strings.HasPrefix(rest, "\n") || strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "* ") {
		return after
	}
	return 0
}

// opensSentence reports whether a sentence can begin like this: with anything but
// a small letter.
func opensSentence(text string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, openSigns))
	return !unicode.IsLower(r)
}

// firstWord returns the first word of a text in small letters.
func firstWord(text string) string {
	text = strings.TrimLeftFunc(text, func(r rune) bool { return !quote.IsWord(r) })
	if end := strings.IndexFunc(text, func(r rune) bool { return !quote.IsWord(r) }); end >= 0 {
		text = text[:end]
	}
	return strings.ToLower(text)
}
