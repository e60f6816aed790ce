package briefing

import (
	"fmt"
	"strings"
	"testing"
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

// inOneEvent is a briefing of events, each of which names so many actors, all of
// them twice.
func inOneEvent(events ...int) *Briefing {
	b := &Briefing{}
	for i := range 3000 {
		b.Actors = append(b.Actors, Actor{ID: fmt.Sprintf("a%d", i), Name: "Name"})
	}
	for i, n := range events {
		e := Event{ID: fmt.Sprintf("e%d", i)}
		for j := range 2 * n {
			e.Actors = append(e.Actors, Participant{Actor: b.Actors[j%n].ID})
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
		x := NewIndex(inOneEvent(tt.events...))
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
	b := &Briefing{Actors: []Actor{{ID: "a"}, {ID: "b"}}, Questions: []Question{{ID: "q", Claims: []Claim{{ID: "c", Positions: []Position{
		{Holder: "a", Via: "b", Citing: []string{"b", "b"}}, {Holder: "b", Citing: []string{"b"}}, {Holder: "b", Via: "b"},
	}}}}}}
	n := NewIndex(b).Named("b")
	if got := fmt.Sprint(n.Basis, n.Between, n.either); got != fmt.Sprint(
		[]Ref{{KindPosition, "c/a"}, {KindPosition, "c/b"}},
		[]Ref{{KindPosition, "c/a"}, {KindPosition, "c/b/2"}},
		[]Ref{{KindPosition, "c/a"}, {KindPosition, "c/b"}, {KindPosition, "c/b/2"}}) {
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
		{strings.Repeat("a", maxName), 0},
		{strings.Repeat("a", maxName+1), 1},
		{strings.Repeat("é", maxName), 1},
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
			if len(got) > maxName || got != CleanLine(got) || (got != tt.name) != strings.HasSuffix(got, "…") {
				t.Errorf("%d bytes are kept as %q", len(tt.name), got)
			}
		}
	}
}

// TestLongTextNamed names a judgment and a gap by the beginning of their text.
func TestLongTextNamed(t *testing.T) {
	text := strings.Repeat("é [[a|b]] ", maxName)
	x := NewIndex(&Briefing{Judgments: []Judgment{{ID: "j", Text: text}}, Gaps: []string{text}})
	for _, r := range []Ref{{KindJudgment, "j"}, {KindGap, "1"}} {
		if got := x.Name(r); len(got) > maxName || got != CleanLine(got) || !strings.HasSuffix(got, "…") {
			t.Errorf("%v is named by %d bytes: %q", r, len(got), got)
		}
	}
}

// TestManySilent names some of those who are silent, and leaves out of the
// count those of an event that too many questions ask about.
func TestManySilent(t *testing.T) {
	b := inOneEvent(1500, 2)
	for i := range 2000 {
		b.Questions = append(b.Questions, Question{ID: fmt.Sprintf("q%d", i), Events: []string{"e0", "e1"}})
	}
	if got := NewIndex(b).Silent(&b.Questions[7]); len(got) != 2 {
		t.Errorf("%d are silent, want those of the small event", len(got))
	}
	b.Questions = b.Questions[:8]
	silent := NewIndex(b).Silent(&b.Questions[7])
	if named, more := SomeSilent(silent); len(silent) != 1500 || len(named) != maxSilent || more != "and 1480 more" {
		t.Errorf("%d are silent, of whom %d are named, %s", len(silent), len(named), more)
	}
}

// TestRoles tells what an actor did in an event, each time that it is named.
func TestRoles(t *testing.T) {
	b := &Briefing{Actors: []Actor{{ID: "a"}, {ID: "b"}}, Events: []Event{{ID: "e", Actors: []Participant{
		{Actor: "a", Role: "host"}, {Actor: "b"}, {Actor: "a", Role: "guest"},
	}}}}
	x := NewIndex(b)
	if a, b := fmt.Sprint(x.Roles(&b.Events[0], "a")), fmt.Sprint(x.Roles(&b.Events[0], "b")); a != "[host guest]" || b != "[]" {
		t.Error(a, b)
	}
}

// TestContextOfManyPlaces looks a quote up together with the words beside it,
// and so only where these stand.
func TestContextOfManyPlaces(t *testing.T) {
	q := newQuotable(strings.Repeat("the bridge ", 100_000) + "at last the bridge.")
	for range 2000 {
		q.anchor(Quote{Words: "the bridge", Prefix: "nowhere", Suffix: "the"})
		if a := q.anchor(Quote{Words: "the bridge", Prefix: "last"}); a.State != Exact || a.Stretches[0].Start != 1_100_008 {
			t.Fatalf("it stands at %v", a)
		}
		if q.searched > 2*sortAfter {
			q.sort()
			q.searched = 0
		}
	}
}
