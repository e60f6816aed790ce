package check

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/briefing/file"
)

// TestDatesWithoutAZone has every date that is compared with the cut-off on
// both sides of what it can be anywhere on earth.
func TestDatesWithoutAZone(t *testing.T) {
	const text = `format: briefing/1
id: zones
title: Zones
as_of: %s
issued: %s
sources:
  - {id: s, title: S, kind: article, published: %s}
actors:
  - {id: a, name: A, kind: person}
events:
  - {id: happened, title: H, when: %[3]s}
  - {id: goes-on, title: G, when: %[3]s, status: ongoing}
  - {id: expected, title: X, when: %[2]s, status: expected}
questions:
  - id: q
    text: Q?
    claims: [{id: c, text: C., positions: [{holder: a, stance: affirms, said: %[3]s}]}]
`
	late := []string{CodePublishedAfterAsOf, CodeOccurredAfterAsOf, CodeOccurredAfterAsOf, CodeSaidAfterAsOf}
	early := []string{CodeExpectedBeforeAsOf, CodeIssuedBeforeAsOf}
	for _, tt := range []struct {
		asOf, before, after string
		early, late         bool
	}{
		{"2024-06-12T18:00Z", "2024-06-12", "2024-06-13", false, false}, // it is on sale in Tokyo
		{"2024-06-12T18:00Z", "2024-06-12T06:01", "2024-06-12T19:00", false, false},
		{"2024-06-12T18:00Z", "2024-06-12T05:59", "2024-06-13T08:01", true, true},
		{"2024-06-12T18:00Z", "2024-06-11", "2024-06-14", true, true},
		{"2024-06-12T18:00Z", "2024-06-12T19:59+02:00", "2024-06-12T20:01+02:00", true, true},
		{"2024-06-12", "2024-06-11", "2024-06-13", true, true}, // the same zone, whichever it is
		{"2024-06-12", "2024-06-11T23:00Z", "2024-06-13T01:00Z", false, false},
		{"2024-06-12", "2024-06-11T09:59Z", "2024-06-13T12:00Z", true, true},
	} {
		doc, err := file.Parse(fmt.Appendf(nil, text, tt.asOf, tt.before, tt.after), "test", nil)
		if err != nil || len(doc.Problems) > 0 {
			t.Fatalf("%v %v", err, doc.Problems)
		}
		said := map[string]int{}
		for _, p := range Document(doc) {
			if strings.HasSuffix(p.Code, "-as-of") {
				said[p.Code]++
			}
		}
		want := map[string]int{}
		for _, code := range late {
			if tt.late {
				want[code]++
			}
		}
		for _, code := range early {
			if tt.early {
				want[code]++
			}
		}
		if fmt.Sprint(said) != fmt.Sprint(want) {
			t.Errorf("as of %s, %s and %s: said %v, want %v", tt.asOf, tt.before, tt.after, said, want)
		}
	}
}
