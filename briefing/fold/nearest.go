package fold

import (
	"cmp"
	"iter"
	"slices"
)

// Nearest is the candidate that somebody may have meant by word: the one that
// is fewest slips of the finger away from it, if that is near enough.
func Nearest(word string, candidates []string) (best string, ok bool) {
	return NearestOf(word, slices.Values(candidates))
}

// maxSlips is how many slips a suggestion allows at most.
const maxSlips = 2

// NearestOf is the candidate that is fewest slips away from word, if it is near
// enough to be meant: one slip, two in a longer word, none in a very short one.
// Of several it is the one that begins like word the longest, and then the
// first in the alphabet.
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

// inCommon is how many bytes two words begin with alike.
func inCommon(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

func abs(n int) int { return max(n, -n) }

// slips is how many bytes have to be put in, left out, changed or swapped with
// their neighbour to make b of a (optimal string alignment distance), up to
// limit, which is at most maxSlips; limit+1 stands for more. It looks only at
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

// cell is the next of the row, with over for all from that on.
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
