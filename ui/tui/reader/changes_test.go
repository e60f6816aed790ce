package reader

import (
	"strings"
	"testing"

	"sitrep/briefing/file"
	"sitrep/ui/tui/tuitest"
)

// TestSweepChanges draws the list of what has changed in every size, where all
// is new, all is gone, and everything has changed.
func TestSweepChanges(t *testing.T) {
	longer := tuitest.BuiltIn(t)
	edits["longer"](longer.Briefing)
	longer.Briefing.Title += " again"
	for name, c := range map[string]struct{ was, is *file.Document }{
		"changed": {tuitest.BuiltIn(t), longer},
		"new":     {emptyBriefing(), hardBriefing(t)},
		"gone":    {hardBriefing(t), emptyBriefing()},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := newDriver(t, c.was, 80, 24)
			saved(d, c.is, nil)
			d.Press("D")
			if !strings.Contains(d.Screen(), "Changed since it was opened") {
				t.Fatal(d.Screen())
			}
			d.Sweep()
		})
	}
}

// TestChangesAreSinceOpened saves a briefing twice: what is told is how it
// differs from the one that was opened.
func TestChangesAreSinceOpened(t *testing.T) {
	d := newDriver(t, tuitest.BuiltIn(t), 120, 40)
	for _, edit := range []string{"fewer", "nothing"} {
		doc := tuitest.BuiltIn(t)
		edits[edit](doc.Briefing)
		saved(d, doc, nil)
		gone := strings.Contains(d.Screen(), "4 gone")
		if same := strings.Contains(d.Screen(), "nothing has changed since it was opened"); gone == same || gone != (edit == "fewer") {
			t.Errorf("%s:\n%s", edit, d.Screen())
		}
	}
}
