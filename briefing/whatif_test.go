package briefing

import (
	"strings"
	"testing"
)

func TestWithout(t *testing.T) {
	b := func() *Briefing {
		return &Briefing{
			Sources: []Source{{ID: "root"}, {ID: "copy", Origin: "root"}, {ID: "second", Origin: "copy"}, {ID: "other"}},
			Actors:  []Actor{{ID: "mayor"}, {ID: "clerk"}},
			Events: []Event{
				{ID: "closing", Evidence: []Evidence{{Source: "second"}, {Source: "other"}}},
				{ID: "opening", Evidence: []Evidence{{Source: "copy"}}},
			},
			Questions: []Question{{ID: "q", Claims: []Claim{{ID: "c", Positions: []Position{
				{Holder: "mayor", Stance: Affirms, Evidence: []Evidence{{Source: "root"}}},
				{Holder: "clerk", Stance: Denies, Via: "mayor", Evidence: []Evidence{{Source: "other"}}},
				{Holder: "clerk", Stance: Questions},
			}}}}},
		}
	}
	for _, c := range []struct{ ids, want string }{
		{"", "closing:second,other opening:copy mayor:root clerk:other clerk:"},
		{"root", "closing:other opening: clerk:other clerk:"},
		{"copy", "closing:other opening: mayor:root clerk:other clerk:"},
		{"second", "closing:other opening:copy mayor:root clerk:other clerk:"},
		{"other", "closing:second opening:copy mayor:root clerk:"},
		{"mayor", "closing:second,other opening:copy clerk:"},
		{"clerk root", "closing:other opening:"},
		{"c/clerk", "closing:second,other opening:copy mayor:root clerk:"},
		{"c/clerk/2 c/mayor", "closing:second,other opening:copy clerk:other"},
	} {
		full := b()
		left := NewIndex(full).Without(strings.Fields(c.ids)...)
		if got := evidenceLeft(left); got != c.want {
			t.Errorf("without %q there is %s, want %s", c.ids, got, c.want)
		}
		if got, want := evidenceLeft(full), evidenceLeft(b()); got != want {
			t.Errorf("leaving out %q has changed the briefing to %s", c.ids, got)
		}
	}
}

// evidenceLeft is the events and positions of a briefing with their sources.
func evidenceLeft(b *Briefing) string {
	var out []string
	add := func(name string, list []Evidence) {
		var sources []string
		for _, e := range list {
			sources = append(sources, e.Source)
		}
		out = append(out, name+":"+strings.Join(sources, ","))
	}
	for _, e := range b.Events {
		add(e.ID, e.Evidence)
	}
	for _, p := range b.Questions[0].Claims[0].Positions {
		add(p.Holder, p.Evidence)
	}
	return strings.Join(out, " ")
}

func TestEffects(t *testing.T) {
	b := &Briefing{
		Sources: []Source{{ID: "paper"}, {ID: "radio"}},
		Actors:  []Actor{{ID: "mayor"}, {ID: "clerk"}, {ID: "port"}},
		Judgments: []Judgment{
			{ID: "j", Evidence: []Evidence{{Source: "paper"}}},
			{ID: "both", Evidence: []Evidence{{Source: "paper"}, {Source: "radio"}}},
			{ID: "none"},
		},
		Events: []Event{{ID: "e", Evidence: []Evidence{{Source: "radio"}}}},
		Questions: []Question{{ID: "q", Claims: []Claim{
			{ID: "c", Positions: []Position{
				{Holder: "mayor", Stance: Affirms, Evidence: []Evidence{{Source: "paper"}}},
				{Holder: "clerk", Stance: Reports, Evidence: []Evidence{{Source: "radio"}}},
				{Holder: "port", Stance: Denies},
			}},
			{ID: "d", Positions: []Position{{Holder: "clerk", Stance: Affirms, Evidence: []Evidence{{Source: "radio"}}}}},
		}}},
	}
	for _, test := range []struct{ without, want string }{
		{"", ""},
		{"paper", "j resting on nothing; q no longer contested; c with fewer origins"},
		{"radio", "c with fewer origins; d without any support; e resting on nothing"},
		{"port", "q no longer contested"},
		{"mayor", "q no longer contested; c with fewer origins"},
		{"mayor clerk", "q no longer contested; c without any support; d without any support"},
	} {
		var got []string
		for _, e := range Effects(NewIndex(b), NewIndex(NewIndex(b).Without(strings.Fields(test.without)...))) {
			got = append(got, e.Ref.ID+" "+string(e.What))
		}
		if s := strings.Join(got, "; "); s != test.want {
			t.Errorf("without %q: %s, want %s", test.without, s, test.want)
		}
	}
}

// TestWithoutShares checks that what loses nothing is not copied.
func TestWithoutShares(t *testing.T) {
	b := &Briefing{
		Actors: []Actor{{ID: "a"}, {ID: "b", Evidence: []Evidence{{Source: "s"}, {Source: "other"}}}},
		Questions: []Question{
			{ID: "q", Claims: []Claim{{ID: "c", Positions: []Position{{Holder: "a"}, {Holder: "b"}}}, {ID: "d", Positions: []Position{{Holder: "b"}}}}},
			{ID: "r", Claims: []Claim{{ID: "e"}}},
		},
		Sources: []Source{{ID: "s"}, {ID: "other"}},
	}
	x := NewIndex(b)
	if left := x.Without("nothing"); &left.Actors[0] != &b.Actors[0] || &left.Questions[0] != &b.Questions[0] {
		t.Error("all is copied where nothing is left out")
	}
	left := x.Without("s")
	if got := left.Actors[1].Evidence; len(got) != 1 || got[0].Source != "other" || len(b.Actors[1].Evidence) != 2 {
		t.Errorf("without a source there is %v, and %v in the briefing", got, b.Actors[1].Evidence)
	}
	if left = x.Without("a"); len(left.Questions[0].Claims[0].Positions) != 1 || len(b.Questions[0].Claims[0].Positions) != 2 {
		t.Error("an actor's position stays, or is gone from the briefing")
	}
	if &left.Questions[0].Claims[1].Positions[0] != &b.Questions[0].Claims[1].Positions[0] {
		t.Error("the positions of a claim are copied though none goes")
	}
}
