package reader

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"sitrep/briefing/file"
	"sitrep/briefing/sample"
	"sitrep/ui/tui/tuitest"
)

// ofPosition matches the words of its claim in the name of a position.
var ofPosition = regexp.MustCompile(`(affirms|denies): Claimword`)

// TestEveryScreenMarksDrafts makes each item a draft: a screen that shows it says that
// it is one.
func TestEveryScreenMarksDrafts(t *testing.T) {
	without := map[string]string{} // the screens by their surface
	shown := func(surface, draft string) string {
		doc := tuitest.Parse(t, []byte(sample.OneOfEach), "b")
		mark(t, doc, draft)
		d := newDriver(t, doc, 200, 60)
		d.Press(surfaces[surface]...)
		return d.Screen()
	}
	for surface := range surfaces {
		without[surface] = shown(surface, "")
	}
	for id, word := range map[string]string{"j": "Judgmentword", "s": "Sourceword", "a": "Actorword", "e": "Eventword", "q": "Questionword", "c": "Claimword", "c/a": "Positionword"} {
		for surface, before := range without {
			t.Run(fmt.Sprint(surface, " ", id), func(t *testing.T) {
				// The name of a position has the words of its claim, and is marked itself.
				if !strings.Contains(ofPosition.ReplaceAllString(before, ""), word) || surface == "problems" {
					t.Skip("it is not shown")
				}
				if after := shown(surface, id); strings.Count(after, "(draft)") <= strings.Count(before, "(draft)") {
					t.Errorf("it is not marked:\n%s", after)
				}
			})
		}
	}
}

func mark(t *testing.T, doc *file.Document, draft string) {
	t.Helper()
	x := doc.Index()
	if draft == "" {
		return
	}
	r, ok := x.Lookup(draft)
	if !ok {
		t.Fatal(draft)
	}
	x.Common(r).Draft = true
}

// TestMatrixMarksDrafts has a cell say that it is a draft, as the sign tells the stance.
func TestMatrixMarksDrafts(t *testing.T) {
	doc := tuitest.Parse(t, []byte(sample.OneOfEach), "b")
	mark(t, doc, "c/a")
	d := newDriver(t, doc, 120, 40)
	d.Press("4", "v")
	d.Has("- draft", "+ affirms")
}
