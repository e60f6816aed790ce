package ach

import (
	"math"

	"sitrep/briefing"
)

// The weights follow the software that Heuer and PARC made for the method: points
// are multiplied by a factor for credibility and one for relevance, each √2 if it
// is high, 1 if it is medium and 1/√2 if it is low (technical description of ACH 1.1,
// as others quote it). A
// briefing grades its evidence by the Admiralty code instead, so that the two
// factors are here for the grade of the report and for that of its source. The best
// of five grades counts as high, the third as medium and the fifth as low, and those
// between in even steps. What cannot be judged or is not graded counts as it does
// unweighted.
const unweighted = 1.0

// step is the factor from one grade to the next.
var step = math.Pow(2, 0.25)

// judged is the number of grades of the Admiralty code that judge something. The
// last one, F or 6, says that it cannot be judged.
const judged = 5

// factor returns the factor for a grade by its rank, from 0 for the best.
func factor(rank int) float64 {
	if rank < 0 || rank >= judged {
		return unweighted
	}
	return math.Pow(step, float64(judged/2-rank))
}

// ReliabilityFactor returns the factor for the grade of a source.
func ReliabilityFactor(r briefing.Reliability) float64 { return factor(briefing.Reliabilities.Rank(r)) }

// CredibilityFactor returns the factor for the grade of a report, or 1 for 0, which
// is no grade.
func CredibilityFactor(grade int) float64 { return factor(grade - 1) }

// Weighting is a row of the table of weights.
type Weighting struct {
	Grade   string // as "A or 1"
	Meaning string
	Factor  float64
}

// Weights returns the table of weights, which the weight of evidence is the product
// of two rows of.
func Weights() []Weighting {
	var out []Weighting
	for i, r := range briefing.Reliabilities {
		grade := string(rune('1' + i))
		out = append(out, Weighting{string(r.Value) + " or " + grade, r.Label + "; " + briefing.Credibilities[i], factor(i)})
	}
	return out
}
