package quote

import (
	"strings"
	"testing"
)

func TestSelect(t *testing.T) {
	const text = "The mayor said no. The crew said yes.\n\nThe mayor said\u00a0no, again. The  end # it is: over"
	for _, c := range []struct {
		words   string
		nth     int
		want    Quote
		nothing bool
	}{
		{words: "The crew said yes", want: Quote{Words: "The crew said yes"}},
		{words: " crew said yes.\n\n", want: Quote{Words: "crew said yes."}},
		{words: "The  end # it is: over", want: Quote{Words: "The end # it is: over"}},
		{words: "yes.\n\nThe mayor", want: Quote{Words: "yes. The mayor"}},
		{words: "The mayor", want: Quote{"The mayor", "", "said no. The"}},
		{words: "The mayor", nth: 1, want: Quote{"The mayor", "", "said no, again."}},
		{words: "mayor said", nth: 0, want: Quote{"mayor said", "", "no. The crew"}},
		{words: "\n\n", nothing: true},
	} {
		start := -1
		for range c.nth + 1 {
			start += 1 + strings.Index(text[start+1:], c.words)
		}
		got, ok := Select(text, start, start+len(c.words))
		if ok == c.nothing || got != c.want {
			t.Errorf("%q, place %d: %+v, %v", c.words, c.nth, got, ok)
		}
	}
}

// FuzzSelect selects any part of any text. The quote leads to that part.
func FuzzSelect(f *testing.F) {
	f.Add("a b a b a b", 4, 3)
	f.Add("no [...] yes [...] no", 0, 20)
	f.Add("ä\u0301\u00ad \u200b x", 0, 5)
	f.Fuzz(func(t *testing.T, text string, start, length int) {
		if start < 0 || length < 0 || start > len(text) || length > len(text)-start || len(text) > 1000 {
			return
		}
		quote, ok := Select(text, start, start+length)
		if !ok {
			return
		}
		a := newText(text).Anchor(quote)
		if a.State != Exact {
			t.Fatalf("%q of %q is %s", quote, text, a.State)
		}
		if at := a.Stretches[0].Start; at < start || at > start+length {
			t.Errorf("%q of %q leads to byte %d", quote, text, at)
		}
	})
}

func TestBetween(t *testing.T) {
	const text = "One two three.\nFour  five six. One seven."
	for _, c := range []struct{ first, last, want string }{
		{"two three", "", "two three"},
		{"two", "five six", "two three.\nFour  five six"},
		{"One", "One", text[:strings.Index(text, " seven")]},
		{"eight", "", ""},
		{"six", "two", ""},
	} {
		start, end, ok := Between(text, c.first, c.last)
		if got := text[start:end]; got != c.want || ok != (c.want != "") {
			t.Errorf("%q to %q: %q", c.first, c.last, got)
		}
	}
}
