package fold

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzFold(f *testing.F) {
	for _, s := range []string{"", "Zelenskyĭ", "e\u0301\u0301", "ß  ß", "a\n\nb", "\xff\xfe", "हिन्दी", "ＮＡＴＯ…", "👍🏽\u200d", "~an-id/{2}", " a b"} {
		f.Add(s, s)
		f.Add(s, "some Text before it, "+s+" and behind")
	}
	f.Fuzz(func(t *testing.T, query, text string) {
		if len(query)+len(text) > 400 {
			t.Skip("the checks look at every pair of places")
		}
		q := NewQuery(query)
		ranges := q.AppendRanges(nil, text)
		checkRanges(t, ranges, text)
		if q.In(text) != (len(ranges) > 0) {
			t.Fatalf("%q in %q: found, but where?", query, text)
		}
		checkText(t, query, text)
		if folded := String(text); folded != string(NewQuery(text).text) || !utf8.ValidString(folded) && utf8.ValidString(text) {
			t.Fatalf("%q folds to %q", text, folded)
		}
		if !q.Empty() && !q.In(query) && !strings.Contains(query, "\n") {
			t.Fatalf("%q does not find itself", query)
		}
	})
}

func checkRanges(t *testing.T, ranges []Range, text string) {
	t.Helper()
	last := 0
	for _, r := range ranges {
		if r.Start < last || r.End <= r.Start || r.End > len(text) {
			t.Fatalf("in %q: %v after %d", text, r, last)
		}
		if !onBorder(text, r.Start) || !onBorder(text, r.End) {
			t.Fatalf("in %q: %v is inside a rune", text, r)
		}
		last = r.End
	}
}
