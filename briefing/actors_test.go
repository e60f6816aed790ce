package briefing

import (
	"fmt"
	"testing"
)

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
