package briefing

import (
	"cmp"
	"slices"
)

// Drafts returns the items that a program proposed and nobody has reviewed yet, in
// the order of the file.
func (x *Index) Drafts() []Ref {
	if !x.portions.drafts {
		return nil
	}
	var out []Ref
	for _, part := range Parts {
		for _, r := range part.Items(x) {
			if x.Draft(r) {
				out = append(out, r)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Ref) int {
		first, second := x.Pos(a), x.Pos(b)
		return cmp.Or(cmp.Compare(first.Line, second.Line), cmp.Compare(first.Col, second.Col))
	})
	return out
}

// DraftsFor returns the drafts that an item cannot do without, directly or through
// each other: what it is part of, who it names, and the sources of its evidence.
func (x *Index) DraftsFor(r Ref) []Ref {
	var out []Ref
	seen := map[Ref]bool{r: true}
	for open := []Ref{r}; len(open) > 0; {
		next := open[0]
		open = open[1:]
		for _, need := range x.needs(next) {
			if seen[need] {
				continue
			}
			seen[need] = true
			open = append(open, need)
			if x.Draft(need) {
				out = append(out, need)
			}
		}
	}
	return out
}

// needs returns the items that an item cannot do without.
func (x *Index) needs(r Ref) []Ref {
	var ids []string
	switch r.Kind {
	case KindJudgment:
		ids = append(ids, x.Judgment(r.ID).Question)
	case KindSource:
		ids = append(ids, x.Source(r.ID).Origin)
	case KindActor:
		ids = append(ids, x.Actor(r.ID).PartOf)
	case KindEvent:
		for _, p := range x.Event(r.ID).Actors {
			ids = append(ids, p.Actor)
		}
	case KindClaim:
		_, q := x.Claim(r.ID)
		ids = append(ids, q.ID)
	case KindPosition:
		s, _ := x.Stand(r.ID)
		ids = append(append(ids, s.Claim.ID, s.Position.Holder, s.Position.Via), s.Position.Citing...)
	}
	for _, e := range x.Citations(r) {
		ids = append(ids, e.Source)
	}
	var out []Ref
	for _, id := range ids {
		if ref, ok := x.Lookup(id); ok {
			out = append(out, ref)
		}
	}
	return out
}

// Fall is what goes with an item that is dropped.
type Fall struct {
	// Needs are the items that cannot do without it: the positions of an actor, the
	// claims of a question, drafts that rest on a source and on nothing else, a question
	// without any other claim.
	Needs []Ref
	// Empty are the drafts of claims and questions that are left without a position or
	// a claim.
	Empty []Ref
	// Mentions are the items that stay, and whose texts refer to what goes.
	Mentions []Ref
}

// All returns the items that go.
func (f Fall) All() []Ref { return slices.Concat(f.Needs, f.Empty) }

// Falls returns what goes with an item that is dropped.
func (x *Index) Falls(r Ref) Fall {
	c := &felling{x: x, gone: map[Ref]bool{r: true}, open: []Ref{r}, left: map[string]int{}}
	for len(c.open) > 0 {
		next := c.open[0]
		c.open = c.open[1:]
		c.fell(next)
	}
	for _, gone := range append([]Ref{r}, c.fall.All()...) {
		for _, m := range x.Mentions(gone.ID) {
			if !c.gone[m] {
				c.fall.Mentions = append(c.fall.Mentions, m)
			}
		}
	}
	c.fall.Mentions = Once(c.fall.Mentions)
	return c.fall
}

// felling collects what goes.
type felling struct {
	x    *Index
	fall Fall
	gone map[Ref]bool
	open []Ref          // that go, and whose dependents are not known yet
	left map[string]int // parts left of claims and questions that lose some
}

func (c *felling) add(list *[]Ref, r Ref) {
	if c.gone[r] {
		return
	}
	c.gone[r] = true
	*list = append(*list, r)
	c.open = append(c.open, r)
}

// fell adds what cannot do without an item that goes, and what it leaves empty.
func (c *felling) fell(r Ref) {
	x, needs := c.x, &c.fall.Needs
	switch r.Kind {
	case KindSource:
		for _, by := range x.RestsOn(r.ID) {
			if x.Draft(by) && x.restsOnlyOn(by, c.gone) {
				c.add(needs, by)
			}
		}
	case KindActor:
		for _, s := range x.Says(r.ID) {
			c.add(needs, s.Ref())
		}
		for _, ref := range x.Named(r.ID).Via {
			c.add(needs, ref)
		}
	case KindQuestion:
		for _, claim := range x.Question(r.ID).Claims {
			c.add(needs, Ref{KindClaim, claim.ID})
		}
	case KindClaim:
		for _, s := range x.StandsOn(r.ID) {
			c.add(needs, s.Ref())
		}
		_, q := x.Claim(r.ID)
		c.lose(Ref{KindQuestion, q.ID}, len(q.Claims), needs)
	case KindPosition:
		s, _ := x.Stand(r.ID)
		claim := Ref{KindClaim, s.Claim.ID}
		c.lose(claim, len(s.Claim.Positions), nil)
	}
}

// lose takes one of its parts, of which there are so many, from a claim or question.
// A draft that has none left goes too. What is not a draft is added to needs, unless
// that is nil.
func (c *felling) lose(from Ref, of int, needs *[]Ref) {
	if _, known := c.left[from.ID]; !known {
		c.left[from.ID] = of
	}
	c.left[from.ID]--
	switch {
	case c.left[from.ID] > 0:
	case c.x.Draft(from):
		c.add(&c.fall.Empty, from)
	case needs != nil:
		c.add(needs, from)
	}
}

// restsOnlyOn reports whether an item has evidence, all of it from sources in gone.
func (x *Index) restsOnlyOn(r Ref, gone map[Ref]bool) bool {
	cited := x.Citations(r)
	return len(cited) > 0 && !slices.ContainsFunc(cited, func(e *Evidence) bool { return !gone[Ref{KindSource, e.Source}] })
}
