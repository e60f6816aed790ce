package ach

import (
	"cmp"
	"slices"
)

// scale places the codes on a line, so that their distance says how far evidence
// tells two hypotheses apart.
var scale = map[Code]int{VeryConsistent: 2, Consistent: 1, Neutral: 0, Inconsistent: -1, VeryInconsistent: -2}

// apart returns the distance of the codes of a row, averaged over all pairs of
// hypotheses: from 0, if the codes are all equal, to 4. A pair of which one has no
// code is not told apart.
func apart(codes []coded, hypotheses int) float64 {
	counts := [2*2 + 1]int{}
	for _, c := range codes {
		counts[scale[c.code]+2]++
	}
	sum := 0
	for i, n := range counts {
		for j := range i {
			sum += n * counts[j] * (i - j)
		}
	}
	pairs := hypotheses * (hypotheses - 1) / 2
	if pairs == 0 {
		return 0
	}
	return float64(sum) / float64(pairs)
}

// Diagnosticity returns how far a row tells the hypotheses apart: the distance of its
// codes, averaged over all pairs of hypotheses, times its weight. It is 0 for a row
// whose codes are all equal, which Heuer has left out of the analysis.
func (m *Matrix) Diagnosticity(row int) float64 { return m.diagnosed[row] }

// ByDiagnosticity returns the rows, those first that tell the hypotheses apart most,
// and those that are left out last.
func (m *Matrix) ByDiagnosticity() []int {
	order := sequence(len(m.Evidence))
	slices.SortStableFunc(order, func(a, b int) int {
		if out, other := m.Evidence[a].Out, m.Evidence[b].Out; out != other {
			if out {
				return 1
			}
			return -1
		}
		return cmp.Compare(m.diagnosed[b], m.diagnosed[a])
	})
	return order
}
