package briefing

func portionsOf(b *Briefing) portions {
	p := portions{highest: b.TLP, labels: map[TLP]bool{b.TLP.Counted(): true}}
	for item := range b.Items() {
		p.add(item.Common)
	}
	return p
}

// add takes in the marking of an item, if it has one of its own, and whether it is a
// draft.
func (p *portions) add(c *Common) {
	p.drafts = p.drafts || c.Draft
	if own := c.TLP; own != "" {
		p.any = true
		p.highest = HigherTLP(p.highest, own)
		p.labels[own.Counted()] = true
	}
}

// Banner returns the highest marking of the briefing and of all items in it.
func (x *Index) Banner() TLP { return x.portions.highest }

// Banner returns the highest marking of the briefing and of all items in it.
func (b *Briefing) Banner() TLP { return portionsOf(b).highest }

// WithWithheld records what was left out of the briefing because of its
// marking.
func (x *Index) WithWithheld(w Withheld) *Index {
	x.portions.withheld = w
	return x
}

// Withheld returns what was left out of the briefing because of its marking.
func (x *Index) Withheld() Withheld { return x.portions.withheld }

// TLP returns the marking of an item: its own, or that of the item that
// contains it. It is never lower than that of the containing item, nor, for a
// position, than those of its holder and go-between. The bottom line and gaps
// have the marking of the briefing.
func (x *Index) TLP(r Ref) TLP {
	level, _ := x.tlp(r)
	return level
}

// tlp returns the marking of an item, and whether it differs from the
// briefing's default.
func (x *Index) tlp(r Ref) (level TLP, marked bool) {
	own := x.Common(r)
	if own == nil {
		return x.Briefing.TLP, false
	}
	switch at := x.items[r.ID]; r.Kind {
	case KindClaim:
		return x.nested(Ref{KindQuestion, x.Briefing.Questions[at.at].ID}, own.TLP)
	case KindPosition:
		s := x.Stands[at.at]
		level, marked = x.nested(Ref{KindClaim, s.Claim.ID}, own.TLP)
		for _, id := range []string{s.Position.Holder, s.Position.Via} { // the position names them
			if named, ok := x.tlp(Ref{KindActor, id}); ok && HigherTLP(level, named) != level {
				level, marked = named, true
			}
		}
		return level, marked
	}
	if own.TLP == "" {
		return x.Briefing.TLP, false
	}
	return own.TLP, true
}

// nested returns the marking of what is inside an item.
func (x *Index) nested(in Ref, mark TLP) (level TLP, own bool) {
	level, own = x.tlp(in)
	switch {
	case mark == "":
		return level, own
	case !own:
		return mark, true
	}
	return HigherTLP(level, mark), true
}

// QuoteTLP returns the marking of evidence: that of what cites it or that of
// its source, whichever is higher.
func (x *Index) QuoteTLP(by Ref, e *Evidence) TLP {
	return HigherTLP(x.TLP(by), x.TLP(Ref{KindSource, e.Source}))
}

// QuotingTLP returns the marking of an item with the words that it quotes.
func (x *Index) QuotingTLP(r Ref) TLP {
	level := x.TLP(r)
	if x.portions.any {
		for _, e := range x.Citations(r) {
			level = HigherTLP(level, x.QuoteTLP(r, e))
		}
	}
	return level
}

// Labels returns the labels of the scale that occur in the briefing, including
// those that an unreadable marking counts as.
func (x *Index) Labels() []TLP {
	var out []TLP
	for _, term := range TLPs {
		if x.portions.labels[term.Value] {
			out = append(out, term.Value)
		}
	}
	return out
}

// Portion returns the marking to show before an item, (TLP:AMBER), or "" if it
// is that of the briefing.
func (x *Index) Portion(r Ref) string {
	if !x.portions.any {
		return ""
	}
	if level, own := x.tlp(r); own || level != x.Briefing.TLP {
		return "(" + level.String() + ")"
	}
	return ""
}

// TLPWithin returns the highest marking of an item and of everything that its
// page names or quotes: what is inside it, who is in it, the sources that it
// quotes.
func (x *Index) TLPWithin(r Ref) TLP {
	level := x.QuotingTLP(r)
	if !x.portions.any {
		return level
	}
	add := func(other TLP) { level = HigherTLP(level, other) }
	actor := func(id string) {
		if id != "" {
			add(x.TLP(Ref{KindActor, id}))
		}
	}
	switch r.Kind {
	case KindEvent:
		for _, p := range x.Event(r.ID).Actors {
			actor(p.Actor)
		}
	case KindActor:
		actor(x.Actor(r.ID).PartOf)
		for _, s := range x.Says(r.ID) {
			add(x.TLPWithin(s.Ref()))
		}
	case KindQuestion:
		for _, c := range x.Question(r.ID).Claims {
			add(x.TLPWithin(Ref{KindClaim, c.ID}))
		}
	case KindClaim:
		for _, s := range x.StandsOn(r.ID) {
			add(x.TLPWithin(s.Ref()))
		}
	case KindPosition:
		s, _ := x.Stand(r.ID)
		actor(s.Position.Holder)
		actor(s.Position.Via)
		for _, id := range s.Position.Citing {
			if basis, ok := x.Lookup(id); ok {
				add(x.TLP(basis))
			}
		}
	}
	return level
}
