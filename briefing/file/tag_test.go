package file

import "testing"

// TestTagInEvidence: a tag is named as such where a source is named by its key.
func TestTagInEvidence(t *testing.T) {
	const head = "format: briefing/1\nid: b\ntitle: B\nas_of: 2024\nsources: [{id: ap, title: S, kind: post}]\njudgments:\n- id: j\n  text: J\n  evidence:\n"
	for _, c := range []struct{ evidence, code string }{
		{"- ap: !word", CodeTag}, {"- ap: !word it is", CodeTag}, {"- ap: !!str it is", CodeTag}, {"- ap: '!word'", ""},
	} {
		doc, err := Parse(head+"  "+c.evidence+"\n", "b", nil)
		if err != nil {
			t.Fatalf("%s: %v", c.evidence, err)
		}
		got := ""
		for _, p := range doc.Problems {
			got += p.Code
		}
		if got != c.code {
			t.Errorf("%s: %q, want %q", c.evidence, got, c.code)
		}
	}
}
