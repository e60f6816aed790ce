package briefing

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Withheld counts what is left out of a briefing because it is marked above a
// limit.
type Withheld struct {
	Limit  TLP // empty means that nothing is left out
	Counts []WithheldCount
}

// WithheldCount counts what is left out of one kind.
type WithheldCount struct {
	Noun string
	N    int
}

func (c WithheldCount) weight() int { return slices.Index([]string{"evidence", "reference"}, c.Noun) }

// Add counts one more of a kind.
func (w *Withheld) Add(noun string) {
	i := slices.IndexFunc(w.Counts, func(k WithheldCount) bool { return k.Noun == noun })
	if i < 0 {
		i = len(w.Counts)
		w.Counts = append(w.Counts, WithheldCount{Noun: noun})
	}
	w.Counts[i].N++
}

// Has reports whether something of one of the kinds is left out.
func (w Withheld) Has(nouns ...string) bool {
	return slices.ContainsFunc(w.Counts, func(k WithheldCount) bool { return slices.Contains(nouns, k.Noun) })
}

// String returns the counts, as in "withheld: 2 events, 1 source above
// TLP:GREEN", or "" if nothing is left out.
func (w Withheld) String() string {
	if len(w.Counts) == 0 {
		return ""
	}
	parts := make([]string, len(w.Counts))
	counts := slices.Clone(w.Counts) // items first, then what is left out with them
	slices.SortStableFunc(counts, func(a, b WithheldCount) int { return cmp.Compare(a.weight(), b.weight()) })
	for i, k := range counts {
		noun := k.Noun
		if noun == "evidence" {
			noun = "quote"
		}
		if parts[i] = "1 " + noun; k.N > 1 {
			parts[i] = fmt.Sprintf("%d %ss", k.N, noun)
		}
	}
	return "withheld: " + strings.Join(parts, ", ") + " above " + w.Limit.String()
}

// WithheldError is the error for a briefing of which nothing may be shown: its
// title and bottom line, which cannot be left out, are marked above the limit,
// or have no readable marking. Its message has no words of the briefing.
type WithheldError struct{ Label, Limit TLP }

func (e *WithheldError) Error() string {
	switch {
	case e.Label == "":
		return "withheld: 1 briefing, unmarked"
	case !TLPs.Has(e.Label):
		return "withheld: 1 briefing, whose marking cannot be read"
	}
	return fmt.Sprintf("withheld: 1 briefing, marked %s, above %s", e.Label, e.Limit)
}

// Hint returns what to do about the error.
func (e *WithheldError) Hint() string {
	switch {
	case e.Label == "":
		return "mark it in the file: tlp: and one of " + strings.Join(TLPs.Values(), ", ")
	case !TLPs.Has(e.Label):
		return "sitrep check says what is wrong with the marking"
	}
	return "the limit would have to be " + string(e.Label)
}
