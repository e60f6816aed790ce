package briefing

import (
	"maps"
	"slices"
	"strconv"

	"sitrep/briefing/fold"
)

// Lookup returns what an id names. The id is that of an item or a position.
func (x *Index) Lookup(id string) (Ref, bool) {
	p, ok := x.items[id]
	return Ref{p.kind, id}, ok
}

// Judgment returns the judgment with that id, or nil.
func (x *Index) Judgment(id string) *Judgment {
	return itemOf(x, KindJudgment, x.Briefing.Judgments, id)
}

// Event returns the event with that id, or nil.
func (x *Index) Event(id string) *Event {
	return itemOf(x, KindEvent, x.Briefing.Events, id)
}

// Actor returns the actor with that id, or nil.
func (x *Index) Actor(id string) *Actor {
	return itemOf(x, KindActor, x.Briefing.Actors, id)
}

// Source returns the source with that id, or nil.
func (x *Index) Source(id string) *Source {
	return itemOf(x, KindSource, x.Briefing.Sources, id)
}

// Question returns the question with that id, or nil.
func (x *Index) Question(id string) *Question {
	return itemOf(x, KindQuestion, x.Briefing.Questions, id)
}

func itemOf[T any](x *Index, kind Kind, list []T, id string) *T {
	if p := x.items[id]; p.kind == kind {
		return &list[p.at]
	}
	return nil
}

// Claim returns the claim with that id and its question, or nil.
func (x *Index) Claim(id string) (*Claim, *Question) {
	if p := x.items[id]; p.kind == KindClaim {
		q := &x.Briefing.Questions[p.at]
		return &q.Claims[p.inner], q
	}
	return nil, nil
}

// Stand returns the position with that id. ok is false if there is none.
func (x *Index) Stand(id string) (s Stand, ok bool) {
	if p := x.items[id]; p.kind == KindPosition {
		return x.Stands[p.at], true
	}
	return s, false
}

// StandsOn returns the positions on a claim, in the order of the file.
func (x *Index) StandsOn(claim string) []Stand {
	c, _ := x.Claim(claim)
	if c == nil || len(c.Positions) == 0 {
		return nil
	}
	first := x.items[positionID(c, &c.Positions[0], c.Positions[0].Number)].at
	return x.Stands[first : first+len(c.Positions)]
}

// StandsBySide returns the positions on a claim, grouped by stance, in the order of
// the stances.
func (x *Index) StandsBySide(claim string) []Stand {
	stands := x.StandsOn(claim)
	out := make([]Stand, 0, len(stands))
	for _, term := range Stances {
		for _, s := range stands {
			if s.Position.Stance == term.Value {
				out = append(out, s)
			}
		}
	}
	return out
}

// Name returns what an item is called in a list: a name, a title, or a
// sentence. The briefing must have the item.
func (x *Index) Name(r Ref) string {
	switch r.Kind {
	case KindJudgment:
		return x.label(r, x.Judgment(r.ID).Text)
	case KindEvent:
		return x.Event(r.ID).Title
	case KindActor:
		return x.Actor(r.ID).Name
	case KindSource:
		return x.Source(r.ID).Title
	case KindQuestion:
		return x.Question(r.ID).Text
	case KindClaim:
		c, _ := x.Claim(r.ID)
		return c.Text
	case KindPosition:
		s, _ := x.Stand(r.ID)
		return x.ActorName(s.Position.Holder) + " " + Stances.Label(s.Position.Stance) + ": " + s.Claim.Text
	case KindGap:
		if n, err := strconv.Atoi(r.ID); err == nil && n >= 1 && n <= len(x.Briefing.Gaps) {
			return x.label(r, x.Briefing.Gaps[n-1])
		}
	case KindBottomLine:
		return "Bottom line"
	}
	return r.ID
}

// ActorName returns the name of the actor with that id, or the id if there is
// none.
func (x *Index) ActorName(id string) string {
	if a := x.Actor(id); a != nil {
		return a.Name
	}
	return id
}

// NearestID returns the id that someone may have meant by one that does not
// exist, or "".
func (x *Index) NearestID(id string) string {
	near, _ := fold.Nearest(id, slices.Sorted(maps.Keys(x.items)))
	return near
}
