package ach

import (
	"slices"

	"sitrep/briefing"
)

// Change is what leaving something out does to the order of the hypotheses.
type Change struct {
	Without briefing.Ref // a position or a source
	Rows    int          // how many rows go with it, or weigh less
	First   bool         // whether another hypothesis would be least inconsistent, or one more or fewer
	Order   string       // of the hypotheses without it, as [Matrix.Order]
}

// Sensitivity returns on what the order of the hypotheses depends: the sources and the
// rows without which it would be another, those first without which another hypothesis
// would be least inconsistent. A source is left out with its copies, as
// [briefing.Without] does. x must be the index that the matrix was made from.
func (m *Matrix) Sensitivity(x *briefing.Index) []Change {
	var out []Change
	add := func(ref briefing.Ref, losses []loss) {
		if c, differs := m.leaveOut(ref, losses); differs {
			out = append(out, c)
		}
	}
	losses, sources := m.lossesBySource(x)
	for _, id := range sources {
		if len(losses[id]) > 1 || !losses[id][0].gone { // else it is the same as that row
			add(briefing.Ref{Kind: briefing.KindSource, ID: id}, losses[id])
		}
	}
	for row := range m.Evidence {
		if m.counts(row) {
			add(m.Evidence[row].Ref, []loss{{row: row, gone: true}})
		}
	}
	slices.SortStableFunc(out, func(a, b Change) int {
		switch {
		case a.First == b.First:
			return 0
		case a.First:
			return -1
		}
		return 1
	})
	return out
}

// loss is what a row loses when something is left out: all, or a part of its weight.
type loss struct {
	row    int
	gone   bool
	weight float64 // what is left of it
}

// counts reports whether a row has codes and is not left out.
func (m *Matrix) counts(row int) bool { return !m.Evidence[row].Out && len(m.codes[row]) > 0 }

// lossesBySource returns what rows with codes lose without each of the sources that
// they rest on. Copies of a source are left out with it, so that the first one stands
// for all of them.
func (m *Matrix) lossesBySource(x *briefing.Index) (losses map[string][]loss, sources []string) {
	losses = map[string][]loss{}
	var all briefing.Distinct
	for row := range m.Evidence {
		if !m.counts(row) {
			continue
		}
		e := &m.Evidence[row]
		best, others := m.roots(x, e)
		l := loss{row: row, gone: others.root == "", weight: ReliabilityFactor(others.reliability) * CredibilityFactor(e.Credibility)}
		if best.root == "" || !l.gone && l.weight == e.Weight {
			continue
		}
		all.Add(best.root)
		losses[best.root] = append(losses[best.root], l)
	}
	return losses, all.List
}

// graded is the first of the sources that copy each other, and the best of their
// grades.
type graded struct {
	root        string
	reliability briefing.Reliability
}

// roots returns the source with the best grade that a row rests on, by its root, and
// the best one with another root. Sources that are left out already do not count.
func (m *Matrix) roots(x *briefing.Index, e *Evidence) (best, others graded) {
	ids := []string{e.Ref.ID}
	if e.Stand.Position != nil {
		ids = briefing.Map(e.Stand.Position.Evidence, func(ev briefing.Evidence) string { return ev.Source })
	}
	for _, id := range ids {
		s := x.Source(id)
		if s == nil || m.omitted.Source(id) {
			continue
		}
		switch g := (graded{x.RootSource(id), s.Grade.Reliability}); {
		case best.root == "" || best.root == g.root && better(g, best):
			best = g
		case best.root == g.root:
		case better(g, best):
			best, others = g, best
		case others.root == "" || better(g, others):
			others = g
		}
	}
	return best, others
}

// better reports whether a source has a better grade than another.
func better(a, b graded) bool {
	rank, other := briefing.Reliabilities.Rank(a.reliability), briefing.Reliabilities.Rank(b.reliability)
	return rank >= 0 && (other < 0 || rank < other)
}

// leaveOut returns what the order would be with some losses, and whether it differs.
func (m *Matrix) leaveOut(ref briefing.Ref, losses []loss) (c Change, differs bool) {
	scores := slices.Clone(m.Scores)
	for _, l := range losses {
		m.count(scores, l.row, m.Evidence[l.row].Weight, -1)
		if !l.gone {
			m.count(scores, l.row, l.weight, +1)
		}
	}
	rank(scores)
	c = Change{Without: ref, Rows: len(losses), Order: m.order(scores)}
	for i := range scores {
		differs = differs || scores[i].Rank != m.Scores[i].Rank
		c.First = c.First || (scores[i].Rank == 1) != (m.Scores[i].Rank == 1)
	}
	return c, differs
}
