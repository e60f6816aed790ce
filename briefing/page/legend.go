package page

import (
	"fmt"

	"sitrep/briefing"
)

// What lists of the legend are called or noted with, for telling them from others.
const (
	Admiralty = "Admiralty code" // of grades
	Flags     = "Flags"
)

// legendCells is the width of the column of signs in the legend.
const legendCells = 4

// Signs returns the signs and their meanings.
func Signs() [][2]string {
	var out [][2]string
	for _, s := range briefing.Stances {
		out = append(out, [2]string{s.Sign, s.Label + ", of a position"})
	}
	for _, s := range EventSigns() {
		out = append(out, [2]string{s[0], s[1] + ", of an event"})
	}
	return out
}

// EventSigns returns the signs of events and their meanings.
func EventSigns() [][2]string {
	var out [][2]string
	for _, s := range briefing.EventStatuses {
		e := briefing.Event{Status: s.Value}
		out = append(out, [2]string{EventSign(&e), s.Label})
	}
	alleged := briefing.Event{Certainty: briefing.CertaintyAlleged}
	return append(out, [2]string{EventSign(&alleged), string(briefing.CertaintyAlleged)})
}

// Legend returns the meanings of the signs, in a place in which no event
// begins.
func Legend() []Block {
	var out []Block
	for _, s := range Signs() {
		out = append(out, Entry{Lead: []Span{{Text: s[0], Role: Sign, Own: true}}, LeadCells: legendCells, Indent: Hang, Body: plain(s[1])})
	}
	return out
}

// Scales returns the meanings of the terms of likelihood, the grades and the
// states of a quote.
func Scales() []Block {
	out := []Block{Section{Text: "Likelihood", Note: "ICD 203"}}
	for _, t := range briefing.Likelihoods {
		low, high, _ := t.Value.Band()
		out = append(out, scaleRow(string(t.Value), fmt.Sprintf("%d–%d %%", low, high)))
	}
	return append(append(out, Blank{}), Grades()...)
}

// Grades returns the meanings of the grades, the findings, the flags and the
// states of a quote.
func Grades() []Block {
	out := []Block{Section{Text: "Reliability of a source", Note: Admiralty}}
	for _, t := range briefing.Reliabilities {
		out = append(out, scaleRow(string(t.Value), t.Label))
	}
	out = append(out, Blank{}, Section{Text: "Credibility of a report", Note: Admiralty})
	for i, label := range briefing.Credibilities {
		out = append(out, scaleRow(fmt.Sprint(i+1), label))
	}
	out = append(out, Blank{}, Section{Text: "Findings", Note: "computed"},
		scaleRow("contested", "two claims of an open question are affirmed by different holders, or one claim by some and denied or questioned by others"),
		scaleRow("voices", "those who affirm or report a claim"),
		scaleRow("origins", "where what they say begins, when all that cite or copy others are followed back"),
		scaleRow("publications", "the documents in which they are quoted"))
	out = append(out, Blank{}, Section{Text: Flags, Note: "computed"})
	for _, t := range briefing.Flags {
		out = append(out, scaleRow(string(t.Value), t.Label))
	}
	out = append(out, Blank{}, Section{Text: "Quotes", Note: "checked word for word"})
	return append(out, scaleRow("exact", "the words stand in the source's text, once"),
		scaleRow("ambiguous", "they stand in more than one place"),
		scaleRow("missing", "they do not stand there"),
		scaleRow("unchecked", "the briefing holds no text of the source"))
}

// scaleCells is the width of the column of terms.
const scaleCells = 22

func scaleRow(term, meaning string) Block {
	return Entry{Lead: []Span{{Text: term, Role: Label}}, LeadCells: scaleCells, Body: []Span{own(meaning)}}
}
