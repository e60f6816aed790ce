package file

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// TestLongID leaves out an item whose id is too long, as it does with other
// wrong ids.
func TestLongID(t *testing.T) {
	actor := func(n int) string {
		return "- {id: " + strings.Repeat("a", n) + ", name: N, kind: person}\n"
	}
	doc, err := Parse([]byte(head+"actors:\n"+actor(maxID)+actor(maxID+1)), "x", nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Briefing.Actors) != 1 || len(doc.Problems) != 1 || doc.Problems[0].Code != CodeBadID ||
		!strings.Contains(doc.Problems[0].Message, "at most 100 bytes, and this has 101") {
		t.Errorf("%d actors, problems %v", len(doc.Briefing.Actors), doc.Problems)
	}
}

// TestGuessingIsBounded has the guesses of a file end by the bytes that are
// compared, whether its ids are few and long or many and short.
func TestGuessingIsBounded(t *testing.T) {
	for _, letters := range []int{10, 95} {
		var text strings.Builder
		text.WriteString(head + "actors:\n")
		const actors = 5000
		for i := range actors {
			fmt.Fprintf(&text, "- {id: %s%05d, name: N, kind: person}\n", strings.Repeat("a", letters-5), i)
		}
		text.WriteString("gaps:\n")
		wants := maxGuessing / (actors * letters)
		for i := range min(wants+20, maxProblems) {
			fmt.Fprintf(&text, "- '[[%sb%05d]]'\n", strings.Repeat("a", letters-6), i)
		}
		doc, err := Parse([]byte(text.String()), "x", nil)
		if err != nil {
			t.Fatal(err)
		}
		guessed := 0
		for _, p := range doc.Problems {
			if strings.HasPrefix(p.Hint, didYouMean) {
				guessed++
			}
		}
		if guessed != wants {
			t.Errorf("%d of %d references to ids of %d letters get a guess, want %d", guessed, len(doc.Problems), letters, wants)
		}
	}
}

// inOneEvent returns a briefing of events, each of which names so many actors,
// all of them twice.
func inOneEvent(events ...int) *briefing.Briefing {
	b := &briefing.Briefing{}
	for i := range 3000 {
		b.Actors = append(b.Actors, briefing.Actor{ID: fmt.Sprintf("a%d", i), Name: "Name"})
	}
	for i, n := range events {
		e := briefing.Event{ID: fmt.Sprintf("e%d", i)}
		for j := range 2 * n {
			e.Actors = append(e.Actors, briefing.Participant{Actor: b.Actors[j%n].ID})
		}
		b.Events = append(b.Events, e)
	}
	return b
}

// TestCrowds leaves events out of who appears with whom, the largest first, as
// far as that would be more than the index works out.
func TestCrowds(t *testing.T) {
	for _, tt := range []struct {
		events       []int
		with, crowds int
	}{
		{[]int{3, 2}, 2, 0},
		{[]int{300, 300}, 299, 0},
		{[]int{300, 3000}, 299, 1},
		{[]int{3000}, 0, 1},
	} {
		x := briefing.NewIndex(inOneEvent(tt.events...))
		with := x.AppearsWith("a0")
		if len(with) != tt.with || x.Crowds("a0") != tt.crowds {
			t.Errorf("%v: with %d actors, %d crowds; want %d, %d", tt.events, len(with), x.Crowds("a0"), tt.with, tt.crowds)
		}
		if tt.with > 0 && tt.crowds == 0 && with[0].Events != len(tt.events) {
			t.Errorf("%v: %d events with the first", tt.events, with[0].Events)
		}
	}
}

