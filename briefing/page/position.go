package page

import (
	"strconv"
	"strings"

	"sitrep/briefing"
)

// Position is the page of a position: holder, stance, claim, circumstances and
// evidence.
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
	out = append(out, Fact{"Holder", []Span{link(briefing.KindActor, p.Holder, ActorName(x, p.Holder))}})
	if !p.Said.IsZero() {
		out = append(out, Fact{"Said", dateSpans(p.Said)})
	}
	if p.Via != "" {
		out = append(out, Fact{"According to", []Span{link(briefing.KindActor, p.Via, ActorName(x, p.Via))}})
	}
	if len(p.Citing) > 0 {
		out = append(out, Fact{"Citing", citing(x, p)})
	}
	if p.Hedge != "" {
		out = append(out, Fact{"Hedge", plain("sounded " + briefing.Hedges.Label(p.Hedge))})
	}
	if p.Quotation != "" {
		out = append(out, Fact{"Quotation", plain(briefing.Quotations.Label(p.Quotation))})
	}
	if p.Credibility > 0 {
		out = append(out, Fact{"Credibility", plain(grade(p.Credibility))})
	}
	return append(out, Fact{"Answers", []Span{link(briefing.KindQuestion, s.Question.ID, s.Question.Text)}})
}

// evidenceFirst puts a position's note and evidence at the top, so that the
// next step leads to the words.
func evidenceFirst(x *briefing.Index, p *briefing.Position) []Block {
	var out []Block
	if p.Note != "" {
		out = append(out, Prose{Spans: plain(p.Note), Body: true}, Blank{})
	}
	return append(out, evidencePart(x, p.Evidence)[1:]...)
}

// citing is the names of what a position cites, as links.
func citing(x *briefing.Index, p *briefing.Position) []Span {
	spans := make([]Span, len(p.Citing))
	for i, name := range basis(x, p) {
		spans[i] = Span{Text: name}
		if ref, ok := x.Lookup(p.Citing[i]); ok {
			spans[i] = Span{Text: name, Role: Linked, To: Target{Ref: ref}}
		}
	}
	return joined(spans)
}

// positionSpans is room for the spans of a position and its id.
const positionSpans = 4 + idSpans

// PositionRow leads to a position: the sign and word of its stance, its
// holder, and the circumstances. It holds every fact of the position but its
// evidence.
func PositionRow(x *briefing.Index, s briefing.Stand, indent int) Entry {
	p := s.Position
	body := append(make([]Span, 0, positionSpans), Span{Text: x.ActorName(p.Holder), Role: Strong},
		Span{Text: " " + briefing.Stances.Label(p.Stance)})
	body = appendCircumstances(body, x, p)
	entry := Entry{Lead: []Span{StanceSpan(p.Stance)}, LeadCells: signCells, Body: marked(x, briefing.KindPosition, s.ID, body), Indent: indent, To: Target{Ref: s.Ref()}}
	if p.Note != "" {
		entry.Under = [][]Span{plain(p.Note)}
	}
	return entry
}

// quotedPosition is PositionRow with the words that the position rests on. Its
// note, which stands among them, says that it is one.
func quotedPosition(x *briefing.Index, s briefing.Stand) Entry {
	row := PositionRow(x, s, 0)
	for i, note := range row.Under {
		row.Under[i] = append([]Span{{Text: "Note: ", Role: Label}}, note...)
	}
	row.Under = append(row.Under, quoteLines(x, s.Position)...)
	return row
}

// appendCircumstances says, in brackets, when, through whom and how a position
// was taken; nothing where none of it is known.
func appendCircumstances(out []Span, x *briefing.Index, p *briefing.Position) []Span {
	var list [6]string
	known := list[:0]
	if !p.Said.IsZero() {
		known = append(known, "") // what follows stands behind the date
	}
	if p.Via != "" {
		known = append(known, "according to "+ActorName(x, p.Via))
	}
	if len(p.Citing) > 0 {
		known = append(known, "citing "+briefing.JoinNames(basis(x, p)))
	}
	if p.Hedge != "" {
		known = append(known, "sounded "+briefing.Hedges.Label(p.Hedge))
	}
	if p.Quotation != "" {
		known = append(known, briefing.Quotations.Label(p.Quotation))
	}
	if p.Credibility > 0 {
		known = append(known, "credibility "+strconv.Itoa(p.Credibility))
	}
	if len(known) == 0 {
		return out
	}
	said := " ("
	if !p.Said.IsZero() {
		said += "said " + p.Said.Words()
	}
	return append(out, ownMuted(said), Span{Text: strings.Join(known, "; ") + ")", Role: Muted})
}

// basis is the names of what a position cites.
func basis(x *briefing.Index, p *briefing.Position) []string {
	names := make([]string, len(p.Citing))
	for i, id := range p.Citing {
		names[i] = id
		if ref, ok := x.Lookup(id); ok {
			names[i] = Name(x, ref)
		}
	}
	return names
}

// Quotes are the words that a position rests on, a line for each.
func Quotes(x *briefing.Index, p *briefing.Position) [][]Span { return quoteLines(x, p) }

// quoteLines are the words that a position rests on, with the numbers of their
// passages and whether they stand there. That goes before the words, for they
// may be cut.
func quoteLines(x *briefing.Index, p *briefing.Position) [][]Span {
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

// passageLead is the number of a passage and whether its quote stands in the
// source.
func passageLead(x *briefing.Index, p *briefing.Passage) []Span {
	return []Span{{Text: Bracketed(p.Number) + " ", Role: Muted}, stateSpan(x, p)}
}
