package quote

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"sitrep/briefing/clean"
)

// FuzzQuote looks up any quote in any text and compares what is said with a
// search that tries every place: what counts as a quote stands in the text word
// for word, and what stands there counts.
func FuzzQuote(f *testing.F) {
	for _, seed := range [][4]string{
		{"The bridge is closed. Nobody says why.", "bridge is closed", "", ""},
		{"war, warning, war", "war", "", ""},
		{"a  b\n\nc a b", "a b", "c", ""},
		{"one two three two one", "one [...] one", "", ""},
		{"aaaa aaaa", "aaaa [...] aaaa", "", ""},
		{"各国首脳は首都で", "首", "国", "脳"},
		{"e\u0301te\u0301", "e", "", ""},
		{"می\u200cخواهم رفت\u200f", "میخواهم رفت", "", ""},
		{"ก\u200bข", "กข", "", ""},
		{"x\u00a0y", "x y", "", ""},
		{"", "", "", ""},
		{"a [...] b", "a [...] b", "", ""},
	} {
		f.Add(seed[0], seed[1], seed[2], seed[3], uint(3), uint(9))
	}
	f.Fuzz(func(t *testing.T, text, quote, prefix, suffix string, from, to uint) {
		if len(text)+len(quote) > 300 {
			t.Skip("the search tries every place")
		}
		text = clean.Text(text)
		checkAnchor(t, text, Quote{Words: clean.Line(quote), Prefix: clean.Line(prefix), Suffix: clean.Line(suffix)})
		if q := newText(text); len(q.Folded) > 0 { // a quote that is cut from the text
			from, to = from%uint(len(q.Folded)), to%uint(len(q.Folded))+1
			if cut := clean.Line(q.Folded[min(from, to-1):max(from+1, to)]); utf8.ValidString(cut) {
				checkAnchor(t, text, Quote{Words: cut})
			}
		}
	})
}

func checkAnchor(t *testing.T, text string, e Quote) {
	t.Helper()
	q := newText(text)
	got := q.Anchor(e)
	marked := newText(text)
	marked.mark()
	if other := marked.Anchor(e); !reflect.DeepEqual(got, other) {
		t.Fatalf("%q in %q is %v, with marks %v", e.Words, text, got, other)
	}
	parts := strings.Split(foldSpace(e.Words), elision)
	ways := q.everyWay(parts, foldSpace(e.Prefix), foldSpace(e.Suffix))
	want := Missing
	switch len(ways) {
	case 0:
	case 1:
		want = Exact
	default:
		want = Ambiguous
	}
	if got.State != want {
		t.Fatalf("%q in %q is %s; it can stand in %d ways", e.Words, text, got.State, len(ways))
	}
	if got.State == Missing {
		return
	}
	end := 0
	for i, s := range got.Stretches {
		if s.Start < end || s.End > len(text) || foldSpace(text[s.Start:s.End]) != parts[i] || !utf8.ValidString(text[s.Start:s.End]) {
			t.Fatalf("%q in %q: stretch %d is %v", e.Words, text, i, s)
		}
		end = s.End
	}
}

// everyWay is every way to place the parts of a quote, two of them at most.
func (q *Text) everyWay(parts []string, prefix, suffix string) [][]int {
	var ways [][]int
	var place func(at []int, from int)
	place = func(at []int, from int) {
		if len(at) == len(parts) {
			ways = append(ways, slices.Clone(at))
			return
		}
		part := parts[len(at)]
		for start := from; start+len(part) <= len(q.Folded) && len(ways) < 2; start++ {
			end := start + len(part)
			if part == "" || q.Folded[start:end] != part || !q.wholeWords(start, end) {
				continue
			}
			if len(at) == 0 && !strings.HasSuffix(strings.TrimRight(q.Folded[:start], " "), prefix) {
				continue
			}
			if len(at) == len(parts)-1 && !strings.HasPrefix(strings.TrimLeft(q.Folded[end:], " "), suffix) {
				continue
			}
			place(append(at, start), end)
		}
	}
	place(nil, 0)
	return ways
}

// wholeWords reports whether a place neither starts nor ends inside a word.
func (q *Text) wholeWords(start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(q.Folded[:start])
	first, _ := utf8.DecodeRuneInString(q.Folded[start:end])
	last, _ := utf8.DecodeLastRuneInString(q.Folded[start:end])
	after, _ := utf8.DecodeRuneInString(q.Folded[end:])
	return !(spacedLetter(before) && spacedLetter(first)) && !(spacedLetter(last) && spacedLetter(after))
}

// plainLength looks at eight bytes at a time, and finds what looking at each finds.
func TestPlainLength(t *testing.T) {
	bytewise := func(s string) int {
		for i := range len(s) {
			if s[i] < ' ' || s[i] >= utf8.RuneSelf || s[i] == ' ' && (i == 0 || s[i-1] == ' ') {
				return i
			}
		}
		return len(s)
	}
	const text = "some words of a text, about 40 bytes long"
	for at := range len(text) {
		for _, other := range []string{"", " ", "  ", "\n", "\x1f", "!", "~", "\x7f", "\x80", "é", "\xff", "\x00", "a b"} {
			for _, s := range []string{text[:at] + other + text[at:], text[:at] + other, other + text[at:]} {
				if got, want := plainLength(s), bytewise(s); got != want {
					t.Errorf("%q: %d bytes, not %d", s, got, want)
				}
			}
		}
	}
}
