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
	} {
		full := b()
		left := Without(full, strings.Fields(c.ids)...)
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
		for _, e := range Effects(NewIndex(b), NewIndex(Without(b, strings.Fields(test.without)...))) {
			got = append(got, e.Ref.ID+" "+string(e.What))
		}
		if s := strings.Join(got, "; "); s != test.want {
			t.Errorf("without %q: %s, want %s", test.without, s, test.want)
		}
	}
}
