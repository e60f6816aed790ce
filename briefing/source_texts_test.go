package briefing

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// TestSortedTextSaysTheSame looks up quotes in texts with many repetitions, as
// they are and sorted.
func TestSortedTextSaysTheSame(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pick := func(words []string, n int) string {
		var b strings.Builder
		for range n {
			b.WriteString(words[random.IntN(len(words))])
		}
		return b.String()
	}
	words := []string{"a", "b", "a b", " ", "  ", "\n", "é", "各", "ab", elision}
	states := map[QuoteState]int{}
	for range 3000 {
		text := pick(words, random.IntN(60))
		if random.IntN(10) == 0 {
			text = strings.Repeat(text, 200) // more places than are looked at
		}
		plain, sorted := newQuotable(text), newQuotable(text)
		sorted.sort()
		for range 5 {
			e := Quote{Words: pick(words, 1+random.IntN(6))}
			if random.IntN(3) == 0 {
				e.Prefix, e.Suffix = pick(words, random.IntN(2)), pick(words, random.IntN(2))
			}
			got, want := sorted.anchor(e), plain.anchor(e)
			states[want.State]++
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("%+v in %q: sorted %v, not sorted %v", e, text, got, want)
			}
		}
	}
	for _, s := range []QuoteState{Exact, Ambiguous, Missing} {
		if states[s] < 100 {
			t.Errorf("only %d quotes are %s", states[s], s)
		}
	}
}

// TestLongTextsAreSorted says when a text is sorted: after much has been
// searched in it, and while there is room.
func TestLongTextsAreSorted(t *testing.T) {
	texts := sourceTexts{}
	long := strings.Repeat("a bridge is closed, and ", 1<<15)
	for range 2*sortAfter/len(long) + 1 {
		if texts.of("long", long).sorted != nil {
			t.Fatal("a text is sorted at once")
		}
		texts.of("long", long).anchor(Quote{Words: "nobody says why"})
		if texts.of("long", long).searched > sortAfter {
			break
		}
	}
	if texts.of("long", long).sorted == nil || texts.sorted != len(long) {
		t.Errorf("%d bytes are sorted of a text that is searched again and again", texts.sorted)
	}
	texts.sorted = maxSorted
	texts.of("other", long).searched = sortAfter + 1
	if texts.of("other", long).sorted != nil {
		t.Error("a text is sorted that there is no room for")
	}
}
