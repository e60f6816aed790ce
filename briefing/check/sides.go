package check

import (
	"fmt"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

// ungraded finds judgments that lack half of their grade, or a reason for it.
func (c *checker) ungraded() {
	for i := range c.doc.Briefing.Judgments {
		j := &c.doc.Briefing.Judgments[i]
		switch {
		case j.Likelihood != "" && j.Confidence == "":
			c.add(CodeLikelihoodWithoutConfidence, j.Pos, j.ID, fmt.Sprintf("the judgment %q has a likelihood and no confidence", j.ID),
				"say how good its basis is: high, moderate or low")
		case j.Likelihood == "" && j.Confidence != "":
			c.add(CodeConfidenceWithoutLikelihood, j.Pos, j.ID, fmt.Sprintf("the judgment %q has a confidence and no likelihood", j.ID),
				"say how likely it is")
		}
		if j.Confidence != "" && j.Because == "" {
			c.add(CodeConfidenceWithoutReason, j.Pos, j.ID, fmt.Sprintf("the judgment %q does not say why its confidence is %s", j.ID, j.Confidence),
				"add because: what the sources are, and what is missing")
		}
	}
}

// oneSided finds open questions where only one side is heard and no gap says so.
func (c *checker) oneSided() {
	inGaps := map[string]bool{}
	for _, gap := range c.doc.Briefing.Gaps {
		for id := range briefing.ReferencedIDs(gap) {
			inGaps[id] = true
		}
	}
	for i := range c.doc.Briefing.Questions {
		q := &c.doc.Briefing.Questions[i]
		if q.Status != briefing.QuestionOpen || c.x.Contested(q) || !heardOneSide(q) {
			continue
		}
		known := inGaps[q.ID]
		for j := range q.Claims {
			known = known || inGaps[q.Claims[j].ID]
		}
		for _, id := range q.Events {
			known = known || inGaps[id]
		}
		if !known {
			c.add(CodeOneSidedQuestion, q.Pos, q.ID, fmt.Sprintf("only one side of %q is heard, and no gap says so", q.ID),
				"add who says otherwise, or a gap that refers to it")
		}
	}
}

// heardOneSide reports whether a question has positions and all of them support
// its claims.
func heardOneSide(q *briefing.Question) bool {
	heard := false
	for i := range q.Claims {
		for j := range q.Claims[i].Positions {
			if !q.Claims[i].Positions[j].Stance.Supports() {
				return false
			}
			heard = true
		}
	}
	return heard
}

// contradictions finds positions on a claim that contradict each other.
func (c *checker) contradictions() {
	for i := range c.doc.Briefing.Questions {
		q := &c.doc.Briefing.Questions[i]
		for j := range q.Claims {
			stands := c.x.StandsOn(q.Claims[j].ID)
			c.bothSides(stands)
			c.confirmed(&q.Claims[j], stands)
		}
	}
}

// bothSides finds holders who affirm a claim and also deny or question it. It
// accepts positions with different dates, because the holder may have changed its
// mind, and positions that are known through different actors, whose reports differ.
func (c *checker) bothSides(stands []briefing.Stand) {
	type voice struct{ holder, via string }
	affirms, opposes := map[voice]*briefing.Position{}, map[voice]*briefing.Position{}
	for _, s := range stands {
		p := s.Position
		v := voice{p.Holder, p.Via}
		var other *briefing.Position
		switch {
		case p.Stance == briefing.Affirms:
			affirms[v], other = p, opposes[v]
		case p.Stance.Opposes():
			opposes[v], other = p, affirms[v]
		}
		if other != nil && (p.Said.IsZero() || other.Said.IsZero() || sameTime(p.Said, other.Said)) {
			c.add(CodeHolderOnBothSides, p.Pos, s.ID, fmt.Sprintf("%q %s %q here, and %s it elsewhere", p.Holder, briefing.Stances.Label(p.Stance), s.Claim.ID, briefing.Stances.Label(other.Stance)),
				"give both the dates on which they were said, or keep one")
		}
	}
}

// sameTime reports whether two dates mean the same period.
func sameTime(d, e edtf.Date) bool {
	first, last, _, _ := d.Bounds()
	otherFirst, otherLast, _, _ := e.Bounds()
	return first.Equal(otherFirst) && last.Equal(otherLast)
}

// credibilityConfirmed is the best grade of a report: others confirm it.
const credibilityConfirmed = 1

// confirmed finds positions that are graded as confirmed by others although all
// sources on their side go back to one origin.
func (c *checker) confirmed(claim *briefing.Claim, stands []briefing.Stand) {
	origins := map[bool]int{} // of the supporting and of the opposing side
	for _, s := range stands {
		p := s.Position
		if p.Credibility != credibilityConfirmed || !p.Stance.Supports() && !p.Stance.Opposes() {
			continue
		}
		side := briefing.Stance.Opposes
		if p.Stance.Supports() {
			side = briefing.Stance.Supports
		}
		n, counted := origins[p.Stance.Supports()]
		if !counted {
			n = len(c.x.Reliance(claim, side).Origins())
			origins[p.Stance.Supports()] = n
		}
		if n < 2 {
			c.add(CodeConfirmedByOneOrigin, p.Pos, s.ID, fmt.Sprintf("the position of %q is graded 1, confirmed by other sources, and all of its side goes back to one origin", p.Holder),
				"grade it 2 or lower, or add who confirms it")
		}
	}
}
