package column

import (
	"strconv"

	"sitrep/briefing"
	"sitrep/briefing/page"
)

// Detail returns the page of what a target leads to, with the cursor on the passage
// where it leads to one; nil where it leads nowhere.
func Detail(x *briefing.Index, t page.Target) Column {
	if t.IsZero() || t.Passage > len(x.Passages) {
		return nil
	}
	if t.Ref.Kind == briefing.KindNone {
		if t.Passage == 0 {
			return nil
		}
		return NewFlow(Blocks(page.Passage(x, &x.Passages[t.Passage-1])))
	}
	if t.Ref.Kind == briefing.KindQuestion && x.Question(t.Ref.ID) != nil {
		return newDebate(x, x.Question(t.Ref.ID))
	}
	blocks := page.Of(x, t.Ref)
	if blocks == nil {
		return nil
	}
	f := NewFlow(Blocks(blocks))
	if t.Passage > 0 {
		f.Select(page.Target{Passage: t.Passage})
	}
	return f
}

// Around returns what an item is a part of: the claim of a position, the question of
// a claim; nothing for others.
func Around(x *briefing.Index, t page.Target) page.Target {
	switch t.Ref.Kind {
	case briefing.KindPosition:
		if s, ok := x.Stand(t.Ref.ID); ok {
			return page.To(briefing.KindClaim, s.Claim.ID)
		}
	case briefing.KindClaim:
		if _, q := x.Claim(t.Ref.ID); q != nil {
			return page.To(briefing.KindQuestion, q.ID)
		}
	}
	return page.Target{}
}

// Crumb returns what a target is called in the path of places.
func Crumb(x *briefing.Index, t page.Target) string {
	if t.Ref.Kind == briefing.KindNone {
		return "passage " + strconv.Itoa(t.Passage)
	}
	name := page.Name(x, t.Ref)
	switch {
	case t.Passage > 0:
		return name + " [" + strconv.Itoa(t.Passage) + "]"
	case t.Ref.Kind == briefing.KindPosition:
		s, _ := x.Stand(t.Ref.ID)
		return page.Marking(x, t.Ref) + x.ActorName(s.Position.Holder) + " " + briefing.Stances.Label(s.Position.Stance)
	}
	return name
}
