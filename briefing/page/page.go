package page

import "sitrep/briefing"

// Of returns the page of the thing that a reference names, with what the user keeps
// about it, or nil if it has none.
func Of(x *briefing.Index, r briefing.Ref) []Block {
	blocks := of(x, r)
	if blocks == nil {
		return nil
	}
	return WithRemarks(x, r, blocks)
}

func of(x *briefing.Index, r briefing.Ref) []Block {
	if got, ok := x.Lookup(r.ID); r.Kind != briefing.KindGap && (!ok || got.Kind != r.Kind) {
		return nil
	}
	switch r.Kind {
	case briefing.KindJudgment:
		return Judgment(x, x.Judgment(r.ID))
	case briefing.KindGap:
		return Gap(x, r.ID)
	case briefing.KindEvent:
		return Event(x, x.Event(r.ID))
	case briefing.KindActor:
		return Actor(x, x.Actor(r.ID))
	case briefing.KindQuestion:
		return Question(x, x.Question(r.ID))
	case briefing.KindClaim:
		c, q := x.Claim(r.ID)
		return Claim(x, c, q)
	case briefing.KindPosition:
		s, _ := x.Stand(r.ID)
		return Position(x, s)
	case briefing.KindSource:
		return Source(x, x.Source(r.ID))
	}
	return nil
}
