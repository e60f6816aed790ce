package briefing

import "slices"

// Flag is something about a claim that a careful reader would want to know.
// Flags are worked out, never stored.
type Flag string

// The flags.
const (
	SingleOrigin   Flag = "single-origin"
	Uncorroborated Flag = "uncorroborated"
	OneSided       Flag = "one-sided"
	SilentParty    Flag = "silent-party"
	QuoteMissing   Flag = "quote-missing"
)

// Flags are the flags with their meanings.
var Flags = Scale[Flag]{
	{Value: SingleOrigin, Label: "all that supports it goes back to one origin"},
	{Value: Uncorroborated, Label: "nobody but its first holder affirms it"},
	{Value: OneSided, Label: "no other position is reported"},
	{Value: SilentParty, Label: "somebody involved takes no position"},
	{Value: QuoteMissing, Label: "a quote does not stand in its source"},
}

// Findings is what follows from the positions on a claim.
type Findings struct {
	Voices       int      // holders who affirm or report it
	Origins      []string // ids of the actors and sources where that support begins
	Publications int      // documents in which it stands
	Flags        []Flag
	Silent       []string // ids of the involved who take no position on the question
	Disputed     bool     // affirmed by some, denied or questioned by others
}

// Has reports whether the claim carries a flag.
func (f Findings) Has(flag Flag) bool { return slices.Contains(f.Flags, flag) }

// supports reports whether a position carries its claim further.
func (s Stance) supports() bool { return s == Affirms || s == Reports }

// opposes reports whether a position pulls against its claim.
func (s Stance) opposes() bool { return s == Denies || s == Questions }

// Findings works out what follows from the positions on a claim.
func (x *Index) Findings(claim string) Findings {
	if f, ok := x.claims[claim]; ok {
		return f
	}
	c, q := x.Claim(claim)
	if c == nil {
		return Findings{}
	}
	f := x.support(c)
	f.Silent = x.silent(q)
	f.Disputed = disputed(c)
	f.Flags = x.flags(c, f)
	x.claims[claim] = f
	return f
}

func (x *Index) support(c *Claim) Findings {
	var voices, publications, origins []string
	for i := range c.Positions {
		p := &c.Positions[i]
		if !p.Stance.supports() {
			continue
		}
		voices = addOnce(voices, p.Holder)
		for _, root := range x.roots(c, p, nil) {
			origins = addOnce(origins, root)
		}
		for j := range p.Evidence {
			publications = addOnce(publications, p.Evidence[j].Source)
		}
	}
	return Findings{Voices: len(voices), Origins: origins, Publications: len(publications)}
}

// roots follows what a position cites to where it begins: a holder who names
// no basis is an origin; a cited actor stands for its own position on the
// claim, if it has one; a cited source for the source that it copies.
func (x *Index) roots(c *Claim, p *Position, seen []string) []string {
	if slices.Contains(seen, p.Holder) {
		return nil
	}
	if len(p.Citing) == 0 {
		return []string{p.Holder}
	}
	seen = append(slices.Clip(seen), p.Holder)
	var out []string
	for _, id := range p.Citing {
		for _, root := range x.rootsOfBasis(c, id, seen) {
			out = addOnce(out, root)
		}
	}
	if len(out) == 0 && len(seen) == 1 {
		// Everybody cites everybody else: the circle counts as one origin.
		return []string{p.Citing[0]}
	}
	return out
}

func (x *Index) rootsOfBasis(c *Claim, id string, seen []string) []string {
	if x.Source(id) != nil {
		return []string{x.RootSource(id)}
	}
	held := false
	var out []string
	for i := range c.Positions {
		if q := &c.Positions[i]; q.Holder == id && q.Stance.supports() {
			held = true
			for _, root := range x.roots(c, q, seen) {
				out = addOnce(out, root)
			}
		}
	}
	if !held {
		return []string{id}
	}
	return out
}

// RootSource follows the origins of a source to the first; a circle ends at
// the id that is met twice.
func (x *Index) RootSource(id string) string {
	seen := map[string]bool{}
	for {
		s := x.Source(id)
		if s == nil || s.Origin == "" || seen[id] {
			return id
		}
		seen[id] = true
		id = s.Origin
	}
}

func addOnce(list []string, id string) []string {
	if slices.Contains(list, id) {
		return list
	}
	return append(list, id)
}

// silent are the actors of a question's events on whose behalf nobody takes a
// position on any of its claims: neither they nor anyone who is part of them.
func (x *Index) silent(q *Question) []string {
	heard := map[string]bool{}
	for i := range q.Claims {
		for j := range q.Claims[i].Positions {
			holder := q.Claims[i].Positions[j].Holder
			heard[holder] = true
			for _, id := range x.PartOfChain(holder) {
				heard[id] = true
			}
		}
	}
	var out []string
	for _, id := range q.Events {
		if e := x.Event(id); e != nil {
			for _, p := range e.Actors {
				if !heard[p.Actor] {
					out = addOnce(out, p.Actor)
				}
			}
		}
	}
	return out
}

func disputed(c *Claim) bool {
	affirmed, opposed := false, false
	for i := range c.Positions {
		affirmed = affirmed || c.Positions[i].Stance == Affirms
		opposed = opposed || c.Positions[i].Stance.opposes()
	}
	return affirmed && opposed
}

func (x *Index) flags(c *Claim, f Findings) []Flag {
	var affirming []string
	supported, other, missing := false, false, false
	for i := range c.Positions {
		p := &c.Positions[i]
		if p.Stance == Affirms {
			affirming = addOnce(affirming, p.Holder)
		}
		supported = supported || p.Stance.supports()
		other = other || !p.Stance.supports()
		for j := range p.Evidence {
			missing = missing || x.Anchor(x.PassageOf(&p.Evidence[j])).State == Missing
		}
	}
	var out []Flag
	if len(f.Origins) == 1 {
		out = append(out, SingleOrigin)
	}
	if len(affirming) == 1 {
		out = append(out, Uncorroborated)
	}
	if supported && !other {
		out = append(out, OneSided)
	}
	if len(f.Silent) > 0 {
		out = append(out, SilentParty)
	}
	if missing {
		out = append(out, QuoteMissing)
	}
	return out
}

// Contested reports whether positions on a question pull apart: two claims are
// affirmed by different holders while the question is open, or one claim is
// affirmed by some and denied or questioned by others.
func (x *Index) Contested(q *Question) bool {
	var first []string // holders who affirm a claim before the one at hand
	for i := range q.Claims {
		c := &q.Claims[i]
		if disputed(c) {
			return true
		}
		var holders []string
		for j := range c.Positions {
			if c.Positions[j].Stance == Affirms {
				holders = addOnce(holders, c.Positions[j].Holder)
			}
		}
		for _, h := range holders {
			if q.Status == QuestionOpen && slices.ContainsFunc(first, func(o string) bool { return o != h }) {
				return true
			}
		}
		first = append(first, holders...)
	}
	return false
}

// QuestionsByDispute are the questions, contested ones first, each part in the
// order of the file.
func (x *Index) QuestionsByDispute() []*Question {
	var contested, rest []*Question
	for i := range x.Briefing.Questions {
		if q := &x.Briefing.Questions[i]; x.Contested(q) {
			contested = append(contested, q)
		} else {
			rest = append(rest, q)
		}
	}
	return append(contested, rest...)
}
