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
