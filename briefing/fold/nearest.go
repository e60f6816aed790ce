package fold

import (
	"cmp"
	"iter"
	"slices"
)

// Nearest returns the candidate that somebody may have meant by word: the one with
// the fewest typing errors between them, if there are few enough.
func Nearest(word string, candidates []string) (best string, ok bool) {
	return NearestOf(word, slices.Values(candidates))
}

// maxSlips is the most typing errors that a suggestion allows.
const maxSlips = 2

// NearestOf returns the candidate with the fewest typing errors between it and
// word. ok reports whether there are few enough: one, two in a longer word, none
// in a very short one. Of several candidates it returns the one that shares the
// longest beginning with word, then the first in the alphabet.
func NearestOf(word string, candidates iter.Seq[string]) (best string, ok bool) {
	const short, long = 3, 6 // letters
	limit := 1
	switch {
	case len(word) < short:
		return "", false
	case len(word) >= long:
		limit = maxSlips
	}
	fewest := limit + 1
	for c := range candidates {
		n := slips(word, c, min(limit, fewest))
		if n > limit || n > fewest {
			continue
		}
		if alike := cmp.Compare(inCommon(word, c), inCommon(word, best)); n < fewest || alike > 0 || alike == 0 && c < best {
			best, fewest = c, n
		}
	}
	return best, fewest <= limit
}

// inCommon returns how many bytes the common beginning of two words has.
func inCommon(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

func abs(n int) int { return max(n, -n) }

// slips returns how many bytes have to be inserted, deleted, changed or swapped with
// their neighbour to turn a into b (optimal string alignment distance), up to
// limit, which is at most maxSlips; it returns limit+1 for more. It looks only at
// the cells of the table that maxSlips can reach, so that it takes time in
// proportion to the shorter word, and stops as soon as none is within limit.
func slips(a, b string, limit int) int {
	if abs(len(a)-len(b)) > limit {
		return limit + 1
	}
	var t slipTable
	for i := 0; i <= len(a); i++ {
		t.before, t.above = t.above, t.row
		for k := range t.row {
			t.row[k] = t.cell(a[:i], b, k, limit+1)
		}
		if i > 0 && min(slices.Min(t.row[:]), slices.Min(t.above[:])) > limit {
			return limit + 1
		}
	}
	return t.row[len(b)-len(a)+maxSlips]
}

// slipTable is three rows of the table. Cell k of the row of a is the distance
// from a to the first len(a)+k-maxSlips bytes of b.
type slipTable struct{ before, above, row [2*maxSlips + 1]int }

// cell returns the next cell of the row, at most over.
func (t *slipTable) cell(a, b string, k, over int) int {
	i := len(a)
	j := i + k - maxSlips
	if j < 0 || j > len(b) {
		return over
	}
	if i == 0 || j == 0 {
		return min(i+j, over)
	}
	n := t.above[k]
	if a[i-1] != b[j-1] {
		n++
	}
	if k+1 < len(t.above) {
		n = min(n, t.above[k+1]+1)
	}
	if k > 0 {
		n = min(n, t.row[k-1]+1)
	}
	if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
		n = min(n, t.before[k]+1)
	}
	return min(n, over)
}
