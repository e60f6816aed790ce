// Package quote finds words in a text: exactly once, in more than one place, or
// not at all. Then it finds the nearest place and what may be wrong with the quote.
// It deals with texts only, not with sources or briefings.
package quote

import (
	"index/suffixarray"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/briefing/clean"
)

// elision separates two parts of a quote between which words are left out.
const elision = " [...] "

// State says whether a quote is in its source word for word.
type State int

// The states of a quote.
const (
	Unchecked State = iota // the source has no text, or the evidence no quote, or it is too much work
	Exact                  // it is there once
	Ambiguous              // it is there in more than one place
	Missing                // it is not there
)

// String returns the state in one word.
func (s State) String() string {
	return [...]string{"unchecked", "exact", "ambiguous", "missing"}[s]
}

// Quote is words that are said to be in a text, and the words right before and
// after them, which tell apart places with the same words.
type Quote struct{ Words, Prefix, Suffix string }

// Stretch is a run of bytes of a source's text, end exclusive.
type Stretch struct{ Start, End int }

// Anchor is where a quote is: its parts in the source's text, in order. For an
// ambiguous quote they are those of the first place.
type Anchor struct {
	State     State
	Stretches []Stretch
}

// Text is a source's text, prepared for looking up quotes; see [foldText].
// The shifts map its bytes back to those of the original.
type Text struct {
	Folded   string
	shifts   []shift
	marked   markedText         // the text with marks; empty while that is not worth it
	inner    int                // places inside words at which parts of quotes were found
	searched int                // bytes, so far, from end to end
	budget   *budget            // of all texts of the briefing
	sorted   *suffixarray.Index // of the marked text; nil while that is not worth it
	found    map[string][]int   // the places of stretches that were looked up in it
}

// shift says that from the byte at of the folded text on, the original is by
// bytes ahead.
type shift struct{ at, by int32 }

func newText(text string) *Text {
	folded, shifts := foldText(text)
	return &Text{Folded: folded, shifts: shifts, budget: newBudget()}
}

// foldText makes every run of white space in a text one space, drops it at the
// start, and leaves out what nobody sees between the words.
func foldText(text string) (folded string, shifts []shift) {
	places := foldings(text)
	if places == 0 {
		return text, nil
	}
	shifts = make([]shift, 0, places)
	var b strings.Builder
	b.Grow(len(text))
	space, by := true, 0
	for i := 0; i < len(text); {
		length := plainLength(text[i:])
		if length == 0 {
			var r rune
			r, length = utf8.DecodeRuneInString(text[i:]) // 1 for a byte that is no UTF-8
			if isUnseen(r) || unicode.IsSpace(r) {
				if !space && !isUnseen(r) {
					b.WriteByte(' ')
					space = true
				}
				i += length
				continue
			}
		}
		if now := i - b.Len(); now != by {
			by = now
			shifts = append(shifts, shift{int32(b.Len()), int32(by)})
		}
		b.WriteString(text[i : i+length])
		i += length
		space = text[i-1] == ' '
	}
	return b.String(), shifts
}

// plainLength returns how many bytes a text begins with that are ASCII and have
// no white space but single spaces, none of them at the start. It looks at eight at a
// time.
func plainLength(text string) int {
	const high, blanks = 0x8080808080808080, 0x2020202020202020
	n, last := 0, uint64(0x80) // a bit that says whether the byte before is a space
	for ; n+8 <= len(text); n += 8 {
		b := text[n : n+8]
		x := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
			uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
		if (x|(x-blanks))&high != 0 { // beyond ASCII, or before a space
			break
		}
		spaces := ^((x ^ blanks) + (high - high>>7)) & high
		if spaces&(spaces<<8|last) != 0 {
			break
		}
		last = spaces >> 56
	}
	for ; n < len(text); n++ {
		c := text[n]
		if c < ' ' || c >= utf8.RuneSelf || c == ' ' && (n == 0 || text[n-1] == ' ') {
			break
		}
	}
	return n
}

