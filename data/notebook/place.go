package notebook

import (
	"slices"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/page"
)

// passageSign is between a source and the number of a passage; first, if it is a passage
// alone.
const passageSign = "#"

// WordFor returns the word for a target in a place (see [Notebook.SetPlace]). A passage is
// its source with the number of the passage among those in it, which seldom changes from
// version to version.
func WordFor(x *briefing.Index, t page.Target) string {
	if t.Passage == 0 {
		return KeyOf(x, t.Ref)
	}
	source := x.Passages[t.Passage-1].Evidence.Source
	n := slices.IndexFunc(x.PassagesIn(source), func(p *briefing.Passage) bool { return p.Number == t.Passage })
	word := source + passageSign + strconv.Itoa(n+1)
	if t.Ref.Kind == briefing.KindNone {
		word = passageSign + word
	}
	return word
}

// TargetOf returns the target that a word means. ok is false if the briefing does not
// have it.
func TargetOf(x *briefing.Index, word string) (t page.Target, ok bool) {
	rest, alone := strings.CutPrefix(word, passageSign)
	source, number, isPassage := strings.Cut(rest, passageSign)
	if !isPassage {
		t.Ref, ok = ItemOf(x, word)
		return t, ok
	}
	if !alone {
		if x.Source(source) == nil {
			return t, false
		}
		t.Ref = briefing.Ref{Kind: briefing.KindSource, ID: source}
	}
	passages := x.PassagesIn(source)
	if n, err := strconv.Atoi(number); err == nil && n >= 1 && n <= len(passages) {
		t.Passage = passages[n-1].Number
	}
	return t, !t.IsZero()
}
