package page

import "sitrep/briefing"

// Findings are the facts worked out about a claim.
func Findings(x *briefing.Index, c *briefing.Claim) []Fact { return FactsOf(appendFindings(nil, x, c)) }

// FactsOf are the facts at the head of a page: those before its first part or
// row.
func FactsOf(blocks []Block) []Fact {
	var out []Fact
	for _, b := range blocks {
		switch b := b.(type) {
		case Fact:
			out = append(out, b)
		case Section, Entry, Later, Many:
			return out
		}
	}
	return out
}
