package briefing

import (
	"fmt"
	"strings"
	"testing"
)

// groundBriefing has a question on which sides share a source, a passage and
// an actor, and some do not.
func groundBriefing() *Briefing {
	from := func(source, quote string) []Evidence { return []Evidence{{Source: source, Quote: quote}} }
	return &Briefing{
		Sources: []Source{{ID: "wire"}, {ID: "paper"}, {ID: "blog"}},
		Actors:  []Actor{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "spy"}},
		Questions: []Question{
			{ID: "q", Claims: []Claim{
				{ID: "yes", Positions: []Position{
					{Holder: "a", Stance: "affirms", Evidence: from("wire", "one"), Citing: []string{"spy"}},
					{Holder: "b", Stance: "denies", Evidence: from("wire", "one")},
					{Holder: "c", Stance: "no-comment", Evidence: from("paper", "two")},
				}},
				{ID: "no", Positions: []Position{
					{Holder: "b", Stance: "affirms", Evidence: from("paper", "three"), Citing: []string{"spy"}},
					{Holder: "c", Stance: "questions", Evidence: from("blog", "four")},
				}},
			}},
			{ID: "alone", Claims: []Claim{{ID: "only", Positions: []Position{
				{Holder: "a", Stance: "affirms", Evidence: from("wire", "one")},
				{Holder: "b", Stance: "reports", Evidence: from("wire", "one")},
			}}}},
			{ID: "himself", Claims: []Claim{
				{ID: "this", Positions: []Position{{Holder: "a", Stance: "denies", Evidence: from("wire", "one")}}},
				{ID: "that", Positions: []Position{{Holder: "a", Stance: "affirms", Evidence: from("wire", "one")}}},
			}},
			{ID: "silence", Claims: []Claim{{ID: "nobody"}}},
		},
	}
}

func TestCommonGround(t *testing.T) {
	x := NewIndex(groundBriefing())
	tests := []struct {
		question string
		sides    int
		want     string
	}{
		{"q", 4, "source wire/0: yes/a yes/b; source wire/1: yes/a yes/b; actor spy/0: yes/a no/b"},
		{"alone", 1, ""},
		{"himself", 2, ""},
		{"silence", 0, ""},
	}
	for _, test := range tests {
		q := x.Question(test.question)
		var got []string
		for _, g := range x.CommonGround(q) {
			line := fmt.Sprintf("%s %s/%d:", g.Ref.Kind, g.Ref.ID, g.Passage)
			for _, s := range g.Stands {
				line += " " + s.ID
			}
			got = append(got, line)
		}
		if joined := strings.Join(got, "; "); joined != test.want {
			t.Errorf("%s: in common are %q, not %q", test.question, joined, test.want)
		}
		if got := x.Sides(q); got != test.sides {
			t.Errorf("%s: %d sides, not %d", test.question, got, test.sides)
		}
	}
}
