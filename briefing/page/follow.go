package page

import (
	"slices"
	"strconv"

	"sitrep/briefing"
)

// Follow returns the same target in another version of a briefing. Items keep
// their IDs. Passages and gaps only have numbers and are found by their words,
// or else by what cites them and their place. For a passage that no longer
// exists, Follow returns its source. It does not check that the item still
// exists.
func Follow(from, to *briefing.Index, t Target) Target {
	if t.Passage > 0 {
		t.Passage = followPassage(from, to, t.Passage)
	}
	if t.Ref.Kind == briefing.KindGap {
		t.Ref.ID = followGap(from.Briefing.Gaps, to.Briefing.Gaps, t.Ref.ID)
	}
	return t
}

func followPassage(from, to *briefing.Index, number int) int {
	if number > len(from.Passages) {
		return 0
	}
	old := &from.Passages[number-1]
	if p := to.PassageOf(old.Evidence); p != nil {
		return p.Number
	}
	for _, by := range old.CitedBy {
		at := slices.IndexFunc(from.Citations(by), func(e *briefing.Evidence) bool { return from.PassageOf(e) == old })
		now := to.Citations(by)
		if at >= 0 && at < len(now) && now[at].Source == old.Evidence.Source {
			return to.PassageOf(now[at]).Number
		}
	}
	return 0
}

func followGap(from, to []string, number string) string {
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || n > len(from) {
		return number
	}
	if at := slices.Index(to, from[n-1]); at >= 0 {
		return strconv.Itoa(at + 1)
	}
	return number
}
