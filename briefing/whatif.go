package briefing

import "slices"

// Without returns the briefing without some of its sources and actors. It
// leaves out evidence that quotes such a source or a copy of it, positions of
// such an actor, and positions that lose all their evidence. It does not change
// b.
func Without(b *Briefing, ids ...string) *Briefing {
	x := NewIndex(b)
	gone := func(id string) bool { return slices.Contains(ids, id) }
	sources := x.withCopies(ids)
	lost := func(e Evidence) bool { return sources[e.Source] }
	keep := func(list []Evidence) []Evidence { return slices.DeleteFunc(slices.Clone(list), lost) }
	out := *b
	out.Judgments = slices.Clone(b.Judgments)
	for i := range out.Judgments {
		out.Judgments[i].Evidence = keep(out.Judgments[i].Evidence)
	}
	out.Events = slices.Clone(b.Events)
	for i := range out.Events {
		e := &out.Events[i]
		e.Evidence = keep(e.Evidence)
		e.When.Alternatives = slices.Clone(e.When.Alternatives)
		for j := range e.When.Alternatives {
			e.When.Alternatives[j].Evidence = keep(e.When.Alternatives[j].Evidence)
		}
	}
	out.Actors = slices.Clone(b.Actors)
	for i := range out.Actors {
		out.Actors[i].Evidence = keep(out.Actors[i].Evidence)
	}
	out.Questions = slices.Clone(b.Questions)
	for i := range out.Questions {
		q := &out.Questions[i]
		q.Claims = slices.Clone(q.Claims)
		for j := range q.Claims {
			q.Claims[j].Positions = without(q.Claims[j].Positions, gone, keep)
		}
	}
	return &out
}

func without(list []Position, gone func(string) bool, keep func([]Evidence) []Evidence) []Position {
	var out []Position
	for _, p := range list {
		had := len(p.Evidence)
		p.Evidence = keep(p.Evidence)
		if gone(p.Holder) || gone(p.Via) || had > 0 && len(p.Evidence) == 0 {
			continue
		}
		out = append(out, p)
	}
	return out
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
