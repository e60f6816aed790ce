package file

import (
	"sitrep/briefing"
)

// Of returns the facts of an item, of a value of one, such as evidence, or of the
// briefing itself, which is a pointer to a struct of package briefing. There is one
// fact for each key of its table, in reading order, but none for the items that it
// contains. The facts are valid until the next call.
func (c *Facts) Of(item any) []Fact {
	for u := c; u != nil; u = u.under {
		u.list, u.values = u.list[:0], u.values[:0]
	}
	switch t := item.(type) {
	case *briefing.Briefing:
		briefingTable.facts(c, t)
	case *briefing.Judgment:
		judgmentTable.facts(c, t)
	case *briefing.Source:
		sourceTable.facts(c, t)
	case *briefing.Actor:
		actorTable.facts(c, t)
	case *briefing.Event:
		eventTable.facts(c, t)
	case *briefing.Question:
		questionTable.facts(c, t)
	case *briefing.Claim:
		claimTable.facts(c, t)
	case *briefing.Position:
		positionTable.facts(c, t)
	case *briefing.Evidence:
		evidenceTable.facts(c, t)
	case *briefing.Participant:
		participantTable.facts(c, t)
	case *briefing.Alternative:
		alternativeTable.facts(c, t)
	}
	return c.list
}
