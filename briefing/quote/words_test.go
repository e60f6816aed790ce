package quote

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestWords(t *testing.T) {
	for _, want := range []string{
		"It |don't |cost |3,000 |U.S |dollars",
		"a-|b, |c",
		"北|京|2024|年",
		"می\u200cخواهم |بروم",
		"“well” |(no)",
		"e\u0301te\u0301 |O’Brien",
		strings.Repeat("x", 300) + " |y",
	} {
		text := strings.ReplaceAll(want, "|", "")
		var starts, back []int
		for start, end := WordAfter(text, 0); end > 0; start, end = WordAfter(text, end) {
			starts = append(starts, start)
		}
		for start, end := WordBefore(text, len(text)); end > 0; start, end = WordBefore(text, start) {
			back = append(back, start)
		}
		if got := strings.Count(want, "|") + 1; len(starts) != got || len(back) != got {
			t.Errorf("%q has %d words forward and %d back, want %d", text, len(starts), len(back), got)
		}
		for i := range back {
			if j := len(starts) - 1 - i; j >= 0 && back[i] != starts[j] {
				t.Errorf("%q: a word begins at %d going back and at %d going forward", text, back[i], starts[j])
			}
		}
	}
}

// FuzzWords goes through the words of a text in both directions: they don't overlap,
// and are whole characters.
func FuzzWords(f *testing.F) {
	f.Add("It don't cost 3,000 北京\u0301 می\u200cخواهم")
	f.Add(",'a'.,b\xff.")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		last := 0
		for start, end := WordAfter(text, 0); end > 0; start, end = WordAfter(text, end) {
			if start < last || end <= start || !utf8.ValidString(text[start:end]) {
				t.Fatalf("%q: a word from %d to %d after %d", text, start, end, last)
			}
			last = end
		}
		for start, end := WordBefore(text, len(text)); end > 0; start, end = WordBefore(text, start) {
			if end > last || end <= start || !utf8.ValidString(text[start:end]) {
				t.Fatalf("%q: a word from %d to %d before %d", text, start, end, last)
			}
			last = start
		}
	})
}
