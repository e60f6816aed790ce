package page

import (
	"strconv"
	"strings"

	"sitrep/briefing"
)

// InFull is the page of a thing with everything that its own parts lead to:
// a question with its claims, their findings and positions, each with its
// evidence. It is what is written where nobody can press a key to go deeper.
func InFull(x *briefing.Index, r briefing.Ref) []Block {
	switch r.Kind {
	case briefing.KindQuestion:
		return questionInFull(x, x.Question(r.ID))
	case briefing.KindClaim:
		c, q := x.Claim(r.ID)
		out := append([]Block{kindLine(briefing.KindClaim, c.ID)}, claimInFull(x, c)...)
		return append(out, Blank{}, Fact{"Answers", []Span{link(briefing.KindQuestion, q.ID, q.Text)}})
	case briefing.KindSource:
		return sourceInFull(x, x.Source(r.ID))
	}
	return Of(x, r)
}

func questionInFull(x *briefing.Index, q *briefing.Question) []Block {
	out := questionHead(x, q)
	for i := range q.Claims {
		out = append(out, Blank{})
		out = append(out, claimInFull(x, &q.Claims[i])...)
	}
	out = append(out, eventRows(x, q)...)
	return append(out, mentions(x, q.ID)...)
}

func claimInFull(x *briefing.Index, c *briefing.Claim) []Block {
	out := []Block{Title{[]Span{{Text: c.Text, Role: Strong}, {Text: "  " + c.ID, Role: Muted}}}}
	for _, s := range Sides(x, c) {
		out = append(out, PositionRow(x, s, claimInset))
		for i := range s.Position.Evidence {
			out = append(out, Evidence(x, &s.Position.Evidence[i], claimInset+signCells))
		}
	}
	return append(out, findings(x, c)[2:]...)
}

// sourceInFull is a source with its record and text, and every passage with
// what cites it.
func sourceInFull(x *briefing.Index, s *briefing.Source) []Block {
	out := sourceRecord(x, s)
	if s.Text != "" {
		out = append(out, Blank{}, textHeading(s), Blank{})
		out = append(out, Paragraphs(x, s)...)
	} else {
		out = append(out, Blank{})
	}
	passages := x.PassagesIn(s.ID)
	out = append(out, Section{Text: "Passages cited", Count: len(passages)})
	if len(passages) == 0 {
		out = append(out, Prose{Spans: []Span{{Text: "Nothing in this briefing cites it.", Role: Muted}}})
	}
	for _, p := range passages {
		row := Evidence(x, p.Evidence, 0)
		by := make([]string, len(p.CitedBy))
		for i, r := range p.CitedBy {
			by[i] = r.ID
		}
		row.Body = []Span{stateSpan(x, p), {Text: "cited by " + strings.Join(by, ", ")}}
		out = append(out, row)
	}
	for _, c := range x.Copies(s.ID) {
		out = append(out, Fact{"Origin of", []Span{link(briefing.KindSource, c.ID, c.Title)}})
	}
	return append(out, mentions(x, s.ID)...)
}

// Numbered is a gap as a row with its number.
func Numbered(n int, spans []Span) Entry {
	number := strconv.Itoa(n)
	return Entry{Lead: []Span{{Text: number, Role: Label}}, LeadCells: signCells + 1, Body: spans}
}

// References makes spans of a text with references, whose links lead to items.
func References(x *briefing.Index, text string) []Span { return withReferences(x, text) }
