package page

import "sitrep/briefing"

// Findings are the facts worked out about a claim, first what carries it.
func Findings(x *briefing.Index, c *briefing.Claim) []Fact { return FactsOf(appendFindings(nil, x, c)) }

// ClaimFacts returns the facts of a claim but for its text and positions.
func ClaimFacts(x *briefing.Index, c *briefing.Claim) []Fact {
	var out []Block
	claimFacts(func(b Block) { out = append(out, b) }, x, c)
	return FactsOf(out)
}

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
