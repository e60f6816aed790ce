package file

import (
	"slices"
	"strings"
	"testing"
)

const withoutIDs = head + `judgments:
  - text: It will reopen, says the [[port|port authority]].
    question: was-it-inspected
bottom_line: "[[bridge-closed]], [[bridge-closed-2]], [[taken]]."
actors:
  - {id: port, name: Port, kind: group}
  - {id: taken, name: Taken, kind: group}
events:
  - {title: Bridge closed, when: 2024}
  - {title: Bridge closed!, when: 2025}
  - {title: Taken, when: 2025}
  - {title: Мост закрыт, when: 2025}
  - {id: "", title: Bridge open, when: 2025}
questions:
  - text: Was it inspected?
    events: [bridge-closed-2]
    claims:
      - text: It was.
        positions: [{holder: port, stance: affirms}]
      - {id: it-was-2, text: It was not.}
      - text: It was!
`

func TestMadeIDs(t *testing.T) {
	doc, err := Parse(withoutIDs, "test", nil)
	if err != nil || len(doc.Problems) > 0 {
		t.Fatal(err, doc.Problems)
	}
	b := doc.Briefing
	var got []string
	for i := range b.Judgments {
		got = append(got, b.Judgments[i].ID)
	}
	for i := range b.Events {
		got = append(got, b.Events[i].ID)
	}
	for i := range b.Questions {
		got = append(got, b.Questions[i].ID)
		for k := range b.Questions[i].Claims {
			got = append(got, b.Questions[i].Claims[k].ID)
		}
	}
	want := strings.Fields(`it-will-reopen-says-the-port-authority
		bridge-closed bridge-closed-2 taken-2 event-79d975eb bridge-open
		was-it-inspected it-was it-was-2 it-was-3`)
	if !slices.Equal(got, want) {
		t.Errorf("the ids are\n%q, not\n%q", got, want)
	}
	checkRoundTrip(t, b)
}

// TestMadeIDsAreStable moves, adds and removes other items.
func TestMadeIDsAreStable(t *testing.T) {
	const item = "  - {title: Мост закрыт, when: 2025}\n"
	moved := strings.Replace(withoutIDs, item, "", 1)
	moved = strings.Replace(moved, "events:\n", "events:\n"+item+"  - {title: Мост открыт, when: 2025}\n", 1)
	doc, err := Parse(moved, "test", nil)
	if err != nil || len(doc.Problems) > 0 {
		t.Fatal(err, doc.Problems)
	}
	if id := doc.Briefing.Events[0].ID; id != "event-79d975eb" {
		t.Errorf("the id is %s now", id)
	}
}
