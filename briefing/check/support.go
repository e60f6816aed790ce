package check

import (
	"fmt"
	"slices"

	"sitrep/briefing"
)

// unsupported finds statements without evidence.
func (c *checker) unsupported() {
	b := c.doc.Briefing
	for i := range b.Judgments {
		if j := &b.Judgments[i]; len(j.Evidence) == 0 {
			c.add(CodeJudgmentWithoutEvidence, j.Pos, j.ID, fmt.Sprintf("the judgment %q has no evidence", j.ID), "quote what it rests on")
		}
	}
	for i := range b.Events {
		if e := &b.Events[i]; len(e.Evidence) == 0 {
			c.add(CodeEventWithoutEvidence, e.Pos, e.ID, fmt.Sprintf("the event %q has no evidence", e.ID), "quote what tells of it")
		}
	}
	for i := range b.Questions {
		for j := range b.Questions[i].Claims {
			c.claim(&b.Questions[i].Claims[j])
		}
	}
	c.withoutWords()
}

// claim finds evidence that a claim and its positions lack.
func (c *checker) claim(claim *briefing.Claim) {
	if len(claim.Positions) == 0 {
		c.add(CodeClaimWithoutPositions, claim.Pos, claim.ID, fmt.Sprintf("nobody takes a position on the claim %q", claim.ID),
			"say who affirms, denies, questions or reports it")
		return
	}
	var without []briefing.Stand
	for _, s := range c.x.StandsOn(claim.ID) {
		if len(s.Position.Evidence) == 0 {
			without = append(without, s)
		}
	}
	if len(without) == len(claim.Positions) {
		c.add(CodeClaimWithoutEvidence, claim.Pos, claim.ID, fmt.Sprintf("the claim %q has no evidence", claim.ID),
			"quote the words in which each holder takes its position")
		return
	}
	for _, s := range without {
		c.add(CodePositionWithoutEvidence, s.Position.Pos, s.ID, fmt.Sprintf("the position of %q on %q has no evidence", s.Position.Holder, claim.ID),
			"quote the words in which the holder takes it")
	}
}

// withoutWords finds quoted sources without a text, and sources with a text that
// are not quoted.
func (c *checker) withoutWords() {
	quoted := map[string]int{}
	wordless := map[string]bool{}
	c.eachEvidence(func(by briefing.Ref, e *briefing.Evidence) {
		s := c.x.Source(e.Source)
		switch {
		case e.Quote != "":
			quoted[e.Source]++
		case s != nil && s.Text != "":
			wordless[e.Source] = true
			c.add(CodeEvidenceWithoutQuote, e.Pos, by.ID, fmt.Sprintf("no words are quoted from %q, which has a text", e.Source), "quote the words that bear it out")
		}
	})
	for i := range c.doc.Briefing.Sources {
		s := &c.doc.Briefing.Sources[i]
		switch n := quoted[s.ID]; {
		case s.Text == "" && n > 0:
			c.add(CodeQuotesUnchecked, s.Pos, s.ID, fmt.Sprintf("%q is quoted and has no text to look that up in; quotes: %d", s.ID, n),
				"add its text, or a text_file")
		case s.Text != "" && n == 0 && !wordless[s.ID] && c.leadsOn(s):
			c.add(CodeTextUnquoted, s.Pos, s.ID, fmt.Sprintf("nothing quotes the text of %q", s.ID), "quote it, or leave the text out")
		}
	}
}

// eachEvidence calls visit with all evidence and the item that it belongs to.
func (c *checker) eachEvidence(visit func(by briefing.Ref, e *briefing.Evidence)) {
	of := func(by briefing.Ref) {
		for _, e := range c.x.Citations(by) {
			visit(by, e)
		}
	}
	b := c.doc.Briefing
	for i := range b.Judgments {
		of(briefing.Ref{Kind: briefing.KindJudgment, ID: b.Judgments[i].ID})
	}
	for i := range b.Events {
		of(briefing.Ref{Kind: briefing.KindEvent, ID: b.Events[i].ID})
	}
	for _, s := range c.x.Stands {
		of(s.Ref())
	}
	for i := range b.Actors {
		of(briefing.Ref{Kind: briefing.KindActor, ID: b.Actors[i].ID})
	}
}

// retracted finds judgments that rest on a retracted source, or on a copy of
// one.
func (c *checker) retracted() {
	known := map[string]string{}
	for i := range c.doc.Briefing.Judgments {
		j := &c.doc.Briefing.Judgments[i]
		for k := range j.Evidence {
			e := &j.Evidence[k]
			root := c.retraction(e.Source, known)
			if root == "" {
				continue
			}
			message := fmt.Sprintf("the judgment rests on %q, which was retracted", e.Source)
			if root != e.Source {
				message = fmt.Sprintf("the judgment rests on %q, a copy of %q, which was retracted", e.Source, root)
			}
			c.add(CodeRetractedSource, e.Pos, j.ID, message, "take the evidence out, and judge again")
		}
	}
}

// retraction returns the id of the first retracted source on the way from a
// source to its origin, or "". It stores what it finds in known.
func (c *checker) retraction(id string, known map[string]string) string {
	var way []string
	found := ""
	for id != "" {
		if was, ok := known[id]; ok {
			found = was
			break
		}
		known[id] = "" // ends a circle
		way = append(way, id)
		s := c.x.Source(id)
		if s == nil {
			break
		}
		if s.Status == briefing.SourceRetracted {
			found = id
			break
		}
		id = s.Origin
	}
	for _, id := range way {
		known[id] = found
	}
	return found
}

// unused finds actors and sources that nothing in the briefing refers to.
func (c *checker) unused() {
	b := c.doc.Briefing
	for i := range b.Actors {
		a := &b.Actors[i]
		if len(c.x.Says(a.ID)) == 0 && len(c.x.TookPart(a.ID)) == 0 && len(c.x.Members(a.ID)) == 0 && !c.named(briefing.KindActor, a.ID) {
			c.add(CodeActorUnused, a.Pos, a.ID, fmt.Sprintf("nothing refers to the actor %q", a.ID), "say what it does or says, or take it out")
		}
	}
	for i := range b.Sources {
		if s := &b.Sources[i]; len(c.x.BySource[s.ID]) == 0 && !c.leadsOn(s) {
			c.add(CodeSourceUnused, s.Pos, s.ID, fmt.Sprintf("nothing cites the source %q", s.ID), "quote it, or take it out")
		}
	}
}

// leadsOn reports whether something refers to a source other than by evidence: as
// an origin, as a basis or in a text.
func (c *checker) leadsOn(s *briefing.Source) bool {
	return len(c.x.Copies(s.ID)) > 0 || c.named(briefing.KindSource, s.ID)
}

// named reports whether a text of another item refers to an item, or a position
// names it as its basis or as its via.
func (c *checker) named(kind briefing.Kind, id string) bool {
	if c.bases == nil {
		c.bases = map[string]bool{}
		for _, s := range c.x.Stands {
			c.bases[s.Position.Via] = true
			for _, id := range s.Position.Citing {
				c.bases[id] = true
			}
		}
	}
	return c.bases[id] || slices.ContainsFunc(c.x.Mentions(id), func(by briefing.Ref) bool { return by != briefing.Ref{Kind: kind, ID: id} })
}
