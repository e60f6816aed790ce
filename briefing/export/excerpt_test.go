package export

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// TestExcerptReadsBack tests that the JSON of any part of a briefing reads back
// without a problem, with exactly the requested items and what they name, and
// that the briefing is not changed.
func TestExcerptReadsBack(t *testing.T) {
	for _, info := range briefing.Parts {
		part := info.Part
		for _, keep := range []func(briefing.Ref) bool{nil, func(r briefing.Ref) bool { return len(r.ID)%2 == 0 }, func(briefing.Ref) bool { return false }} {
			r := &Request{Index: sample(t), Only: []briefing.Part{part}, Keep: keep}
			before := jsonOf(t, r.Index.Briefing)
			var out bytes.Buffer
			if _, err := writeJSON(&out, r); err != nil {
				t.Fatal(err)
			}
			if jsonOf(t, r.Index.Briefing) != before {
				t.Fatalf("%s: the briefing itself is changed", part)
			}
			doc, err := file.Parse(out.Bytes(), "excerpt", nil)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range doc.Problems {
				t.Errorf("%s: %s", part, p)
			}
			checkExcerpt(t, part, r, doc.Briefing)
		}
	}
}

// checkExcerpt compares the contents of an excerpt of one part with the
// request.
func checkExcerpt(t *testing.T, part briefing.Part, r *Request, b *briefing.Briefing) {
	t.Helper()
	for name, got := range map[briefing.Part][2]int{
		briefing.PartBrief:    {len(b.Judgments) + len(b.Gaps), len(r.Judgments()) + len(r.Gaps())},
		briefing.PartTimeline: {len(b.Events), len(r.Events())},
		briefing.PartClaims:   {len(b.Questions), len(r.Questions())},
	} {
		if name != part && got[0] > 0 || name == part && got[0] != got[1] {
			t.Errorf("of %s: %d in %s, of %d", part, got[0], name, got[1])
		}
	}
	for _, s := range r.Sources() {
		if part == briefing.PartSources && !slices.ContainsFunc(b.Sources, func(o briefing.Source) bool { return o.ID == s.ID && o.Text == s.Text }) {
			t.Errorf("source %s is not in it, or is another", s.ID)
		}
	}
	for _, a := range r.Actors() {
		if part == briefing.PartActors && !slices.ContainsFunc(b.Actors, func(o briefing.Actor) bool { return o.ID == a.ID && len(o.Evidence) == len(a.Evidence) }) {
			t.Errorf("actor %s is not in it, or is another", a.ID)
		}
	}
}

func jsonOf(t *testing.T, b *briefing.Briefing) string {
	t.Helper()
	var out bytes.Buffer
	if err := file.WriteJSON(&out, b); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestExcerptLosses(t *testing.T) {
	const text = `format: briefing/1
id: b
title: T
as_of: 2024-06-12
bottom_line: "[[e|It]] is closed, says [[a]]; see [[c|his word]] and [[q]]."
judgments: [{id: j, text: It is., question: q}]
actors: [{id: a, name: A, kind: person, part_of: o}, {id: o, name: O, kind: organization}, {id: z, name: Z, kind: person}]
events: [{id: e, title: E, when: 2024, actors: [a]}]
questions: [{id: q, text: Q?, events: [e], claims: [{id: c, text: C., positions: [{holder: a, stance: affirms}]}]}]
`
	doc, err := file.Parse([]byte(text), "b", nil)
	if err != nil || len(doc.Problems) > 0 {
		t.Fatal(err, doc.Problems)
	}
	x := briefing.NewIndex(doc.Briefing)
	for _, test := range []struct{ only, bottomLine, actors, losses string }{
		{"brief,timeline", "[[e|It]] is closed, says [[a]]; see his word and Q?.", "a o", "reference to what is not asked for (2), question of a judgment (1)"},
		{"claims", "", "a o", "event of a question (1)"},
		{"brief", "It is closed, says A; see his word and Q?.", "", "reference to what is not asked for (4), question of a judgment (1)"},
		{"brief,claims,timeline", "[[e|It]] is closed, says [[a]]; see [[c|his word]] and [[q]].", "a o", ""},
	} {
		parts, err := ParseParts(test.only)
		if err != nil {
			t.Fatal(err)
		}
		b, losses := excerpt(&Request{Index: x, Only: parts})
		var actors []string
		for _, a := range b.Actors {
			actors = append(actors, a.ID)
		}
		if b.BottomLine != test.bottomLine || strings.Join(actors, " ") != test.actors || losses.String() != test.losses {
			t.Errorf("%s: %q, actors %v, losses %q", test.only, b.BottomLine, actors, losses)
		}
	}
}
