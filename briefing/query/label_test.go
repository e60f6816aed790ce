package query

import (
	"strings"
	"testing"
)

const labelled = `
format: briefing/1
id: labelled
title: Labelled
as_of: 2024-10-28
judgments: [{id: j, text: We judge it., tags: ["circl:topic"], external_ids: {stix: note--1}}]
sources:
  - {id: paper, title: Paper, kind: book, tags: [Draft paper], external_ids: {doi: 10.1000/ABC, isbn: [978-1, 978-2]}}
  - {id: scan, title: Scan, kind: image, tlp: RED, external_ids: {doi: 10.1000/xyz}}
actors:
  - {id: mayor, name: Mayor, kind: person, country: LV, tags: ["circl:incident=\"x\""]}
  - {id: clerk, name: Clerk, kind: person, external_ids: {wikidata: 42}}
events:
  - {id: fire, title: A fire, when: 2024-10-01, country: EE, actors: [clerk], tags: [circles], evidence: [{source: paper}]}
  - {id: flood, title: A flood, when: 2024-10-02, country: LV, evidence: [{source: scan}], external_ids: {misp: 978-1}}
questions:
  - id: q
    text: Was it arson?
    external_ids: {misp: "q:1"}
    claims:
      - id: c
        text: It was arson.
        tags: [arson]
        positions:
          - {holder: mayor, stance: affirms, tags: ["circl:*"], evidence: [{source: paper}]}
          - {holder: clerk, stance: denies}
`

func TestLabels(t *testing.T) {
	f := newFilter(t, labelled)
	for expr, want := range map[string]string{
		"tag:circl:topic":        "j",
		"tag:CIRCL:*":            "j mayor q c c/mayor paper",
		`tag:"circl:incident=*"`: "mayor",
		"tag:*":                  "j fire mayor clerk q c c/mayor c/clerk paper",
		"tag:arson":              "mayor clerk q c c/mayor c/clerk paper",
		"tag:arson,circles":      "fire mayor clerk q c c/mayor c/clerk paper",
		`tag:"draft paper"`:      "paper",
		"id:fire":                "fire clerk paper",
		"id:10.1000/abc":         "paper",
		"id:doi:10.1000/ABC":     "paper",
		"id:doi:*":               "scan paper",
		"id:978-1":               "flood scan paper",
		"id:misp:978-1":          "flood scan",
		"id:42":                  "clerk",
		"id:misp:q:1":            "mayor clerk q c c/mayor c/clerk paper",
		"id:stix:note*":          "j",
		"id:f*":                  "fire flood clerk paper scan",
		"id:C/*":                 "mayor clerk q c c/mayor c/clerk paper",
		"country:lv":             "flood mayor q c c/mayor scan paper",
		"country:EE":             "fire paper",
		"-tag:circles kind:book": "q c c/mayor mayor paper",
	} {
		got := strings.Fields(keeps(t, f, expr))
		if !sameItems(got, strings.Fields(want)) {
			t.Errorf("%s keeps %s, want %s", expr, strings.Join(got, " "), want)
		}
		if err := f.Check(mustParse(t, expr)); err != nil {
			t.Errorf("%s: %v", expr, err)
		}
	}
	for _, expr := range []string{"tag:circle", "tag:circlx:*", "id:doi:", "id:10.1000/ab", "id:nothing*", "country:FR"} {
		if f.Check(mustParse(t, expr)) == nil {
			t.Errorf("%s is found", expr)
		}
	}
}

func sameItems(a, b []string) bool {
	count := map[string]int{}
	for _, id := range a {
		count[id]++
	}
	for _, id := range b {
		count[id]--
	}
	for _, n := range count {
		if n != 0 {
			return false
		}
	}
	return len(a) == len(b)
}

// TestNegatedOnItself: what matches a negated term is not kept because something
// else leads to it.
func TestNegatedOnItself(t *testing.T) {
	f := newFilter(t, labelled)
	for expr, gone := range map[string]string{
		`-tag:"draft paper"`: "paper",
		"-tlp:RED":           "scan",
		"-id:mayor":          "mayor",
		"-id:wikidata:*":     "clerk",
	} {
		if got := keeps(t, f, expr); strings.Contains(" "+got+" ", " "+gone+" ") || got == "" {
			t.Errorf("%s keeps %s", expr, got)
		}
	}
}

func TestCompleteLabels(t *testing.T) {
	f := newFilter(t, labelled)
	for expr, want := range map[string]string{
		"tag:circl:":   "circl:topic, on 1 item",
		"tag:":         "circl:topic, on 1 item",
		"id:doi:10":    "paper, Paper",
		"id:q42":       "",
		"id:42":        "clerk, Clerk",
		"country:l":    "LV, of 2 actors and events",
		"country:e":    "EE, of 1 actor or event",
		"id:fi":        "fire, A fire",
		"tag:dr":       `"Draft paper", on 1 item`,
		"id:wikidata:": "clerk, Clerk",
	} {
		got := ""
		if list := f.Complete(expr, len(expr)); len(list) > 0 {
			got = list[0].Text + ", " + list[0].Meaning
		}
		if got != want {
			t.Errorf("%s: %s, want %s", expr, got, want)
		}
	}
}
