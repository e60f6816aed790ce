package page

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/briefing"
)

// TestCrowd says of an actor whose only event has too many actors that it is
// not told who appears with it.
func TestCrowd(t *testing.T) {
	b := &briefing.Briefing{Events: []briefing.Event{{ID: "e", Title: "E"}}}
	for i := range 3000 {
		id := fmt.Sprintf("a%d", i)
		b.Actors = append(b.Actors, briefing.Actor{ID: id, Name: "Name"})
		b.Events[0].Actors = append(b.Events[0].Actors, briefing.Participant{Actor: id})
	}
	x := briefing.NewIndex(b)
	const want = "computed, without 1 event that too many take part in"
	if got := fmt.Sprint(Actor(x, &b.Actors[0])); !strings.Contains(got, want) {
		t.Errorf("the page does not say so: %s", got)
	}
	if got := fmt.Sprint(appearsWith(x, "a0")[1].(Section).Note); got != want {
		t.Errorf("the note is %q", got)
	}
}

// TestManyInRow has the row of a claim name some of many positions, and count
// the others.
func TestManyInRow(t *testing.T) {
	b := &briefing.Briefing{Questions: []briefing.Question{{ID: "q", Claims: []briefing.Claim{{ID: "c"}}}}}
	c := &b.Questions[0].Claims[0]
	for i := range maxInRow + 5 {
		c.Positions = append(c.Positions, briefing.Position{Holder: fmt.Sprintf("a%d", i), Stance: briefing.Affirms})
	}
	who := ClaimListRow(briefing.NewIndex(b), c).Under[0]
	if last := who[len(who)-2].Text; last != " and 5 more" || len(who) > 4*maxInRow+2 {
		t.Errorf("%d spans, the last of the names %q", len(who), last)
	}
}
