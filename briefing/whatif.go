package briefing

import (
	"slices"
	"strings"
)

// Omission is what is left out of a briefing with some of its sources, actors and
// positions.
type Omission struct {
	ids     []string
	sources map[string]bool // with their copies
}

// Omit returns what is left out with the sources, actors and positions of these ids.
func (x *Index) Omit(ids ...string) Omission { return Omission{ids, x.withCopies(ids)} }

// Source reports whether a source is left out: itself, or as a copy of one.
func (o Omission) Source(id string) bool { return o.sources[id] }

// Stand reports whether a position is left out: itself, with its holder or the actor
// through whom it is known, or because it loses all its evidence.
func (o Omission) Stand(s Stand) bool {
	p := s.Position
	if slices.Contains(o.ids, s.ID) || slices.Contains(o.ids, p.Holder) || slices.Contains(o.ids, p.Via) {
		return true
	}
	return len(p.Evidence) > 0 && !slices.ContainsFunc(p.Evidence, func(e Evidence) bool { return !o.sources[e.Source] })
}

// Without returns the briefing without some of its sources, actors and positions.
// It leaves out evidence that quotes such a source or a copy of it, positions of
// such an actor, and positions that lose all their evidence. It does not change
// the briefing, and shares with it the lists that lose nothing.
func (x *Index) Without(ids ...string) *Briefing {
	o := x.Omit(ids...)
	out := *x.Briefing
	out.Judgments = replaced(out.Judgments, func(j *Judgment) bool { return o.evidence(&j.Evidence) })
	out.Events = replaced(out.Events, func(e *Event) bool {
		alternatives, lost := e.When.Alternatives, o.evidence(&e.Evidence)
		e.When.Alternatives = replaced(alternatives, func(a *Alternative) bool { return o.evidence(&a.Evidence) })
		return lost || !sameList(alternatives, e.When.Alternatives)
	})
	out.Actors = replaced(out.Actors, func(a *Actor) bool { return o.evidence(&a.Evidence) })
	out.Questions = replaced(out.Questions, func(q *Question) bool {
		claims := q.Claims
		q.Claims = replaced(claims, func(c *Claim) bool {
			positions := c.Positions
			c.Positions = o.positions(x.StandsOn(c.ID), positions)
			return !sameList(positions, c.Positions)
		})
		return !sameList(claims, q.Claims)
	})
	return &out
}

// evidence takes out the evidence that is left out, and reports whether there is
// any. The list itself stays as it is.
func (o Omission) evidence(list *[]Evidence) bool {
	lost := func(e Evidence) bool { return o.sources[e.Source] }
	if !slices.ContainsFunc(*list, lost) {
		return false
	}
	*list = slices.DeleteFunc(slices.Clone(*list), lost)
	return true
}

// positions returns the positions of a list that stay, with the evidence and the ids
// that they keep. stands are those of the list.
func (o Omission) positions(stands []Stand, list []Position) []Position {
	if slices.ContainsFunc(stands, o.Stand) {
		list = nil
		taken := map[string]int{}
		for _, s := range stands {
			p := *s.Position
			if taken[p.Holder] = max(taken[p.Holder]+1, p.Number); taken[p.Holder] > 1 {
				p.Number = taken[p.Holder]
			}
			if !o.Stand(s) {
				list = append(list, p)
			}
		}
	}
	return replaced(list, func(p *Position) bool { return o.evidence(&p.Evidence) })
}

// replaced returns a list in which replace has changed copies of the values, and
// the list itself if replace returns false for each.
func replaced[T any](list []T, replace func(*T) bool) []T {
	out := list
	var v T // one for all, because it escapes
	for i := range list {
		if v = list[i]; !replace(&v) {
			continue
		}
		if sameList(out, list) {
			out = slices.Clone(list)
		}
		out[i] = v
	}
	return out
}

// sameList reports whether a list is the other one, and no copy of it.
func sameList[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// withCopies returns the ids, and those of all copies of sources among them.
func (x *Index) withCopies(ids []string) map[string]bool {
	out := map[string]bool{}
	for open := slices.Clone(ids); len(open) > 0; {
		id := open[len(open)-1]
		open = open[:len(open)-1]
		if out[id] {
			continue
		}
		out[id] = true
		for _, c := range x.Copies(id) {
			open = append(open, c.ID)
		}
	}
	return out
}

// Effect is one change that leaving something out causes.
type Effect struct {
	Ref  Ref
	What Change
}

// Change is what becomes of an item, in words that follow its name.
type Change string

// The changes.
const (
	WithoutSupport    Change = "without any support"
	WithFewerOrigins  Change = "with fewer origins"
	RestingOnNothing  Change = "resting on nothing"
	NoLongerContested Change = "no longer contested"
)

// Effects compares a briefing with the same briefing without something. It
// returns claims that lose all support or some origins, judgments and events
// left without evidence, and questions that are no longer contested.
func Effects(before, after *Index) []Effect {
	var out []Effect
	for i := range before.Briefing.Judgments {
		j := &before.Briefing.Judgments[i]
		if len(j.Evidence) > 0 && len(after.Judgment(j.ID).Evidence) == 0 {
			out = append(out, Effect{Ref{KindJudgment, j.ID}, RestingOnNothing})
		}
	}
	for i := range before.Briefing.Questions {
		q := &before.Briefing.Questions[i]
		if before.Contested(q) && !after.Contested(after.Question(q.ID)) {
			out = append(out, Effect{Ref{KindQuestion, q.ID}, NoLongerContested})
		}
		for j := range q.Claims {
			id := q.Claims[j].ID
			was, is := before.Findings(id), after.Findings(id)
			switch {
			case was.Voices > 0 && is.Voices == 0:
				out = append(out, Effect{Ref{KindClaim, id}, WithoutSupport})
			case len(is.Origins) < len(was.Origins):
				out = append(out, Effect{Ref{KindClaim, id}, WithFewerOrigins})
			}
		}
	}
	for _, e := range before.Events() {
		if len(e.Evidence) > 0 && len(after.Event(e.ID).Evidence) == 0 {
			out = append(out, Effect{Ref{KindEvent, e.ID}, RestingOnNothing})
		}
	}
	return out
}

// CountEffects returns [Effects] counted by what becomes of which kind of item, as text,
// or "" if there are none.
func CountEffects(full, left *Index) string {
	counts := map[Effect]int{}
	var order []Effect
	for _, e := range Effects(full, left) {
		e.Ref.ID = ""
		if counts[e] == 0 {
			order = append(order, e)
		}
		counts[e]++
	}
	return strings.Join(Map(order, func(e Effect) string {
		return Counted(counts[e], e.Ref.Kind.String(), e.Ref.Kind.String()+"s") + " " + string(e.What)
	}), ", ")
}