// TestNamed tells those that cite an actor from those that are known through it.
func TestNamed(t *testing.T) {
	b := &briefing.Briefing{Actors: []briefing.Actor{{ID: "a"}, {ID: "b"}}, Questions: []briefing.Question{{ID: "q", Claims: []briefing.Claim{{ID: "c", Positions: []briefing.Position{
		{Holder: "a", Via: "b", Citing: []string{"b", "b"}}, {Holder: "b", Citing: []string{"b"}}, {Holder: "b", Via: "b"},
	}}}}}}
	n := briefing.NewIndex(b).Named("b")
	if got := fmt.Sprint(n.Basis, n.Via, n.Either); got != fmt.Sprint(
		[]briefing.Ref{{Kind: briefing.KindPosition, ID: "c/a"}, {Kind: briefing.KindPosition, ID: "c/b"}},
		[]briefing.Ref{{Kind: briefing.KindPosition, ID: "c/a"}, {Kind: briefing.KindPosition, ID: "c/b/2"}},
		[]briefing.Ref{{Kind: briefing.KindPosition, ID: "c/a"}, {Kind: briefing.KindPosition, ID: "c/b"}, {Kind: briefing.KindPosition, ID: "c/b/2"}}) {
		t.Error(got)
	}
}

// TestLongName cuts a name that is too long between characters, and keeps its
// item.
func TestLongName(t *testing.T) {
	for _, tt := range []struct {
		name     string
		problems int
	}{
		{strings.Repeat("a", briefing.MaxName), 0},
		{strings.Repeat("a", briefing.MaxName+1), 1},
		{strings.Repeat("é", briefing.MaxName), 1},
	} {
		doc, err := Parse([]byte(head+"actors:\n- {id: a, name: "+tt.name+", kind: person}\nquestions:\n- {id: q, text: "+tt.name+", claims: [{id: c, text: "+tt.name+"}]}\n"), "x", nil)
		if err != nil {
			t.Fatal(err)
		}
		b := doc.Briefing
		if len(b.Actors) != 1 || len(b.Questions) != 1 || len(doc.Problems) != 3*tt.problems {
			t.Fatalf("%d actors, %d questions, problems %v", len(b.Actors), len(b.Questions), doc.Problems)
		}
		for _, got := range []string{b.Actors[0].Name, b.Questions[0].Text, b.Questions[0].Claims[0].Text} {
			if len(got) > briefing.MaxName || got != clean.Line(got) || (got != tt.name) != strings.HasSuffix(got, "…") {
				t.Errorf("%d bytes are kept as %q", len(tt.name), got)
			}
		}
	}
}

// TestLongTextNamed names a judgment and a gap by the beginning of their text.
func TestLongTextNamed(t *testing.T) {
	text := strings.Repeat("é [[a|b]] ", briefing.MaxName)
	x := briefing.NewIndex(&briefing.Briefing{Judgments: []briefing.Judgment{{ID: "j", Text: text}}, Gaps: []string{text}})
	for _, r := range []briefing.Ref{{Kind: briefing.KindJudgment, ID: "j"}, {Kind: briefing.KindGap, ID: "1"}} {
		if got := x.Name(r); len(got) > briefing.MaxName || got != clean.Line(got) || !strings.HasSuffix(got, "…") {
			t.Errorf("%v is named by %d bytes: %q", r, len(got), got)
		}
	}
}

// TestManySilent names some of those who are silent, and leaves out of the
// count those of an event that too many questions ask about.
func TestManySilent(t *testing.T) {
	b := inOneEvent(1500, 2)
	for i := range 2000 {
		b.Questions = append(b.Questions, briefing.Question{ID: fmt.Sprintf("q%d", i), Events: []string{"e0", "e1"}})
	}
	if got := briefing.NewIndex(b).Silent(&b.Questions[7]); len(got) != 2 {
		t.Errorf("%d are silent, want those of the small event", len(got))
	}
	b.Questions = b.Questions[:8]
	silent := briefing.NewIndex(b).Silent(&b.Questions[7])
	if named, more := briefing.SomeSilent(silent); len(silent) != 1500 || len(named) != briefing.MaxSilent || more != "and 1480 more" {
		t.Errorf("%d are silent, of whom %d are named, %s", len(silent), len(named), more)
	}
}
