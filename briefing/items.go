package briefing

import "iter"

// Item is what all items have. A position has no id of its own.
type Item struct {
	Kind   Kind
	ID     *string // nil for a position
	Text   string  // its name, title or sentence; empty for a position
	Common *Common
	Pos    Pos
	Within string // id of the question of a claim, or of the claim of a position
}

// Items returns all items of the briefing in the order of its lists: a question comes
// before its claims, and a claim before its positions.
func (b *Briefing) Items() iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for i := range b.Judgments {
			if j := &b.Judgments[i]; !yield(Item{KindJudgment, &j.ID, j.Text, &j.Common, j.Pos, ""}) {
				return
			}
		}
		for i := range b.Sources {
			if s := &b.Sources[i]; !yield(Item{KindSource, &s.ID, s.Title, &s.Common, s.Pos, ""}) {
				return
			}
		}
		for i := range b.Actors {
			if a := &b.Actors[i]; !yield(Item{KindActor, &a.ID, a.Name, &a.Common, a.Pos, ""}) {
				return
			}
		}
		for i := range b.Events {
			if e := &b.Events[i]; !yield(Item{KindEvent, &e.ID, e.Title, &e.Common, e.Pos, ""}) {
				return
			}
		}
		for i := range b.Questions {
			if !b.Questions[i].items(yield) {
				return
			}
		}
	}
}

func (q *Question) items(yield func(Item) bool) bool {
	if !yield(Item{KindQuestion, &q.ID, q.Text, &q.Common, q.Pos, ""}) {
		return false
	}
	for i := range q.Claims {
		c := &q.Claims[i]
		if !yield(Item{KindClaim, &c.ID, c.Text, &c.Common, c.Pos, q.ID}) {
			return false
		}
		for k := range c.Positions {
			if p := &c.Positions[k]; !yield(Item{KindPosition, nil, "", &p.Common, p.Pos, c.ID}) {
				return false
			}
		}
	}
	return true
}
