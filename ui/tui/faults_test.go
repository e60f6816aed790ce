package tui

import (
	"strings"
	"testing"

	"sitrep/briefing/sample"
)

// TestQuotesOfALargeBriefing has its quotes looked up behind the first frame,
// and a quote that is missing told of.
func TestQuotesOfALargeBriefing(t *testing.T) {
	const items = 400
	doc := parse(t, sample.JSON(items), "large")
	doc.Briefing.Events[0].Evidence[0].Quote = "stands nowhere"
	d := newDriver(t, doc, 120, 40)
	if n := len(d.app.full.Passages); n <= fewPassages {
		t.Fatalf("%d passages are not many", n)
	}
	if n := len(d.app.doc.Problems); n != 0 {
		t.Errorf("%d problems before the quotes are looked up", n)
	}
	look := d.app.Init()
	if !strings.Contains(d.screen(), "looking up") {
		t.Errorf("it is not said that quotes are looked up:\n%s", d.screen())
	}
	answer := look()
	d.send(answer)
	if screen := d.screen(); len(d.app.doc.Problems) != 1 || !strings.Contains(screen, "1 problem") || strings.Contains(screen, "looking up") {
		t.Errorf("%v\n%s", d.app.doc.Problems, screen)
	}

	other := parse(t, sample.JSON(items), "other")
	d.app.show(newEdition(other, fewPassages))
	d.send(answer)
	if n := len(d.app.doc.Problems); n != 0 {
		t.Errorf("an old answer brings %d problems to another briefing", n)
	}
}
