package page

import (
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/width"
)

// The columns of a row of figures, in cells.
const (
	figureCells = 23
	figureScale = 24
)

// The signs on the scale of figures.
const (
	scaleSign = "┄"
	pointSign = "●"
	spanSign  = "━"
)

// figures shows the figures that the claims of a question state: how far apart
// they are, and each on one scale with those who give it. It returns nothing
// where there are none in one unit.
func figures(x *briefing.Index, q *briefing.Question) []Block {
	s := x.Spread(q)
	if s == nil {
		return nil
	}
	out := []Block{Blank{}, Section{Text: "Figures", Note: "computed"}, spreadFact(s)}
	for _, c := range s.Claims {
		out = append(out, later(briefing.KindClaim, c.ID, func() Entry { return figureRow(x, s, c) }))
	}
	return out
}

// figuresInFull puts what [figures] shows, with ids.
func figuresInFull(put sink, x *briefing.Index, q *briefing.Question) {
	s := x.Spread(q)
	if s == nil {
		return
	}
	put(spreadFact(s))
	for _, c := range s.Claims {
		row := figureRow(x, s, c)
		row.Body = appendID(row.Body, c.ID)
		put(row)
	}
}

func spreadFact(s *briefing.Spread) Fact { return Fact{"Spread", []Span{own(s.Words())}} }

// figureRow leads to a claim: its figure, where that is on the scale, and who
// gives it.
func figureRow(x *briefing.Index, s *briefing.Spread, c *briefing.Claim) Entry {
	low, high := c.Figure.Bounds()
	words := width.Wc.Truncate(strings.TrimSuffix(c.Figure.Words(), " "+s.Unit), figureCells-1, cutSign)
	body := marked(x, briefing.KindClaim, c.ID, nil)
	if s.Low.Float() < s.High.Float() { // 1 and 1.0 are one number
		body = append(body, Span{Text: onScale(s, low.Float(), high.Float()), Role: Sign, Own: true, Whole: true}, Span{Text: "  "})
	}
	var by []briefing.Stand
	for _, stand := range x.StandsBySide(c.ID) {
		if stance := stand.Position.Stance; stance == briefing.Affirms || stance == briefing.Reports {
			by = append(by, stand)
		}
	}
	if len(by) == 0 {
		body = append(body, Span{Text: "nobody affirms or reports it", Role: Muted})
	}
	return Entry{
		Lead: []Span{{Text: width.Wc.PadRight(words, figureCells), Role: Strong, Own: true}}, LeadCells: figureCells,
		Body: append(body, holders(x, by)...), To: To(briefing.KindClaim, c.ID),
	}
}

// onScale draws what lies between two numbers on the scale of a spread.
func onScale(s *briefing.Spread, low, high float64) string {
	from, to := s.Low.Float(), s.High.Float()
	cell := func(n float64) int { return int((n - from) / (to - from) * (figureScale - 1)) }
	first, last := cell(low), cell(high)
	middle := pointSign
	if first < last {
		middle = pointSign + strings.Repeat(spanSign, last-first-1) + pointSign
	}
	return strings.Repeat(scaleSign, first) + middle + strings.Repeat(scaleSign, figureScale-1-last)
}
