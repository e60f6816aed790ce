package page

import "sitrep/briefing"

// Findings returns the computed facts about a claim.
func Findings(x *briefing.Index, c *briefing.Claim) []Fact { return FactsOf(appendFindings(nil, x, c)) }

// ClaimFacts returns the facts of a claim but for its text and positions.
func ClaimFacts(x *briefing.Index, c *briefing.Claim) []Fact {
	var out []Block
	claimFacts(func(b Block) { out = append(out, b) }, x, c)
	return FactsOf(out)
}

// EventFacts returns the facts at the head of the page of an event.
func EventFacts(x *briefing.Index, e *briefing.Event) []Fact {
	var out []Fact
	headFacts(func(b Block) { out = append(out, b.(Fact)) }, x, e)
	return out
}

// SourceFacts returns the facts at the head of the page of a source.
func SourceFacts(x *briefing.Index, s *briefing.Source) []Fact { return FactsOf(sourceRecord(x, s)) }

// FactsOf returns the facts at the head of a page, before its first part or
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
