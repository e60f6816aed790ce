package reader

import (
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/check"
	"sitrep/briefing/file"
	"sitrep/briefing/sample"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/screen"
	"sitrep/ui/tui/tuitest"
)

// large is a reader of many quotes, of which the first is missing.
func large(t *testing.T) *driver {
	const items = 400
	doc := tuitest.Parse(t, sample.JSON(items), "large")
	doc.Briefing.Events[0].Evidence[0].Quote = "stands nowhere"
	d := newDriver(t, doc, 120, 40)
	if n := len(d.reader.full.Passages); n <= screen.FewPassages {
		t.Fatalf("%d passages are not many", n)
	}
	if n := len(d.reader.doc.Problems); n != 0 {
		t.Errorf("%d problems before the quotes are looked up", n)
	}
	return d
}

// searched is how far quotes have been looked up after so many.
func searched(d *driver, quotes int) lookedUpMsg {
	s := check.NewFaultSearch(d.reader.doc, briefing.NewIndex(d.reader.doc.Briefing))
	for range quotes {
		s.Step()
	}
	return lookedUpMsg{d.reader.doc.Briefing, s}
}

// TestQuotesOfALargeBriefing has its quotes looked up behind the first frame,
// and a quote that is missing told of.
func TestQuotesOfALargeBriefing(t *testing.T) {
	d := large(t)
	d.Drain(d.reader.Init())
	d.Want("1 error in this file", true)
	// What has been looked up is not looked up again.
	last := &d.reader.full.Passages[len(d.reader.full.Passages)-1]
	last.Source.Text = ""
	if len(d.reader.full.Anchor(last).Stretches) == 0 {
		t.Error("the last quote has not been kept")
	}
	d.Want("looking up", false)

	answer := searched(d, 1)
	d.reader.show(screen.NewIndexed(tuitest.Parse(t, sample.JSON(100), "other"), screen.FewPassages))
	d.Send(answer)
	if n := len(d.reader.doc.Problems); n != 0 {
		t.Errorf("an old answer brings %d problems to another briefing", n)
	}
}

// TestQuotesAreLookedUpInSight says how far it has got, and ends it at a key.
func TestQuotesAreLookedUpInSight(t *testing.T) {
	d := large(t)
	d.reader.Init()
	d.Want("looking up", false) // it may end at once
	d.reader.quotesLookedUp(searched(d, 30))
	d.Want("looking up quotes 3 %, esc stops", true)
	d.Press("j", "enter")
	d.Want("looking up quotes 3 %  ", true) // esc goes back from here
	d.Press("esc", "esc")
	d.Want("not all quotes have been looked up", true)
	d.Want("3 % of quotes looked up", true)
	d.Send(searched(d, 300)) // was under way
	d.Want("1 error in this file", true)
	d.Press("!")
	d.Want("1 error, ", true)
	d.Want("of quotes looked up", false) // a check has looked up all
	d.Send(searched(d, 40))
	d.Want("of quotes looked up", false)
}

// TestCodesOfProblemsAreNeverBroken lists a problem of every code at widths from
// the narrowest on that can hold it, with messages of any length before it, and narrows the list
// to the code.
func TestCodesOfProblemsAreNeverBroken(t *testing.T) {
	doc := *tuitest.BuiltIn(t)
	for i, c := range check.Codes {
		doc.Problems = []file.Problem{{File: doc.Name, Code: c.Code, Severity: c.Severity, Pos: briefing.Pos{Line: 8, Col: 5}, Message: strings.Repeat("a word ", i%7) + "is wrong", Hint: "mend it"}}
		for w := layout.MinCells; w <= 84; w++ {
			const border, position = 2, len("8:5") + 2
			if len("("+c.Code+")") > layout.TextCells(w-border)-position {
				continue
			}
			d := newDriver(t, &doc, w, 24)
			d.Press("!")
			d.Want("("+c.Code+")", true)
			if w == 64 {
				d.Press("/")
				for _, letter := range c.Code {
					d.Press(string(letter))
				}
				d.Want("("+c.Code+")", true)
			}
		}
	}
}
