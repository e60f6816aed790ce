package briefing

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// stand is a position in short: "a+ b,c" is a, who affirms and cites b and c.
func stand(t *testing.T, short string) Position {
	t.Helper()
	holder, citing, _ := strings.Cut(short, " ")
	name, sign := holder[:len(holder)-1], holder[len(holder)-1:]
	p := Position{Holder: name, Stance: stanceOf(t, sign)}
	if citing != "" {
		p.Citing = strings.Split(citing, ",")
	}
	return p
}

func stanceOf(t *testing.T, sign string) Stance {
	t.Helper()
	for _, s := range Stances {
		if s.Sign == sign {
			return s.Value
		}
	}
	t.Fatalf("no stance has the sign %q", sign)
	return ""
}

func TestOrigins(t *testing.T) {
	sources := []Source{{ID: "paper"}, {ID: "copy", Origin: "paper"}, {ID: "x", Origin: "y"}, {ID: "y", Origin: "x"}, {ID: "z", Origin: "y"}}
	tests := []struct {
		name, positions, want string
	}{
		{"nobody", "a-", ""},
		{"each for itself", "a+; b~", "a b"},
		{"one cites the other", "b+ a; a+", "a"},
		{"two cite a third, who holds no position", "a+ c; b+ c", "c"},
		{"a cited denier does not pass the support on", "a+ b; b-", "b"},
		{"a source and its copy", "a+ paper; b+ copy", "paper"},
		{"copies in a circle", "a+ x; b+ z", "x"},
		{"several bases", "a+ b,paper,c; b+", "b paper c"},
		{"a circle is one origin", "a+ b; b+ c; c+ a", "b"},
		{"a way into a circle adds none", "a+ b; b+ a; c+ a", "b"},
		{"a way into a circle that comes first", "c+ a; a+ b; b+ a", "a"},
		{"two circles", "a+ b; b+ a; c+ d; d+ c", "b d"},
		{"a circle with a way out", "a+ b; b+ a,c; c+", "c"},
		{"oneself", "a+ a", "a"},
		{"the same holder twice, once on its own account", "a+ b; a+; b+ a", "a"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := Claim{ID: "c"}
			for short := range strings.SplitSeq(test.positions, "; ") {
				c.Positions = append(c.Positions, stand(t, short))
			}
			x := NewIndex(&Briefing{Sources: sources, Questions: []Question{{ID: "q", Claims: []Claim{c}}}})
			got := strings.Join(x.Findings("c").Origins, " ")
			if got != test.want {
				t.Errorf("the origins are %q, not %q", got, test.want)
			}
		})
	}
}

// TestOriginsOfManyWays has more ways from the first position to an origin than
// could be gone one by one.
func TestOriginsOfManyWays(t *testing.T) {
	const layers, each = 60, 3
	c := Claim{ID: "c"}
	name := func(layer, i int) string { return fmt.Sprintf("actor-%d-%d", layer, i) }
	for layer := range layers {
		for i := range each {
			p := Position{Holder: name(layer, i), Stance: Affirms}
			for j := range each {
				p.Citing = append(p.Citing, name(layer+1, j))
			}
			c.Positions = append(c.Positions, p)
		}
	}
	x := NewIndex(&Briefing{Questions: []Question{{ID: "q", Claims: []Claim{c}}}})
	want := []string{name(layers, 0), name(layers, 1), name(layers, 2)}
	if diff := cmp.Diff(want, x.Findings("c").Origins); diff != "" {
		t.Error(diff)
	}
}

func TestRootSource(t *testing.T) {
	b := &Briefing{Sources: []Source{
		{ID: "first"}, {ID: "second", Origin: "first"}, {ID: "third", Origin: "second"},
		{ID: "in", Origin: "c"}, {ID: "c", Origin: "a"}, {ID: "a", Origin: "b"}, {ID: "b", Origin: "c"}, {ID: "self", Origin: "self"},
	}}
	want := map[string]string{
		"first": "first", "second": "first", "third": "first",
		"in": "a", "a": "a", "b": "a", "c": "a", "self": "self", "nothing": "nothing",
	}
	for id, root := range want {
		x := NewIndex(b)
		for range 2 { // worked out, then looked up
			if got := x.RootSource(id); got != root {
				t.Errorf("the root of %s is %s, not %s", id, got, root)
			}
		}
	}
}

func TestContested(t *testing.T) {
	tests := []struct {
		name   string
		status QuestionStatus
		claims []string
		want   bool
	}{
		{"one holder of two claims", QuestionOpen, []string{"a+", "a+"}, false},
		{"two holders of two claims", QuestionOpen, []string{"a+", "b+"}, true},
		{"the same, settled", QuestionSettled, []string{"a+", "b+"}, false},
		{"two holders of one claim", QuestionOpen, []string{"a+; b+"}, false},
		{"two holders of one claim, one of them of another", QuestionOpen, []string{"a+; b+", "a+"}, true},
		{"affirmed and denied", QuestionSettled, []string{"a+; b-"}, true},
		{"affirmed and questioned", QuestionOpen, []string{"a+; b?"}, true},
		{"reported and denied", QuestionOpen, []string{"a~; b-"}, false},
		{"denied only", QuestionOpen, []string{"a-", "b-"}, false},
		{"affirmed, and no comment", QuestionOpen, []string{"a+; b."}, false},
	}
	for _, test := range tests {
		q := Question{ID: "q", Status: test.status}
		for i, positions := range test.claims {
			c := Claim{ID: fmt.Sprint("c", i)}
			for short := range strings.SplitSeq(positions, "; ") {
				c.Positions = append(c.Positions, stand(t, short))
			}
			q.Claims = append(q.Claims, c)
		}
		b := &Briefing{Questions: []Question{q}}
		if got := NewIndex(b).Contested(&b.Questions[0]); got != test.want {
			t.Errorf("%s: contested is %t", test.name, got)
		}
	}
}

