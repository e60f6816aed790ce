package page

import (
	"strconv"

	"sitrep/briefing"
)

// Around returns what an item is part of: the claim of a position or the
// question of a claim. It returns the zero Target for other items.
func Around(x *briefing.Index, t Target) Target {
	switch t.Ref.Kind {
	case briefing.KindPosition:
		if s, ok := x.Stand(t.Ref.ID); ok {
			return To(briefing.KindClaim, s.Claim.ID)
		}
	case briefing.KindClaim:
		if _, q := x.Claim(t.Ref.ID); q != nil {
			return To(briefing.KindQuestion, q.ID)
		}
	}
	return Target{}
}

// Crumb returns the name of a target in the path of places.
func Crumb(x *briefing.Index, t Target) string {
	if t.Ref.Kind == briefing.KindNone {
		return "passage " + strconv.Itoa(t.Passage)
	}
	name := Name(x, t.Ref)
	switch {
	case t.Passage > 0:
		return name + " [" + strconv.Itoa(t.Passage) + "]"
	case t.Ref.Kind == briefing.KindPosition:
		s, _ := x.Stand(t.Ref.ID)
		return Marking(x, t.Ref) + x.ActorName(s.Position.Holder) + " " + briefing.Stances.Label(s.Position.Stance)
	}
	return name
}

// PassageBehind returns the first passage that an item rests on; for the draft of an
// actor without evidence, that of its first position. It returns the target itself if it
// is a passage or rests on none.
func PassageBehind(x *briefing.Index, t Target) Target {
	if t.Passage > 0 {
		return t
	}
	ref := t.Ref
	switch ref.Kind {
	case briefing.KindQuestion:
		if q := x.Question(ref.ID); len(q.Claims) > 0 {
			return PassageBehind(x, To(briefing.KindClaim, q.Claims[0].ID))
		}
	case briefing.KindClaim:
		if c, _ := x.Claim(ref.ID); c != nil {
			for _, stand := range x.StandsBySide(c.ID) {
				return PassageBehind(x, Target{Ref: stand.Ref()})
			}
		}
	}
	cited := x.Citations(ref)
	if says := x.Says(ref.ID); len(cited) == 0 && len(says) > 0 && x.Draft(ref) { // it comes from there
		return PassageBehind(x, Target{Ref: says[0].Ref()})
	}
	if len(cited) == 0 {
		return t
	}
	p := x.PassageOf(cited[0])
	return Target{Ref: briefing.Ref{Kind: briefing.KindSource, ID: cited[0].Source}, Passage: p.Number}
}
