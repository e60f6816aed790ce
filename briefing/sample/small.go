package sample

import (
	"testing"

	"sitrep/briefing/edtf"
)

// OneOfEach is a briefing with one item of every kind, each with a word of its own.
const OneOfEach = `
format: briefing/1
id: b
title: T
as_of: 2024-06-12
judgments: [{id: j, text: Judgmentword, question: q, likelihood: likely, evidence: [{s: Quoteword text}]}]
sources: [{id: s, title: Sourceword, kind: article, published: 2024-06-11, text: Quoteword text.}]
actors: [{id: a, name: Actorword, kind: person, evidence: [{s: Quoteword text}]}, {id: m, name: Member, kind: person, part_of: a}]
events: [{id: e, title: Eventword, when: 2024-06-11, actors: [a], evidence: [{s: Quoteword text}]}]
questions:
  - id: q
    text: Questionword?
    events: [e]
    claims: [{id: c, text: Claimword, positions: [{holder: m, stance: affirms, via: a, citing: [a, s]}, {holder: a, stance: denies, note: Positionword, evidence: [{s: Quoteword text}]}]}]
`

// Date returns the date that text is in EDTF, or none if text is empty.
func Date(t testing.TB, text string) edtf.Date {
	t.Helper()
	if text == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return d
}
