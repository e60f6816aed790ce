package file

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitrep/briefing/sample"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/edtf"
)

// sameDates compares dates as they are written.
var sameDates = cmp.Comparer(func(a, b edtf.Date) bool { return a.String() == b.String() })

// sameBriefing compares all of a briefing but where its parts stand in a file, and
// whether that has their ids.
var sameBriefing = cmp.Options{
	cmp.Comparer(func(briefing.Pos, briefing.Pos) bool { return true }), sameDates,
	cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".MadeID" }, cmp.Ignore()),
}

const small = `# a comment
format: briefing/1
id: b
title:   "Bridge \tclosed"   # behind a value
as_of: 2024-06-12
bottom_line: >
  The [[mayor]] says
  so.

sources:
- id: ap
  title: 2024
  kind: article
  text: |

    One.

    Two.
- {id: radio, title: Radio, kind: broadcast, text_kind: transcript, text: Three., reliability: C}
actors:
    - id: mayor
      name: no
      kind: person
      evidence:
      - ap: >-
          One
          Two
      - {source: radio, note: x}
events:
- {id: a, title: A, when: 2024, actors: [mayor, {actor: mayor, role: host}]}
- id: b
  title: B
  when: {date: "2024-06~", said: lately, alternatives: [{date: 2023}]}
questions:
- id: q
  text: Why?
  claims:
  - id: c
    text: Because.
    positions:
    - {holder: mayor, stance: no-comment, credibility: 2, citing: [ap, mayor]}
`

func smallBriefing(t *testing.T) *briefing.Briefing {
	return &briefing.Briefing{
		ID: "b", Title: "Bridge     closed", AsOf: sample.Date(t, "2024-06-12"), Language: "en", BottomLine: "The [[mayor]] says so.",
		Sources: []briefing.Source{
			{ID: "ap", Title: "2024", Kind: "article", Grade: briefing.Grade{Reliability: "F"}, Status: briefing.SourceCurrent, Text: "One.\n\nTwo.", TextKind: "original", Pos: briefing.Pos{Line: 11, Col: 3}},
			{ID: "radio", Title: "Radio", Kind: "broadcast", Grade: briefing.Grade{Reliability: "C"}, Status: briefing.SourceCurrent, Text: "Three.", TextKind: "transcript", Pos: briefing.Pos{Line: 19, Col: 3}},
		},
		Actors: []briefing.Actor{{ID: "mayor", Name: "no", Kind: briefing.ActorPerson, Evidence: []briefing.Evidence{
			{Source: "ap", Quote: "One Two", Pos: briefing.Pos{Line: 25, Col: 9}}, {Source: "radio", Note: "x", Pos: briefing.Pos{Line: 28, Col: 9}},
		}, Pos: briefing.Pos{Line: 21, Col: 7}}},
		Events: []briefing.Event{
			{ID: "a", Title: "A", When: briefing.When{Date: sample.Date(t, "2024")}, Status: briefing.EventOccurred, Certainty: briefing.CertaintyReported,
				Actors: []briefing.Participant{{Actor: "mayor"}, {Actor: "mayor", Role: "host"}}, Pos: briefing.Pos{Line: 30, Col: 3}},
			{ID: "b", Title: "B", When: briefing.When{Date: sample.Date(t, "2024-06~"), Said: "lately", Alternatives: []briefing.Alternative{{Date: sample.Date(t, "2023")}}},
				Status: briefing.EventOccurred, Certainty: briefing.CertaintyReported, Pos: briefing.Pos{Line: 31, Col: 3}},
		},
		Questions: []briefing.Question{{ID: "q", Text: "Why?", Status: briefing.QuestionOpen, Claims: []briefing.Claim{{ID: "c", Text: "Because.", Positions: []briefing.Position{
			{Holder: "mayor", Stance: briefing.NoComment, Credibility: 2, Citing: []string{"ap", "mayor"}, Pos: briefing.Pos{Line: 41, Col: 7}},
		}, Pos: briefing.Pos{Line: 38, Col: 5}}}, Pos: briefing.Pos{Line: 35, Col: 3}}},
	}
}

