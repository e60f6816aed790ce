package page

import (
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// Position returns the page of a position: holder, stance, claim, circumstances
// and evidence.
func Position(x *briefing.Index, s briefing.Stand) []Block {
	p := s.Position
	out := []Block{
		kindLine(briefing.KindPosition, s.ID),
		Title{marked(x, briefing.KindPosition, s.ID, []Span{StanceSpan(p.Stance), {Text: " " + x.ActorName(p.Holder), Role: Strong},
			{Text: " " + briefing.Stances.Label(p.Stance), Role: Strong}})},
		Blank{},
	}
	out = append(out, evidenceFirst(x, p)...)
	out = append(out, Blank{}, Section{Text: "On the claim"}, labelledClaim(x, s.Claim), Blank{}, Section{Text: "Circumstances"})
	if by := x.SaidBy(p); !by.IsZero() {
		out = append(out, Fact{"Said", plain("by " + by.Words() + ", when its source came out")})
	}
	eachFact(func(b Block) { out = append(out, b) }, x, briefing.KindPosition, s.ID, func(f *file.Fact) bool {
		switch f.Key {
		case "hedge":
			out = append(out, Fact{f.Label, plain("sounded " + factWords(x, f))})
		case "stance", "note", "evidence":
		default:
			return false
		}
		return true
	})
	return append(out, answers(x, s.Question))
}

// evidenceFirst returns a position's note and evidence for the top of its page,
// so that the next step leads to the words.
func evidenceFirst(x *briefing.Index, p *briefing.Position) []Block {
	var out []Block
	if p.Note != "" {
		out = append(out, Prose{Spans: plain(p.Note), Body: true}, Blank{})
	}
	return append(out, evidencePart(x, p.Evidence)[1:]...)
}

// positionSpans is room for the spans of a position and its id.
const positionSpans = 4 + idSpans

// PositionRow returns a row that leads to a position: the sign and word of its
// stance, its holder, and the circumstances. It has every fact of the position
// except its evidence.
func PositionRow(x *briefing.Index, s briefing.Stand, indent int) Entry {
	p := s.Position
	body := append(make([]Span, 0, positionSpans), Span{Text: x.ActorName(p.Holder), Role: Strong},
		Span{Text: " " + briefing.Stances.Label(p.Stance)})
	body = appendCircumstances(body, x, s)
	entry := Entry{Lead: []Span{StanceSpan(p.Stance)}, LeadCells: signCells, Body: marked(x, briefing.KindPosition, s.ID, body), Indent: indent, To: Target{Ref: s.Ref()}}
	if p.Note != "" {
		entry.Under = [][]Span{plain(p.Note)}
	}
	return entry
}

// quotedPosition returns the PositionRow with the words that the position rests
// on. The note is labelled, because it is among those words.
func quotedPosition(x *briefing.Index, s briefing.Stand) Entry {
	row := PositionRow(x, s, 0)
	for i, note := range row.Under {
		row.Under[i] = append([]Span{{Text: "Note: ", Role: Label}}, note...)
	}
	row.Under = append(row.Under, Quotes(x, s.Position)...)
	return row
}

// appendCircumstances appends, in brackets, when, through whom and how a
// position was taken. Without a date of its own, it is the day by which its source
// came out. It appends nothing if none of that is known.
func appendCircumstances(out []Span, x *briefing.Index, s briefing.Stand) []Span {
	said := " ("
	var list [6]string
	known := list[:0]
	if by := x.SaidBy(s.Position); !by.IsZero() {
		said += "by " + by.Words()
		known = append(known, "")
	}
	eachFact(nil, x, briefing.KindPosition, s.ID, func(f *file.Fact) bool {
		switch f.Key {
		case "said":
			said += "said " + s.Position.Said.Words()
			known = append(known, "") // what follows comes after the date
		case "hedge":
			known = append(known, "sounded "+factWords(x, f))
		case "quotation":
			known = append(known, factWords(x, f))
		case "credibility":
			known = append(known, "credibility "+f.Values[0].Text)
		case "holder", "stance", "note", "evidence":
		default:
			known = append(known, labelledWords(x, f))
		}
		return true
	})
	if len(known) == 0 {
		return out
	}
	return append(out, ownMuted(said), Span{Text: strings.Join(known, "; ") + ")", Role: Muted})
}

// Quotes returns the words that a position rests on, one line for each quote, with
// the numbers of their passages and whether the quotes are there. Both precede the
// words, because the words may be cut.
func Quotes(x *briefing.Index, p *briefing.Position) [][]Span {
	var out [][]Span
	for i := range p.Evidence {
		e := &p.Evidence[i]
		line := marked(x, briefing.KindSource, e.Source, append(passageLead(x, x.PassageOf(e)), Span{Text: " "}))
		if e.Quote == "" {
			line = append(line, sourceSpans(x, e.Source)[0])
		} else {
			line = append(line, quoted(e.Quote)...)
		}
		out = append(out, line)
	}
	return out
}

// passageLead returns the number of a passage, whether its quote is in the
// source, and where.
func passageLead(x *briefing.Index, p *briefing.Passage) []Span {
	return append([]Span{{Text: Bracketed(p.Number) + " ", Role: Muted}, stateSpan(x, p)}, locatorSpans(p.Evidence)...)
}