func TestSilent(t *testing.T) {
	b := &Briefing{
		Actors: []Actor{{ID: "state"}, {ID: "ministry", PartOf: "state"}, {ID: "minister", PartOf: "ministry"}, {ID: "rebels"}, {ID: "loop", PartOf: "loop"}},
		Events: []Event{
			{ID: "e1", Actors: []Participant{{Actor: "state"}, {Actor: "rebels"}}},
			{ID: "e2", Actors: []Participant{{Actor: "rebels"}, {Actor: "ministry"}}},
		},
		Questions: []Question{{ID: "q", Events: []string{"e1", "e2"}, Claims: []Claim{
			{ID: "c", Positions: []Position{stand(t, "minister+"), stand(t, "loop-")}},
			{ID: "d"},
		}}},
	}
	x := NewIndex(b)
	for _, claim := range []string{"c", "d"} {
		if diff := cmp.Diff([]string{"rebels"}, x.Findings(claim).Silent); diff != "" {
			t.Errorf("%s: %s", claim, diff)
		}
	}
}

// TestFlags works out what is said of a claim. Each position is held by an
// actor of the question's event, but for the stranger.
func TestFlags(t *testing.T) {
	const text = "Yes, it is. No, it is not."
	for _, test := range []struct {
		name, positions      string
		quotes               string // of each position, apart by a bar
		voices, publications int
		flags                []Flag
	}{
		{"nobody", "", "", 0, 0, []Flag{SilentParty}},
		{"one affirms", "a+", "s:Yes", 1, 1, []Flag{SingleOrigin, Uncorroborated, OneSided, SilentParty}},
		{"two affirm", "a+; b+", "s:Yes|s:Yes", 2, 1, []Flag{OneSided}},
		{"two affirm in two papers", "a+; b+", "s:Yes|t:Yes", 2, 2, []Flag{OneSided}},
		{"one affirms, one reports", "a+; b~", "s:Yes|t:Yes", 2, 2, []Flag{Uncorroborated, OneSided}},
		{"one affirms twice", "a+; a+", "s:Yes|t:Yes", 1, 2, []Flag{SingleOrigin, Uncorroborated, OneSided, SilentParty}},
		{"two report", "a~; b~", "", 2, 0, []Flag{OneSided}},
		{"one reports the other", "a+; b~ a", "", 2, 0, []Flag{SingleOrigin, Uncorroborated, OneSided}},
		{"affirmed and denied", "a+; b-", "s:Yes|t:No", 1, 1, []Flag{SingleOrigin, Uncorroborated}},
		{"affirmed, and no comment", "a+; b.", "s:Yes|", 1, 1, []Flag{SingleOrigin, Uncorroborated}},
		{"denied", "a-; b-", "s:No|t:No", 0, 0, nil},
		{"a quote of a denial is missing", "a+; b-", "s:Yes|t:Never", 1, 1, []Flag{SingleOrigin, Uncorroborated, QuoteMissing}},
		{"the first of two quotes is missing", "a+; b+", "s:Never,s:Yes|s:Yes", 2, 1, []Flag{OneSided, QuoteMissing}},
		{"a stranger", "stranger+; a+; b+", "", 3, 0, []Flag{OneSided}},
	} {
		c := Claim{ID: "c"}
		quotes := strings.Split(test.quotes, "|")
		for short := range strings.SplitSeq(test.positions, "; ") {
			if short == "" {
				continue
			}
			p := stand(t, short)
			if n := len(c.Positions); n < len(quotes) && quotes[n] != "" {
				for quoted := range strings.SplitSeq(quotes[n], ",") {
					source, quote, _ := strings.Cut(quoted, ":")
					p.Evidence = append(p.Evidence, Evidence{Source: source, Quote: quote})
				}
			}
			c.Positions = append(c.Positions, p)
		}
		x := NewIndex(&Briefing{
			Sources:   []Source{{ID: "s", Text: text}, {ID: "t", Text: text}},
			Actors:    []Actor{{ID: "a"}, {ID: "b"}, {ID: "stranger"}},
			Events:    []Event{{ID: "e", Actors: []Participant{{Actor: "a"}, {Actor: "b"}}}},
			Questions: []Question{{ID: "q", Events: []string{"e"}, Claims: []Claim{c}}},
		})
		got := x.Findings("c")
		if got.Voices != test.voices || got.Publications != test.publications || !slices.Equal(got.Flags, test.flags) {
			t.Errorf("%s: %d voices, %d publications, %v; want %d, %d, %v", test.name,
				got.Voices, got.Publications, got.Flags, test.voices, test.publications, test.flags)
		}
	}
}
