package file

import (
	"slices"
	"strings"
	"testing"

	"sitrep/briefing"
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

// TestPositionIDsAreStable takes away positions of a holder who takes several: the
// others keep their ids.
func TestPositionIDsAreStable(t *testing.T) {
	const several = head + `actors: [{id: port, name: Port, kind: group}, {id: mayor, name: Mayor, kind: person}]
questions:
  - {id: why, text: Why?, claims: [{id: unsafe, text: It is unsafe., positions: [
      {holder: port, stance: affirms, tlp: AMBER}, {holder: mayor, stance: denies}, {holder: port, stance: denies, note: later}, {holder: port, stance: questions}]}]}
`
	doc, err := Parse(several, "test", nil)
	if err != nil || len(doc.Problems) > 0 {
		t.Fatal(err, doc.Problems)
	}
	ids := func(b *briefing.Briefing) string {
		x := briefing.NewIndex(b)
		var out []string
		for _, s := range x.StandsOn("unsafe") {
			if at, ok := x.Stand(s.ID); !ok || at.Position != s.Position {
				t.Errorf("%s is not found by its id", s.ID)
			}
			out = append(out, s.ID+" "+string(s.Position.Stance))
		}
		return strings.Join(out, ", ")
	}
	if got, want := ids(doc.Briefing), "unsafe/port affirms, unsafe/mayor denies, unsafe/port/2 denies, unsafe/port/3 questions"; got != want {
		t.Errorf("the positions are %s, want %s", got, want)
	}
	if got, want := ids(briefing.NewIndex(doc.Briefing).Without("unsafe/port", "mayor")), "unsafe/port/2 denies, unsafe/port/3 questions"; got != want {
		t.Errorf("without two they are %s, want %s", got, want)
	}
	doc.Briefing.TLP = "GREEN"
	shown, err := doc.Redact("GREEN")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := ids(shown.Briefing), "unsafe/mayor denies, unsafe/port/2 denies, unsafe/port/3 questions"; got != want {
		t.Errorf("with one withheld they are %s, want %s", got, want)
	}
}
