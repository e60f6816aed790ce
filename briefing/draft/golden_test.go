package draft

import (
	"flag"
	"os"
	"strings"
	"testing"

	"sitrep/briefing"
)

var update = flag.Bool("update", false, "write the answers in testdata again")

// TestBridge has an article with all that the rules propose for it, read against the
// article by a person.
func TestBridge(t *testing.T) {
	text, err := os.ReadFile("testdata/bridge.txt")
	if err != nil {
		t.Fatal(err)
	}
	b := briefingOf(strings.TrimSpace(string(text)))
	added := Rules(b)
	var out strings.Builder
	for _, a := range added.Actors {
		out.WriteString(strings.Join([]string{"actor", a.Name, string(a.Kind), strings.Join(a.Aka, "+"), a.Role}, " | ") + "\n")
	}
	out.WriteString(proposals(b) + "\n")
	for _, e := range added.Events {
		names := briefing.Map(e.Actors, func(p briefing.Participant) string { return p.Actor })
		out.WriteString(strings.Join([]string{"event", e.When.Date.String(), e.When.Said, string(e.Status), e.Title, strings.Join(names, "+")}, " | ") + "\n")
	}
	const answers = "testdata/bridge.answers"
	if *update {
		if err := os.WriteFile(answers, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(answers)
	if err != nil {
		t.Fatal(err)
	}
	if out.String() != string(want) {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
}
