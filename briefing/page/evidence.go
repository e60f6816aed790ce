package page

import (
	"slices"
	"strconv"

	"sitrep/briefing"
	"sitrep/briefing/quote"
)

// evidence returns the evidence of a thing. Each row leads to its passage.
func evidence(x *briefing.Index, list []briefing.Evidence) []Block {
	out := make([]Block, 0, len(list))
	for i := range list {
		e := &list[i]
		out = append(out, Later{To: passageTarget(x, e), Make: func() Entry { return Evidence(x, e, 0) }})
	}
	return out
}

// Evidence returns a row of evidence: the number of its passage, whether the
// quote is in the source, the source with the locator, the quoted words and what
// else is said about it.
func Evidence(x *briefing.Index, e *briefing.Evidence, indent int) Entry {
	p := x.PassageOf(e)
	entry := Entry{
		Lead:      []Span{{Text: Bracketed(p.Number), Role: Muted}},
		LeadCells: numberCells(x),
		Indent:    indent,
		To:        passageTarget(x, e),
	}
	state := stateSpan(x, p)
	state.Text += "  "
	entry.Body = append([]Span{state}, marked(x, briefing.KindSource, e.Source, sourceSpans(x, e.Source))...)
	entry.Body = append(entry.Body, locatorSpans(e)...)
	if e.Quote != "" {
		entry.Under = append(entry.Under, quoted(e.Quote))
	}
	if e.Prefix != "" || e.Suffix != "" {
		entry.Under = append(entry.Under, contextSpans(e))
	}
	entry.Under = append(entry.Under, OnEvidence(x, e)...)
	return entry
}

// OnEvidence returns what is said about evidence besides where the words are: its
// note and every key that has no place of its own, a paragraph each.
func OnEvidence(x *briefing.Index, e *briefing.Evidence) [][]Span {
	placed := briefing.Evidence{Source: e.Source, Quote: e.Quote, Prefix: e.Prefix, Suffix: e.Suffix, Locator: e.Locator, Pos: e.Pos}
	if *e == placed { // as nearly all is
		return nil
	}
	return Aside(x, e, "source", "quote", "prefix", "suffix", "locator")
}

// locatorSpans returns where in the source the words are, to follow its name or
// their state.
func locatorSpans(e *briefing.Evidence) []Span {
	if e.Locator == "" {
		return nil
	}
	return plain(", " + e.Locator)
}

func passageTarget(x *briefing.Index, e *briefing.Evidence) Target {
	return Target{Ref: briefing.Ref{Kind: briefing.KindSource, ID: e.Source}, Passage: x.PassageOf(e).Number}
}

// contextSpans returns the words around a quote that tell its place from
// others.
func contextSpans(e *briefing.Evidence) []Span {
	after := Span{Text: "after ", Role: Muted}
	before := Span{Text: "before ", Role: Muted}
	switch {
	case e.Suffix == "":
		return slices.Concat([]Span{after}, quoted(e.Prefix))
	case e.Prefix == "":
		return slices.Concat([]Span{before}, quoted(e.Suffix))
	}
	return slices.Concat([]Span{after}, quoted(e.Prefix), []Span{{Text: ", "}, before}, quoted(e.Suffix))
}

// numberCells returns the width of the column of passage numbers.
func numberCells(x *briefing.Index) int {
	digits := 1
	for n := len(x.Passages); n > 9; n /= 10 {
		digits++
	}
	return digits + len("[] ")
}

// Bracketed returns the number of a passage as texts show it.
func Bracketed(number int) string {
	return "[" + strconv.Itoa(number) + "]"
}

// stateSpan says whether a quote is in its source.
func stateSpan(x *briefing.Index, p *briefing.Passage) Span {
	state := x.Anchor(p).State
	switch {
	case p.Evidence.Quote == "":
		return Span{Text: "no quote", Role: Muted}
	case state == quote.Exact, state == quote.Unchecked:
		return Span{Text: state.String(), Role: Computed}
	}
	return Span{Text: state.String(), Role: Caution}
}

// sourceSpans returns a source as a citation names it: title, date, grade and
// status. Date and grade stay on one line.
func sourceSpans(x *briefing.Index, id string) []Span {
	s := x.Source(id)
	if s == nil {
		return plain(id)
	}
	out := []Span{link(briefing.KindSource, id, s.Title)}
	if d := s.Publication.Published; !d.IsZero() {
		out = append(out, own(", "), Span{Text: d.Words(), Own: true, Whole: true})
	}
	out = append(out, Span{Text: " (" + string(s.Grade.Reliability) + ")", Role: Muted, Whole: true})
	if s.Status != briefing.SourceCurrent {
		out = append(out, Span{Text: " " + string(s.Status), Role: Caution})
	}
	return out
}

// evidencePart returns a heading with the evidence under it. It returns nothing
// if there is neither evidence nor a word about it.
func evidencePart(x *briefing.Index, list []briefing.Evidence) []Block {
	out := []Block{Blank{}, Section{Text: "Evidence", Count: len(list)}}
	if len(list) == 0 {
		return append(out, Prose{Spans: []Span{{Text: "None.", Role: Muted}}})
	}
	return append(out, evidence(x, list)...)
}