// foldings counts the places where a text has white space other than single
// spaces between words, or invisible characters.
func foldings(text string) int {
	places, last, folds := 0, ' ', false
	for i := 0; i < len(text); {
		if n := plainLength(text[i:]); n > 0 {
			i += n
			last, folds = rune(text[i-1]), false
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		before := folds
		folds = unicode.IsSpace(r) && (r != ' ' || last == ' ') || isUnseen(r)
		if folds && !before {
			places++
		}
		last = r
	}
	return places
}

// isUnseen reports whether comparing ignores r, an invisible character that the
// cleaner keeps in the scripts that need it. Not everyone writes it.
func isUnseen(r rune) bool {
	return r >= clean.SoftHyphen && (clean.IsIgnorable(r) || r == clean.ArabicLetterMark || r == clean.LeftToRightMark || r == clean.RightToLeftMark)
}

// original returns the byte of the text that corresponds to byte at of the
// folded text.
func (q *Text) original(at int) int {
	behind, _ := slices.BinarySearchFunc(q.shifts, at+1, func(s shift, at int) int { return int(s.at) - at })
	if behind == 0 {
		return at
	}
	return at + int(q.shifts[behind-1].by)
}

// Anchor looks up a quote. Its stretches must stand in their order; the prefix
// right before the first and the suffix right after the last tell places
// apart. The quote is ambiguous when its stretches could be placed in more
// than one way: when placing each as early as it goes and each as late as it
// goes differ. It is unchecked once looking up quotes has taken too much work.
func (q *Text) Anchor(quote Quote) Anchor {
	words := strings.Split(foldSpace(quote.Words), elision)
	if slices.Contains(words, "") {
		return Anchor{State: Missing}
	}
	if q.budget.spent() {
		return Anchor{}
	}
	parts := q.inContext(words, foldSpace(quote.Prefix), foldSpace(quote.Suffix))
	early := q.placeForward(parts)
	state := Exact
	switch {
	case early == nil:
		state = Missing
	case len(parts) == 1: // the next place is found faster than the last
		if q.first(parts[0], early[0]+1) >= 0 {
			state = Ambiguous
		}
	case !slices.Equal(early, q.placeBackward(parts)):
		state = Ambiguous
	}
	switch {
	case q.wantsMarks():
		q.mark()
		return q.Anchor(quote)
	case q.budget.spent():
		return Anchor{}
	case state == Missing:
		return Anchor{State: Missing}
	}
	stretches := make([]Stretch, len(parts))
	for i, at := range early {
		start := q.unmarked(at)
		stretches[i] = Stretch{q.original(start), q.original(start+len(words[i])-1) + 1}
	}
	return Anchor{State: state, Stretches: stretches}
}

// part is a stretch of a quote, as it is searched for. It is looked up together
// with the words that have to stand beside it: a stretch alone may have very many
// places.
type part struct {
	words string
	with  []sought // ways in which it can stand there
}

// sought is the words to look up, and the byte in them at which those of the part
// begin. first and last report whether no letter may precede or follow them; where
// the text has marks, the words have them, too.
type sought struct {
	text        string
	at          int
	first, last bool
}

// inContext returns the parts of a quote: the first with the prefix before it,
// the last with the suffix behind it, each with a space between or without.
func (q *Text) inContext(words []string, prefix, suffix string) []part {
	parts := make([]part, len(words))
	for i, w := range words {
		before, after := []string{""}, []string{""}
		if i == 0 && prefix != "" {
			before = []string{prefix + " ", prefix}
		}
		if i == len(words)-1 && suffix != "" {
			after = []string{suffix, " " + suffix}
		}
		parts[i].words = w
		if q.isMarked() {
			parts[i].words = mark(w)
		}
		for _, b := range before {
			for _, a := range after {
				if s, ok := q.beside(b, w, a); ok {
					parts[i].with = append(parts[i].with, s)
				}
			}
		}
	}
	return parts
}

// beside returns words with others right before and after them, which may
// begin and end inside a word. It reports false where the words would.
func (q *Text) beside(before, words, after string) (s sought, ok bool) {
	first, last := startsInWord(words), endsInWord(words)
	if first && endsInWord(before) || last && startsInWord(after) {
		return sought{}, false
	}
	first, last = first && before == "", last && after == ""
	text := before + words + after
	if !q.isMarked() {
		return sought{text, len(before), first, last}, true
	}
	at := len(mark(before))
	if text = mark(text); before != "" && startsInWord(before) {
		text, at = text[len(wordEdge):], at-len(wordEdge)
	}
	if after != "" && endsInWord(after) {
		text = text[:len(text)-len(wordEdge)]
	}
	return sought{text: text, at: at}, true
}

func startsInWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return spacedLetter(r)
}

func endsInWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return spacedLetter(r)
}

// first returns the first place of a part from a byte on, or -1 if there is
// none.
func (q *Text) first(p part, from int) int {
	first := -1
	for _, s := range p.with {
		if at := q.next(s, max(from-s.at, 0)); at >= 0 && (first < 0 || at+s.at < first) {
			first = at + s.at
		}
	}
	return first
}

// latest returns the last place of a part that ends before a byte, or -1 if
// there is none.
func (q *Text) latest(p part, before int) int {
	latest := -1
	for _, s := range p.with {
		behind := len(s.text) - s.at - len(p.words)
		if at := q.last(s, min(before+behind, len(q.text()))); at >= 0 {
			latest = max(latest, at+s.at)
		}
	}
	return latest
}

// placeForward puts every part in the earliest place that it can have.
func (q *Text) placeForward(parts []part) []int {
	places := make([]int, len(parts))
	from := 0
	for i, p := range parts {
		start := q.first(p, from)
		if start < 0 {
			return nil
		}
		places[i], from = start, start+len(p.words)
	}
	return places
}

// placeBackward puts every part in the latest place that it can have.
func (q *Text) placeBackward(parts []part) []int {
	places := make([]int, len(parts))
	before := len(q.text())
	for i, p := range slices.Backward(parts) {
		start := q.latest(p, before)
		if start < 0 {
			return nil
		}
		places[i], before = start, start
	}
	return places
}

// foldSpace folds a quote as texts are folded, without white space at its ends.
func foldSpace(s string) string {
	folded, _ := foldText(s)
	return strings.TrimSpace(folded)
}
