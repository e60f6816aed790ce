package page

import (
	"strconv"
	"strings"

	"sitrep/briefing"
)

// common returns the part of a question's page about what different sides both
// rest on. It returns nothing if there are fewer than two sides.
func common(x *briefing.Index, q *briefing.Question) []Block {
	if x.Sides(q) < 2 {
		return nil
	}
	ground := x.CommonGround(q)
	out := []Block{Blank{}, Section{Text: "In common", Count: len(ground), Note: "what different sides rest on; computed"}}
	if len(ground) == 0 {
		return append(out, Prose{Spans: []Span{{Text: "No two sides name the same source or basis.", Role: Muted}}})
	}
	for _, g := range ground {
		out = append(out, Later{To: Target{g.Ref, g.Passage}, Make: func() Entry { return groundRow(x, g) }})
	}
	return out
}

// groundRow returns a row that leads to what is in common and says whose
// positions rest on it.
func groundRow(x *briefing.Index, g briefing.Ground) Entry {
	row := refRow(x, g.Ref)
	if g.Passage > 0 {
		p := &x.Passages[g.Passage-1]
		row.Lead = []Span{{Text: "passage", Role: Label}}
		row.Body = marked(x, briefing.KindSource, p.Evidence.Source, passageLead(x, p))
		if p.Evidence.Quote != "" {
			row.Body = append(append(row.Body, Span{Text: " "}), quoted(p.Evidence.Quote)...)
		}
		row.To.Passage = g.Passage
	}
	row.Under = [][]Span{{{Text: groundWords(x, g), Role: Muted}}}
	return row
}

// groundWords names the positions by holder and claim.
func groundWords(x *briefing.Index, g briefing.Ground) string {
	return strings.Join(briefing.Map(g.Stands, func(s briefing.Stand) string {
		return Marking(x, s.Ref()) + x.ActorName(s.Position.Holder) + " " + briefing.Stances.Label(s.Position.Stance) + " (" + s.Claim.ID + ")"
	}), "; ")
}

// commonSign precedes what is in common.
const commonSign = "="

// shared says which parts of a position's basis are in common with another
// side. It leaves out a source that all positions of the question rest on,
// because a mark on each of them would say nothing.
func shared(x *briefing.Index, ground []briefing.Ground, s briefing.Stand) [][]Span {
	all := 0
	for i := range s.Question.Claims {
		all += len(s.Question.Claims[i].Positions)
	}
	var out [][]Span
	for _, g := range ground {
		if g.Passage == 0 && g.Ref.Kind == briefing.KindSource && len(g.Stands) == all {
			continue
		}
		for _, other := range g.Stands {
			if other.ID == s.ID {
				out = append(out, []Span{{Text: commonSign + " ", Role: Sign}, {Text: groundName(x, g) + ", in common", Role: Computed}})
			}
		}
	}
	return out
}

// groundName names in few words what is in common.
func groundName(x *briefing.Index, g briefing.Ground) string {
	if g.Passage > 0 {
		return "passage [" + strconv.Itoa(g.Passage) + "]"
	}
	return Name(x, g.Ref)
}

// SideBySide returns the page of a question with inRow claims next to each
// other, and under each claim the positions with their words.
func SideBySide(x *briefing.Index, q *briefing.Question, inRow int) []Block {
	out := questionHead(x, q)
	ground := x.CommonGround(q)
	for first := 0; first < len(q.Claims); first += inRow {
		b := Beside{Columns: min(inRow, len(q.Claims))}
		for i := first; i < min(first+inRow, len(q.Claims)); i++ {
			b.Parts = append(b.Parts, claimColumn(x, &q.Claims[i], ground))
		}
		out = append(out, Blank{}, b)
	}
	out = append(out, figures(x, q)...)
	out = append(out, common(x, q)...)
	out = append(out, eventRows(x, q)...)
	return append(out, mentions(x, q.ID)...)
}

func claimColumn(x *briefing.Index, c *briefing.Claim, ground []briefing.Ground) []Block {
	out := []Block{later(briefing.KindClaim, c.ID, func() Entry { return ClaimRow(x, c) })}
	stands := x.StandsBySide(c.ID)
	if len(stands) == 0 {
		return append(out, Blank{}, Prose{Spans: []Span{{Text: "Nobody takes a position on it.", Role: Muted}}})
	}
	for _, s := range stands {
		out = append(out, Blank{}, later(briefing.KindPosition, s.ID, func() Entry {
			row := quotedPosition(x, s)
			row.Under = append(row.Under, shared(x, ground, s)...)
			return row
		}))
	}
	return out
}
