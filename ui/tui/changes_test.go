package tui

import (
	"strings"
	"testing"

	"sitrep/briefing/file"
)

// TestSweepChanges draws the list of what has changed in every size, where all
// is new, all is gone, and everything has changed.
func TestSweepChanges(t *testing.T) {
	longer := builtIn(t)
	edits["longer"](longer.Briefing)
	longer.Briefing.Title += " again"
	for name, c := range map[string]struct{ was, is *file.Document }{
		"changed": {builtIn(t), longer},
		"new":     {emptyBriefing(), hardBriefing(t)},
		"gone":    {hardBriefing(t), emptyBriefing()},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := newDriver(t, c.was, 80, 24)
			saved(d, c.is, nil)
			d.press("D")
			if !strings.Contains(d.screen(), "Changed since it was opened") {
				t.Fatal(d.screen())
			}
			sweep(t, d)
		})
	}
}

// TestChangesAreSinceOpened saves a briefing twice: what is told is how it
// differs from the one that was opened.
func TestChangesAreSinceOpened(t *testing.T) {
	d := newDriver(t, builtIn(t), 120, 40)
	for _, edit := range []string{"fewer", "nothing"} {
		doc := builtIn(t)
		edits[edit](doc.Briefing)
		saved(d, doc, nil)
		gone := strings.Contains(d.screen(), "4 gone")
		if same := strings.Contains(d.screen(), "nothing has changed since it was opened"); gone == same || gone != (edit == "fewer") {
			t.Errorf("%s:\n%s", edit, d.screen())
		}
	}
}
