package ach

import (
	"sitrep/briefing"
)

// Evidence is a row of the matrix: a position on one of the claims, or a source that
// stands by itself.
type Evidence struct {
	Ref         briefing.Ref
	Stand       briefing.Stand       // zero for a source
	Reliability briefing.Reliability // of the source, or the best of those that the position rests on; "" for none
	Credibility int                  // of the position; 0: not graded
	Weight      float64
	Out         bool // left out of the analysis
}

// evidenceOn returns the evidence on a question: the positions on its claims in the
// order of the file, then the sources that stand by themselves. Those are sources
// that a position names as its basis, or that the events and judgments of the
// question quote, as long as no position rests on them or on a copy: what such a
// source says is in its positions already, and would count twice.
func evidenceOn(x *briefing.Index, q *briefing.Question, o briefing.Omission) []Evidence {
	var out []Evidence
	quoted := map[string]bool{} // by the roots of sources
	for i := range q.Claims {
		for _, s := range x.StandsOn(q.Claims[i].ID) {
			out = append(out, newPosition(x, s, o))
			for j := range s.Position.Evidence {
				quoted[x.RootSource(s.Position.Evidence[j].Source)] = true
			}
		}
	}
	var alone briefing.Distinct
	add := func(id string) {
		if x.Source(id) != nil && !quoted[x.RootSource(id)] {
			alone.Add(id)
		}
	}
	for i := range out {
		for _, id := range out[i].Stand.Position.Citing {
			add(id)
		}
	}
	for _, id := range sourcesAround(x, q) {
		add(id)
	}
	for _, id := range alone.List {
		r := x.Source(id).Grade.Reliability
		out = append(out, Evidence{
			Ref: briefing.Ref{Kind: briefing.KindSource, ID: id}, Reliability: r, Weight: ReliabilityFactor(r), Out: o.Source(id),
		})
	}
	return out
}

// sourcesAround returns the sources that the events of a question and the judgments
// on it quote.
func sourcesAround(x *briefing.Index, q *briefing.Question) []string {
	var out []string
	add := func(list []briefing.Evidence) {
		for i := range list {
			out = append(out, list[i].Source)
		}
	}
	for _, id := range q.Events {
		if e := x.Event(id); e != nil {
			add(e.Evidence)
		}
	}
	for i := range x.Briefing.Judgments {
		if j := &x.Briefing.Judgments[i]; j.Question == q.ID {
			add(j.Evidence)
		}
	}
	return out
}

// newPosition returns the row of a position. Of several sources the best grade
// counts, since each of them alone would carry it. Sources that are left out do not
// count.
func newPosition(x *briefing.Index, s briefing.Stand, o briefing.Omission) Evidence {
	e := Evidence{Ref: s.Ref(), Stand: s, Credibility: s.Position.Credibility, Out: o.Stand(s)}
	best := len(briefing.Reliabilities)
	for i := range s.Position.Evidence {
		id := s.Position.Evidence[i].Source
		source := x.Source(id)
		if source == nil || o.Source(id) && !e.Out {
			continue
		}
		if rank := briefing.Reliabilities.Rank(source.Grade.Reliability); rank >= 0 && rank < best {
			best, e.Reliability = rank, source.Grade.Reliability
		}
	}
	e.Weight = ReliabilityFactor(e.Reliability) * CredibilityFactor(e.Credibility)
	return e
}