func TestParse(t *testing.T) {
	for name, text := range map[string]string{
		"as it is": small, "with a byte order mark": "\ufeff" + small, "from Windows": strings.ReplaceAll(small, "\n", "\r\n"),
	} {
		doc, err := Parse([]byte(text), "x", nil)
		if err != nil {
			t.Fatal(name, err)
		}
		for _, p := range doc.Problems {
			t.Error(name, p)
		}
		if diff := cmp.Diff(smallBriefing(t), doc.Briefing, sameDates); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

func TestParseJSON(t *testing.T) {
	text := `
	{"format": "briefing/1", "id": "b", "title": "\u001b[31m \ud83d\ude00 \"q\"", "as_of": 2024, "é": 1,
	 "actors": [{"id": "a", "name": "A\tB\r\nC", "kind": "state"},
	            {"id": "b", "name": "B", "kind": "state", "summary": "x\r\n\ny [[a]]"}]
	}
`
	doc, err := Parse([]byte(text), "x", nil)
	if err != nil {
		t.Fatal(err)
	}
	want := &briefing.Briefing{
		ID: "b", Title: "\ufffd[31m \U0001f600 \"q\"", AsOf: sample.Date(t, "2024"), Language: "en",
		Actors: []briefing.Actor{
			{ID: "a", Name: "A    B C", Kind: "state", Pos: briefing.Pos{Line: 3, Col: 14}},
			{ID: "b", Name: "B", Kind: "state", Summary: "x\n\ny [[a]]", Pos: briefing.Pos{Line: 4, Col: 14}},
		},
	}
	if diff := cmp.Diff(want, doc.Briefing, sameDates); diff != "" {
		t.Error(diff)
	}
	if len(doc.Problems) != 1 || doc.Problems[0].Pos != (briefing.Pos{Line: 2, Col: 95}) {
		t.Errorf("problems: %v", doc.Problems)
	}
}

func TestYAMLAndJSONAreTheSame(t *testing.T) {
	want := generate(t, 200)
	data := jsonOf(t, want)
	for name, text := range map[string][]byte{"json": data, "yaml": sample.FromJSON(data)} {
		doc, err := Parse(text, name, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range doc.Problems {
			t.Error(p)
		}
		if diff := cmp.Diff(want, doc.Briefing, sameBriefing); diff != "" {
			t.Errorf("%s: read back is different:\n%s", name, diff)
		}
	}
}

func TestLoad(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "texts"), 0o755); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "b\x1b.yaml")
	for name, text := range map[string]string{
		path:                                  head + "sources: [{id: ap, title: AP, kind: post, text_file: texts/ap.txt, text_kind: digest}]\n",
		filepath.Join(dir, "texts", "ap.txt"): "\ufeff\r\nOne.\r\n\r\nTwo\x1b.\r\n",
	} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	doc, err := Load(path)
	if err != nil {
		t.Fatal(err)
	}
	if doc.Path != path || doc.Name != clean.Line(path) || len(doc.Problems) > 0 {
		t.Errorf("%q, %q, problems %v", doc.Path, doc.Name, doc.Problems)
	}
	if s := doc.Briefing.Sources[0]; s.Text != "One.\n\nTwo\ufffd." || s.TextKind != "digest" {
		t.Errorf("%q, %s", s.Text, s.TextKind)
	}
}

// TestProblemsAreInOrder has problems that are found late stand where they are.
func TestProblemsAreInOrder(t *testing.T) {
	doc, err := Parse([]byte(head+"bottom_line: \"[[nobody]]\"\ncolour: blue\nversion: x\n"), "x", nil)
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, p := range doc.Problems {
		codes = append(codes, p.Code)
	}
	if diff := cmp.Diff([]string{CodeDanglingReference, CodeUnknownKey, CodeBadValue}, codes); diff != "" {
		t.Error(diff)
	}
}
