package check

import (
	"slices"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// TestWithheldIsNotMissing: what is withheld is not reported as missing in the
// rest, be it by a check or by a flag of a claim.
func TestWithheldIsNotMissing(t *testing.T) {
	for _, c := range []struct {
		limit briefing.TLP
		flags []briefing.Flag
		codes []string
	}{
		{"", []briefing.Flag{briefing.SingleOrigin, briefing.Uncorroborated}, nil},
		{"RED", []briefing.Flag{briefing.SingleOrigin, briefing.Uncorroborated}, nil},
		{"GREEN", nil, nil}, // without the rule: one-sided, silent-party
	} {
		doc, err := file.Parse(`format: briefing/1
id: b
title: B
as_of: 2024-06-12
tlp: GREEN
sources: [{id: ap, title: Wire, kind: article, reliability: B, text: It is closed. It is open.}]
actors: [{id: mayor, name: Mayor, kind: person}, {id: clerk, name: Clerk, kind: person}]
events: [{id: closure, title: Closed, when: 2024-06-11, actors: [mayor, clerk], evidence: [ap: It is closed.]}]
questions:
- id: q
  text: Is it closed?
  events: [closure]
  claims:
  - id: c
    text: It is.
    positions:
    - {holder: mayor, stance: affirms, evidence: [ap: It is closed.]}
    - {holder: clerk, stance: denies, tlp: RED, evidence: [ap: It is open.]}
`, "b.yaml", nil)
		if err != nil {
			t.Fatal(err)
		}
		if doc, err = doc.Redact(c.limit); err != nil {
			t.Fatal(err)
		}
		if got := doc.Index().Findings("c").Flags; !slices.Equal(got, c.flags) {
			t.Errorf("up to %q, the flags are %v, want %v", c.limit, got, c.flags)
		}
		var codes []string
		for _, p := range Document(doc) {
			codes = append(codes, p.Code)
		}
		if !slices.Equal(codes, c.codes) {
			t.Errorf("up to %q, the check says %v, want %v", c.limit, codes, c.codes)
		}
	}
}
