package quote

import (
	"fmt"
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
	states := map[State]int{}
	for range 3000 {
		text := pick(words, random.IntN(60))
		if random.IntN(10) == 0 {
			text = strings.Repeat(text, 200) // more places than are looked at
		}
		plain, sorted := newText(text), newText(text)
		sorted.sort()
		for range 5 {
			e := Quote{Words: pick(words, 1+random.IntN(6))}
			if random.IntN(3) == 0 {
				e.Prefix, e.Suffix = pick(words, random.IntN(2)), pick(words, random.IntN(2))
			}
			got, want := sorted.Anchor(e), plain.Anchor(e)
			states[want.State]++
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("%+v in %q: sorted %v, not sorted %v", e, text, got, want)
			}
		}
	}
	for _, s := range []State{Exact, Ambiguous, Missing} {
		if states[s] < 100 {
			t.Errorf("only %d quotes are %s", states[s], s)
		}
	}
}

// TestLongTextsAreSorted says when a text is sorted: after much has been
// searched in it, and while there is room.
func TestLongTextsAreSorted(t *testing.T) {
	texts := Texts{}
	long := strings.Repeat("a bridge is closed, and ", 1<<15)
	for range 2*sortAfter/len(long) + 1 {
		if texts.Of("long", long).sorted != nil {
			t.Fatal("a text is sorted at once")
		}
		texts.Of("long", long).Anchor(Quote{Words: "nobody says why"})
		if texts.Of("long", long).searched > sortAfter {
			break
		}
	}
	if texts.Of("long", long).sorted == nil || texts.sorted != len(mark(long)) {
		t.Errorf("%d bytes are sorted of a text that is searched again and again", texts.sorted)
	}
	texts.sorted = maxSorted
	texts.Of("other", long).searched = sortAfter + 1
	if texts.Of("other", long).sorted != nil {
		t.Error("a text is sorted that there is no room for")
	}
}

// TestContextOfManyPlaces looks a quote up together with the words beside it,
// and so only where these stand.
func TestContextOfManyPlaces(t *testing.T) {
	q := newText(strings.Repeat("the bridge ", 100_000) + "at last the bridge.")
	for range 2000 {
		q.Anchor(Quote{Words: "the bridge", Prefix: "nowhere", Suffix: "the"})
		if a := q.Anchor(Quote{Words: "the bridge", Prefix: "last"}); a.State != Exact || a.Stretches[0].Start != 1_100_008 {
			t.Fatalf("it stands at %v", a)
		}
		if q.searched > 2*sortAfter {
			q.sort()
			q.searched = 0
		}
	}
}

// TestInnerPlacesTakeNoWork looks up quotes that a text has very often, and only
// inside its words.
func TestInnerPlacesTakeNoWork(t *testing.T) {
	texts := Texts{}
	text := strings.Repeat("xbridgex ", 20_000)
	for i := range 20_000 {
		words := text[1 : 9*(i%200)+7]
		if a := texts.Of("s", text).Anchor(Quote{Words: words}); a.State != Missing {
			t.Fatalf("%q is %s", words, a.State)
		}
	}
	if !texts.Of("s", text).isMarked() {
		t.Error("the text is searched without marks again and again")
	}
	if work := someSearched + searchedPerByte*len(text) - texts.budget.left; work > slowSearch*(sortAfter+10*len(text)) {
		t.Errorf("%d bytes are searched", work)
	}
}

// TestTooMuchWorkIsUnchecked looks up quotes until it takes too much work: their
// second stretch is often before the first and not behind it.
func TestTooMuchWorkIsUnchecked(t *testing.T) {
	const each = 4000
	var text strings.Builder
	text.WriteString(strings.Repeat("the ", each))
	for i := range each {
		fmt.Fprintf(&text, "w%d ", i)
	}
	text.WriteString(strings.Repeat("x y ", 50_000))
	texts := Texts{}
	states := map[State]int{}
	for i := range each {
		q := texts.Of("s", text.String())
		states[q.Anchor(Quote{Words: fmt.Sprintf("w%d [...] the", i)}).State]++
	}
	if states[Unchecked] == 0 || states[Missing]+states[Unchecked] != each {
		t.Errorf("the quotes are %v", states)
	}
	if left := texts.budget.left; left < -2*slowSearch*text.Len() {
		t.Errorf("%d bytes are searched beyond the bounds", -left)
	}
	q := texts.Of("s", text.String())
	if hint := q.Mistake(Quote{Words: "bridge"}); hint != "" {
		t.Errorf("without a search the mistake is %q", hint)
	}
}

// TestIndex compares the search for long parts with that of package strings, where
// their beginnings are everywhere, nowhere or at the end.
func TestIndex(t *testing.T) {
	short, a := strings.Repeat("the bridge ", 5), strings.Repeat("a", 100)
	for _, c := range []struct{ text, part string }{
		{short, "bridge"}, {a, a}, {a, a + "a"}, {a + "b", a[:70] + "b"}, {strings.Repeat(a, 9) + "b", a[:70] + "b"}, {a, a[:70] + "b"},
		{strings.Repeat(short+"is ", 30) + short + short + "open", short + short + "open"}, {strings.Repeat(short, 3), short + short}, {"", a}, {a, ""}, {"", ""},
		{strings.Repeat("jay ", 99) + "jazz", "jazz"}, {strings.Repeat("jay ", 99), "jazz"}, {strings.Repeat("zj", 50) + "az", "jaz"}, {"ja", "jaz"},
		{strings.Repeat("река ", 50) + "рек", "ка ре"}, {strings.Repeat("река ", 50) + "рек", "ка рек"}, {strings.Repeat("река ", 50), "мост"},
	} {
		if got, want := index(c.text, c.part), strings.Index(c.text, c.part); got != want {
			t.Errorf("%q is at %d of %q, want %d", c.part, got, c.text, want)
		}
	}
}

// TestFoldings counts the places that folding changes, for which it makes room
// at once.
func TestFoldings(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "one two": 0, " one": 1, "one  two": 1, "one\ntwo": 1, "one\n\n\ntwo": 1, "so\u00adft hy\u200bphen": 2,
		"one \u200b two\u00a0three ": 2, "x\n\nx\n\nx\n\n": 3,
	} {
		_, shifts := foldText(text)
		if got := foldings(text); got != want || len(shifts) > got {
			t.Errorf("%q has %d places and %d shifts, want %d places", text, got, len(shifts), want)
		}
	}
}
