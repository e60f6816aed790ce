package briefing

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"
	"unicode"
)

const didYouMean = "did you mean "

// suggestKey is a hint for a key that there is not.
func suggestKey(key string, keys []string, noun string) string {
	if best, ok := Nearest(key, keys); ok {
		return fmt.Sprintf(didYouMean+"%q?", best)
	}
	return fmt.Sprintf("the keys of %s are %s", article(noun), strings.Join(keys, ", "))
}

// suggestTerm is a hint for a value that a scale does not have.
func suggestTerm(text string, terms []string) string {
	text = strings.TrimPrefix(strings.ToUpper(text), "TLP:")
	for _, t := range terms {
		if strings.ToUpper(t) == text || strings.ToUpper(strings.ReplaceAll(t, "-", " ")) == text {
			return fmt.Sprintf("write %q", t)
		}
	}
	if best, ok := Nearest(strings.ToLower(text), terms); ok {
		return fmt.Sprintf(didYouMean+"%q?", best)
	}
	return "choose the one that fits best, in just these words"
}

// suggestSlug is a hint for a text that is no id.
func suggestSlug(text string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(text) {
		switch {
		case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() >= maxShown {
			break
		}
	}
	if s := strings.TrimSuffix(b.String(), "-"); s != "" {
		return fmt.Sprintf("for example %q", s)
	}
	return `for example "harbour-office"`
}

// Nearest is the candidate that somebody may have meant by word: the one that
// is fewest slips of the finger away from it, if that is near enough.
func Nearest(word string, candidates []string) (best string, ok bool) {
	return nearestOf(word, slices.Values(candidates))
}

// nearestOf is the candidate that is fewest slips away from word, if it is near
// enough to be meant: one slip, two in a longer word, none in a very short one.
// Of several it is the one that begins like word the longest, and then the
// first in the alphabet.
func nearestOf(word string, candidates iter.Seq[string]) (best string, ok bool) {
	const short, long = 3, 6 // letters
	limit := 1
	switch {
	case len(word) < short:
		return "", false
	case len(word) >= long:
		limit = 2
	}
	fewest := limit + 1
	for c := range candidates {
		if abs(len(c)-len(word)) > limit {
			continue
		}
		n := slips(word, c)
		if n > limit || n > fewest {
			continue
		}
		if alike := cmp.Compare(inCommon(word, c), inCommon(word, best)); n < fewest || alike > 0 || alike == 0 && c < best {
			best, fewest = c, n
		}
	}
	return best, fewest <= limit
}

// inCommon is how many bytes two words begin with alike.
func inCommon(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

func abs(n int) int { return max(n, -n) }

// slips is how many letters have to be put in, left out, changed or swapped
// with their neighbour to make b of a (optimal string alignment distance).
func slips(a, b string) int {
	x, y := []rune(a), []rune(b)
	var before []int
	above := make([]int, len(y)+1)
	for j := range above {
		above[j] = j
	}
	for i := range x {
		row := make([]int, len(y)+1)
		row[0] = i + 1
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			row[j+1] = min(above[j]+cost, above[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, above = above, row
	}
	return slices.Max(above[len(y):])
}
