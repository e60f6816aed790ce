package tui

import (
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/check"
	"sitrep/briefing/file"
	"sitrep/briefing/sample"
	"sitrep/ui/tui/layout"
)

// large is a reader of many quotes, of which the first is missing.
func large(t *testing.T) *driver {
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
	return d
}

// searched is how far quotes have been looked up after so many.
func searched(d *driver, quotes int) lookedUpMsg {
	s := check.NewFaultSearch(d.app.doc, briefing.NewIndex(d.app.doc.Briefing))
	for range quotes {
		s.Step()
	}
	return lookedUpMsg{d.app.doc.Briefing, s}
}

func (d *driver) want(words string, on bool) {
	d.t.Helper()
	if screen := d.screen(); strings.Contains(screen, words) != on {
		d.t.Errorf("%q is on the screen: %v\n%s", words, !on, screen)
	}
}

// TestQuotesOfALargeBriefing has its quotes looked up behind the first frame,
// and a quote that is missing told of.
func TestQuotesOfALargeBriefing(t *testing.T) {
	d := large(t)
	d.drain(d.app.Init())
	d.want("1 error in this file", true)
	// What has been looked up is not looked up again.
	last := &d.app.full.Passages[len(d.app.full.Passages)-1]
	last.Source.Text = ""
	if len(d.app.full.Anchor(last).Stretches) == 0 {
		t.Error("the last quote has not been kept")
	}
	d.want("looking up", false)

	answer := searched(d, 1)
	d.app.show(newIndexed(parse(t, sample.JSON(100), "other"), fewPassages))
	d.send(answer)
	if n := len(d.app.doc.Problems); n != 0 {
		t.Errorf("an old answer brings %d problems to another briefing", n)
	}
}

// TestQuotesAreLookedUpInSight says how far it has got, and ends it at a key.
func TestQuotesAreLookedUpInSight(t *testing.T) {
	d := large(t)
	d.app.Init()
	d.want("looking up", false) // it may end at once
	d.app.quotesLookedUp(searched(d, 30))
	d.want("looking up quotes 3 %, esc stops", true)
	d.press("j", "enter")
	d.want("looking up quotes 3 %  ", true) // esc goes back from here
	d.press("esc", "esc")
	d.want("not all quotes have been looked up", true)
	d.want("3 % of quotes looked up", true)
	d.send(searched(d, 300)) // was under way
	d.want("1 error in this file", true)
	d.press("!")
	d.want("1 error, ", true)
	d.want("of quotes looked up", false) // a check has looked up all
	d.send(searched(d, 40))
	d.want("of quotes looked up", false)
}

// TestCodesOfProblemsAreNeverBroken lists a problem of every code at widths from
// the narrowest on that can hold it, with messages of any length before it, and narrows the list
// to the code.
func TestCodesOfProblemsAreNeverBroken(t *testing.T) {
	doc := *builtIn(t)
	for i, c := range check.Codes {
		doc.Problems = []file.Problem{{File: doc.Name, Code: c.Code, Severity: c.Severity, Pos: briefing.Pos{Line: 8, Col: 5}, Message: strings.Repeat("a word ", i%7) + "is wrong", Hint: "mend it"}}
		for w := layout.MinCells; w <= 84; w++ {
			const border, position = 2, len("8:5") + 2
			if len("("+c.Code+")") > layout.TextCells(w-border)-position {
				continue
			}
			d := newDriver(t, &doc, w, 24)
			d.press("!")
			d.want("("+c.Code+")", true)
			if w == 64 {
				d.press("/")
				for _, letter := range c.Code {
					d.press(string(letter))
				}
				d.want("("+c.Code+")", true)
			}
		}
	}
}
