// Package fold lets text be found however it is typed: capitals and accents do
// not count, typographic quotes and dashes are plain ones, and white space of
// any length is one space. "resume" finds "Résumé", and "zelenskyi's" finds
// "Zelenskyĭ’s".
//
// What is folded:
//
//   - Case, unless the query has a capital: then every letter of the query
//     stands for itself.
//   - Accents on Latin, Greek and Cyrillic letters (ё is е, й is и), and letters
//     with a stroke or that are two in one: ł is l, ø is o, ß is ss, æ is ae.
//     Vowel points of Arabic and Hebrew, which most texts leave out. Vowel
//     signs of Indic scripts and the voicing marks of Japanese are letters of
//     their own and stay.
//   - Quotes, apostrophes and dashes, full-width ASCII, ligatures.
//   - White space: a blank line, which parts paragraphs, is a line break that
//     no query matches; all other white space is one space.
//   - What cannot be seen (soft hyphens, joiners, variation selectors, control
//     characters) is left out.
//
// It does not stem, guess or rank, and it knows no language: Turkish dotless i
// is i. Folding never makes a text longer.
package fold

import (
	"bytes"
	"slices"
	"sync"

	"golang.org/x/text/unicode/norm"
)

// Range is a run of bytes of a text, end exclusive, on the borders of runes.
type Range struct{ Start, End int }

// Query is what is looked for, folded once. The zero Query finds nothing.
type Query struct {
	text    []byte
	capital []bool // for each byte of text; nil when case does not count
}

// NewQuery folds what is looked for, in any canonical form; texts are looked in
// as they are, and must be composed (NFC). White space at its ends does not count.
func NewQuery(s string) Query {
	var t Text
	t.Add(norm.NFC.String(s))
	for i, b := range t.bytes {
		if b == paragraph {
			t.bytes[i] = ' '
		}
	}
	q := Query{text: bytes.Trim(t.bytes, " ")}
	lead := bytes.Index(t.bytes, q.text)
	for i := range q.text {
		if t.Capital(lead + i) {
			if q.capital == nil {
				q.capital = make([]bool, len(q.text))
			}
			q.capital[i] = true
		}
	}
	return q
}

// Empty reports whether there is nothing to look for.
func (q Query) Empty() bool { return len(q.text) == 0 }

// Extends reports whether every match of q begins with one of p.
func (q Query) Extends(p Query) bool {
	n := len(p.text)
	if n == 0 || !bytes.HasPrefix(q.text, p.text) {
		return false
	}
	return p.capital == nil || q.capital != nil && slices.Equal(q.capital[:n], p.capital)
}

// Size returns the number of folded bytes of a match.
func (q Query) Size() int { return len(q.text) }

// Key returns a text that is the same for two queries that find the same.
func (q Query) Key() string {
	if q.capital == nil {
		return string(q.text)
	}
	key := append([]byte{}, q.text...)
	for _, c := range q.capital {
		if c {
			key = append(key, 1)
		} else {
			key = append(key, 0)
		}
	}
	return string(key)
}

// scratch keeps folded lines for those who look for a query line by line.
var scratch = sync.Pool{New: func() any { return new(Text) }}

// AppendRanges appends the places of a query in a text to list. They are in
// order and do not overlap. Marks behind a matched letter belong to its range.
func (q Query) AppendRanges(list []Range, text string) []Range {
	if q.Empty() {
		return list
	}
	t := scratch.Get().(*Text)
	defer scratch.Put(t)
	t.reset()
	t.Add(text)
	last := len(list)
	f := t.Finder(q)
	for at := f.Next(0, t.Len()); at >= 0; {
		r := t.Locate(text, 0, at, at+len(q.text))
		if n := len(list); n > last && list[n-1].End > r.Start {
			list[n-1].End = max(list[n-1].End, r.End)
		} else {
			list = append(list, r)
		}
		at = f.Next(at+len(q.text), t.Len())
	}
	return list
}

// In reports whether a text holds the query.
func (q Query) In(text string) bool { return q.First(text) >= 0 }

// First returns the byte offset of the first match in a text; -1 if the
// text does not hold it.
func (q Query) First(text string) int {
	if q.Empty() {
		return -1
	}
	t := scratch.Get().(*Text)
	defer scratch.Put(t)
	t.reset()
	t.Add(text)
	f := t.Finder(q)
	at := f.Next(0, t.Len())
	if at < 0 {
		return -1
	}
	return t.Locate(text, 0, at, at+len(q.text)).Start
}

// String returns a text folded, for comparing names: two texts that differ only in
// case, accents and the like become equal.
func String(s string) string {
	if isFolded(s) {
		return s
	}
	return string(NewQuery(s).text)
}

// isFolded reports whether a text is in ASCII and has nothing to fold, as ids have.
func isFolded(s string) bool {
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c > '~' || c >= 'A' && c <= 'Z' {
			return false
		}
	}
	return true
}
