package briefing_test

import (
	"testing"

	"sitrep/briefing"
)

// The loader lets only clean text through, but an index can be made of any.
func TestAnchorInTextThatIsNoUTF8(t *testing.T) {
	const text = "a  b\xff\xfe c" // two spaces: the text is folded
	b := &briefing.Briefing{
		Sources:   []briefing.Source{{ID: "s", Text: text}},
		Judgments: []briefing.Judgment{{ID: "j", Evidence: []briefing.Evidence{{Source: "s", Quote: "c"}, {Source: "s", Quote: "a b"}}}},
	}
	x := briefing.NewIndex(b)
	for i, want := range []string{"c", "a  b"} {
		anchor := x.Anchor(&x.Passages[i])
		if anchor.State != briefing.Exact {
			t.Fatalf("%q is %s", want, anchor.State)
		}
		if s := anchor.Stretches[0]; text[s.Start:s.End] != want {
			t.Errorf("%q stands at %q", want, text[s.Start:s.End])
		}
	}
}
