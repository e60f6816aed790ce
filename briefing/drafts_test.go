package briefing_test

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// proposed is a briefing in which d- begins the ids of drafts.
const proposed = `
format: briefing/1
id: b
title: T
as_of: 2024
questions:
  - id: d-q
    text: Q?
    draft: true
    claims:
      - id: d-c
        text: C
        draft: true
        positions:
          - {holder: d-person, stance: affirms, draft: true, evidence: [{d-source: Yes.}]}
      - id: d-other
        text: O
        draft: true
        positions:
          - {holder: d-person, stance: denies, draft: true, evidence: [{s: Yes.}]}
          - {holder: a, stance: denies, via: d-person}
  - id: q
    text: Mine?
    claims:
      - id: d-only
        text: Only [[d-person]]
        draft: true
        positions: [{holder: a, stance: reports, citing: [d-group]}]
  - id: q2
    text: Mine too?
    claims:
      - {id: c, text: Mine, positions: [{holder: d-person, stance: affirms, draft: true}]}
events:
  - {id: d-e, title: E, when: 2024, draft: true, actors: [a, d-person], evidence: [{d-source: Yes.}, {s: Yes.}]}
  - {id: e, title: Mine, when: 2024, summary: "By [[d-person]].", actors: [d-person]}
actors:
  - {id: a, name: A, kind: person}
  - {id: d-group, name: G, kind: group, draft: true}
  - {id: middle, name: M, kind: organization, part_of: d-group}
  - {id: d-person, name: P, kind: person, part_of: middle, draft: true}
sources:
  - {id: s, title: S, kind: post, text: Yes.}
  - {id: d-source, title: D, kind: post, text: Yes., draft: true}
`

func proposedIndex(t *testing.T) *briefing.Index {
	t.Helper()
	doc, err := file.Parse(proposed, "proposed", nil)
	if err != nil || len(doc.Problems) > 0 {
		t.Fatal(err, doc.Problems)
	}
	return doc.Index()
}

func ids(refs []briefing.Ref) string {
	return strings.Join(briefing.Map(refs, func(r briefing.Ref) string { return r.ID }), " ")
}

func TestDraftsInTheOrderOfTheFile(t *testing.T) {
	x := proposedIndex(t)
	want := "d-q d-c d-c/d-person d-other d-other/d-person d-only c/d-person d-e d-group d-person d-source"
	if got := ids(x.Drafts()); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	for _, r := range x.Drafts() {
		if x.Pos(r).Line == 0 {
			t.Errorf("%v has no position", r)
		}
	}
}

func TestDraftsFor(t *testing.T) {
	x := proposedIndex(t)
	for id, want := range map[string]string{
		"d-c/d-person": "d-c d-person d-source d-q d-group",
		"d-other/a":    "d-other d-person d-q d-group",
		"q":            "",
		"d-only/a":     "d-only d-group",
		"d-e":          "d-person d-source d-group",
		"d-person":     "d-group",
		"d-q":          "",
	} {
		ref, ok := x.Lookup(id)
		if got := ids(x.DraftsFor(ref)); !ok || got != want {
			t.Errorf("%s needs %q, not %q", id, got, want)
		}
	}
}

func TestFalls(t *testing.T) {
	x := proposedIndex(t)
	for id, want := range map[string]string{
		"d-c/d-person": "needs:  empty: d-c mentions: ",
		"d-other/a":    "needs:  empty:  mentions: ",
		"d-only/a":     "needs: q empty: d-only mentions: ",
		"d-only":       "needs: d-only/a q empty:  mentions: ",
		"d-q":          "needs: d-c d-other d-c/d-person d-other/d-person d-other/a empty:  mentions: ",
		"d-source":     "needs: d-c/d-person empty: d-c mentions: ",
		"d-group":      "needs:  empty:  mentions: ",
		"c/d-person":   "needs:  empty:  mentions: ",
		"d-person":     "needs: d-c/d-person d-other/d-person c/d-person d-other/a empty: d-c d-other d-q mentions: e",
		"d-e":          "needs:  empty:  mentions: ",
	} {
		ref, ok := x.Lookup(id)
		fall := x.Falls(ref)
		got := fmt.Sprintf("needs: %s empty: %s mentions: %s", ids(fall.Needs), ids(fall.Empty), ids(fall.Mentions))
		if !ok || got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", id, got, want)
		}
	}
}
