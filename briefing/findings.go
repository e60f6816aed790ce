package briefing

import (
	"fmt"

	"sitrep/briefing/quote"
)

// Supports reports whether a position supports its claim.
func (s Stance) Supports() bool { return s == Affirms || s == Reports }

// Opposes reports whether a position opposes its claim.
func (s Stance) Opposes() bool { return s == Denies || s == Questions }

// Findings returns what follows from the positions on a claim. It returns the
// zero Findings for an unknown claim.
func (x *Index) Findings(claim string) Findings {
	if f, ok := x.cache.findings[claim]; ok {
		return f
	}
	c, _ := x.Claim(claim)
	if c == nil {
		return Findings{}
	}
	f := x.Unquoted(claim)
	if x.quoteMissing(c) {
		f.Flags = append(f.Flags, QuoteMissing)
	}
	x.cache.findings[claim] = f
	return f
}

// Unquoted returns the findings without the flag QuoteMissing, which is the only
// one for which quotes are looked up. It does not keep them.
func (x *Index) Unquoted(claim string) Findings {
	c, q := x.Claim(claim)
	if c == nil {
		return Findings{}
	}
	f := x.support(c)
	f.Silent = x.Silent(q)
	f.Flags = x.flags(c, f)
	return f
}

func (x *Index) quoteMissing(c *Claim) bool {
	missing := false
	for i := range c.Positions {
		p := &c.Positions[i]
		for j := range p.Evidence {
			missing = missing || x.Anchor(x.PassageOf(&p.Evidence[j])).State == quote.Missing
		}
	}
	return missing
}

func (x *Index) support(c *Claim) Findings {
	var voices, publications Distinct
	for i := range c.Positions {
		p := &c.Positions[i]
		if !p.Stance.Supports() {
			continue
		}
		voices.Add(p.Holder)
		for j := range p.Evidence {
			publications.Add(p.Evidence[j].Source)
		}
	}
	origins := x.Reliance(c, Stance.Supports).Origins()
	return Findings{Voices: len(voices.List), Origins: origins, Publications: len(publications.List)}
}

// MaxSilent is how many silent actors each claim of a question names.
const MaxSilent = 20

// SomeSilent returns the silent actors that a claim names, and words for the
// number of others. All claims of a question have the same.
func SomeSilent(ids []string) (named []string, more string) {
	if len(ids) <= MaxSilent {
		return ids, ""
	}
	return ids[:MaxSilent], fmt.Sprintf("and %d more", len(ids)-MaxSilent)
}

// Silent returns the actors of a question's events who take no position on any
// of its claims, neither themselves nor through anyone who is part of them.
// Events with too many actors are left out if many questions name them. Silent
// returns nil if positions are withheld, since an actor who seems silent may
// have spoken.
func (x *Index) Silent(q *Question) []string {
	if known, ok := x.cache.silent[q]; ok {
		return known
	}
	if x.heardInPart() {
		return nil
	}
	heard := map[string]bool{}
	for i := range q.Claims {
		for j := range q.Claims[i].Positions {
			for id := q.Claims[i].Positions[j].Holder; id != "" && !heard[id]; {
				heard[id] = true
				if a := x.Actor(id); a != nil {
					id = a.PartOf
				}
			}
		}
	}
	var out Distinct
	for _, id := range q.Events {
		if e := x.Event(id); e != nil && len(e.Actors) <= x.actors.maxAudience {
			for _, p := range e.Actors {
				if !heard[p.Actor] {
					out.Add(p.Actor)
				}
			}
		}
	}
	x.cache.silent[q] = out.List
	return out.List
}

// heardInPart reports whether positions are withheld. No claim has a flag then
// that says what no other position does: one that is withheld may do it.
func (x *Index) heardInPart() bool { return x.Withheld().Has("position", "claim") }

func disputed(c *Claim) bool {
	affirmed, opposed := false, false
	for i := range c.Positions {
		affirmed = affirmed || c.Positions[i].Stance == Affirms
		opposed = opposed || c.Positions[i].Stance.Opposes()
	}
	return affirmed && opposed
}

func (x *Index) flags(c *Claim, f Findings) []Flag {
	var holders affirmers
	supported, other := false, false
	for i := range c.Positions {
		p := &c.Positions[i]
		if p.Stance == Affirms {
			holders.add(p.Holder)
		}
		supported = supported || p.Stance.Supports()
		other = other || !p.Stance.Supports()
	}
	var out []Flag
	if len(f.Origins) == 1 {
		out = append(out, SingleOrigin)
	}
	if holders.one != "" && !holders.several {
		out = append(out, Uncorroborated)
	}
	if supported && !other {
		out = append(out, OneSided)
	}
	if x.heardInPart() {
		out = nil
	}
	if len(f.Silent) > 0 {
		out = append(out, SilentParty)
	}
	return out
}

// Contested reports whether positions on a question conflict: two claims are
// affirmed by different holders while the question is open, or one claim is
// affirmed by some and denied or questioned by others.
func (x *Index) Contested(q *Question) bool {
	return cached(x.cache.contested, q, func() bool { return contested(q) })
}

func contested(q *Question) bool {
	var before affirmers
	for i := range q.Claims {
		c := &q.Claims[i]
		if disputed(c) {
			return true
		}
		now := before
		for j := range c.Positions {
			if p := &c.Positions[j]; p.Stance == Affirms {
				if q.Status == QuestionOpen && before.besides(p.Holder) {
					return true
				}
				now.add(p.Holder)
			}
		}
		before = now
	}
	return false
}

// affirmers is who affirms: no one, one holder, or several.
type affirmers struct {
	one     string
	several bool
}

func (a *affirmers) add(holder string) {
	a.several = a.several || a.one != "" && a.one != holder
	if a.one == "" {
		a.one = holder
	}
}

// besides reports whether someone other than the holder affirms.
func (a affirmers) besides(holder string) bool {
	return a.several || a.one != "" && a.one != holder
}

// QuestionsByDispute returns the questions, contested ones first, each group in
// the order of the file.
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
