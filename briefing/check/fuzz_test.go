package check

import (
	"testing"

	"sitrep/briefing/clean"
	"sitrep/briefing/file"
)

// FuzzCheck makes sure that nothing that can be read as a briefing brings the
// check down, and that all it says is clean and explained.
func FuzzCheck(f *testing.F) {
	f.Add(file.Template())
	f.Add([]byte(head + `bottom_line: "[[a|b.]] Mr. “x” U.S. No 5…"
judgments: [{id: j, text: "may “could", likelihood: likely, evidence: [{s: "a [...] b"}, {s: "[...]"}]}]
sources: [{id: s, title: t, kind: post, origin: s, text: "b a. b"}]
actors: [{id: a, name: n, kind: group, part_of: a}]
questions: [{id: q, text: t, claims: [{id: c, text: t, positions: [{holder: a, stance: denies, citing: [a, s], credibility: 1}]}]}]
`))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := file.Parse(data, "fuzz", nil)
		if err != nil {
			return
		}
		for _, p := range Document(doc) {
			if _, _, ok := FindCode(p.Code); !ok {
				t.Errorf("%s is not explained", p.Code)
			}
			if p.Message != clean.Line(p.Message) || p.Hint != clean.Line(p.Hint) {
				t.Errorf("not clean: %+q, %+q", p.Message, p.Hint)
			}
		}
	})
}
