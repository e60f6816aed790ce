package reader

import (
	"strings"
	"testing"

	"sitrep/ui/tui/tuitest"
)

// TestFooterNamesTheUsefulKeys: who has not read the help finds search, filter and
// copy in every list of 80 columns, and the way to the help at every width.
func TestFooterNamesTheUsefulKeys(t *testing.T) {
	for _, section := range []string{"1", "2", "3", "4", "5"} {
		d := newDriver(t, tuitest.BuiltIn(t), 80, 24)
		if section != "1" {
			d.Press(section)
		}
		has(t, section, footerOf(d), "enter open", "/ search", "F filter", "y copy")
		d.Press("enter")
		has(t, "a page of "+section, footerOf(d), "esc back", "/ search", "y copy")
	}
	d := newDriver(t, tuitest.BuiltIn(t), 120, 40)
	d.Press("4")
	has(t, "claims", footerOf(d), "v matrix", ". related", ": all")
	for w := 40; w <= 200; w++ {
		d := newDriver(t, tuitest.BuiltIn(t), w, 24)
		if f := footerOf(d); !strings.HasSuffix(f, "  ? help") {
			t.Errorf("no help in %d columns: %q", w, f)
		}
	}
}

// footerOf returns the last line of the screen.
func footerOf(d *driver) string {
	lines := strings.Split(strings.TrimSuffix(d.Screen(), "\n"), "\n")
	return lines[len(lines)-1]
}

func has(t *testing.T, where, text string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(text, w) {
			t.Errorf("%s: no %q in %q", where, w, text)
		}
	}
}

// TestFooterOffersWhatApplies: actions that can't do anything where the cursor
// stands aren't offered.
func TestFooterOffersWhatApplies(t *testing.T) {
	const doc = `format: briefing/1
id: one
title: One
as_of: 2024
sources:
- {id: on, title: Online, kind: article, url: "https://example.org/"}
- {id: print, title: Printed, kind: book}
events:
- {id: e, title: Told, when: 2024-01-02}
`
	d := newDriver(t, tuitest.Parse(t, []byte(doc), "one.yaml"), 160, 24)
	d.Press("5")
	for range 2 {
		f := footerOf(d)
		if online := strings.Contains(d.reader.subject().Ref.ID, "on"); online != strings.Contains(f, "o browser") {
			t.Errorf("on %s: %q", d.reader.subject().Ref.ID, f)
		}
		has(t, "sources", f, "x what-if")
		d.Press("j")
		d.reader.Say("")
	}
	d.Press("2")
	if f := footerOf(d); strings.Contains(f, "what-if") || strings.Contains(f, "e edit") {
		t.Errorf("an event of a briefing in no file: %q", f)
	}
	d.Press("1")
	if f := footerOf(d); strings.Contains(f, "matrix") {
		t.Errorf("the brief has one view: %q", f)
	}
}

// TestNumbersCanBeLeftOut turns the numbers of passages off and on again.
func TestNumbersCanBeLeftOut(t *testing.T) {
	d := newDriver(t, tuitest.BuiltIn(t), 80, 24)
	d.Press("4", "enter", "enter", "enter")
	with := d.AboveFooter()
	d.Press("#")
	has(t, "off", d.reader.Status, "# shows them again")
	without := d.AboveFooter()
	if without == with {
		t.Errorf("# leaves the numbers in:\n%s", without)
	}
	d.Press("#")
	if got := d.AboveFooter(); got != with {
		t.Errorf("# does not bring the numbers back:\n%s", got)
	}
}

// TestGroupsHaveThreeKeys goes to the next group and back with each pair of keys.
func TestGroupsHaveThreeKeys(t *testing.T) {
	d := newDriver(t, tuitest.BuiltIn(t), 80, 24)
	d.Press("2")
	start := d.reader.here().list.Mark()
	for _, pair := range [][2]string{{")", "("}, {"}", "{"}, {"ctrl+down", "ctrl+up"}} {
		d.Press(pair[0])
		if d.reader.here().list.Mark() == start {
			t.Errorf("%s does not move", pair[0])
		}
		d.Press(pair[1])
		if got := d.reader.here().list.Mark(); got != start {
			t.Errorf("%s goes to %+v, not back to %+v", pair[1], got, start)
		}
	}
}

// TestSignsOfTheHelpDoNothing: the help says what Enter does only where it does
// anything.
func TestSignsOfTheHelpDoNothing(t *testing.T) {
	d := newDriver(t, tuitest.BuiltIn(t), 80, 24)
	d.Press("?")
	if s := d.Screen(); !strings.Contains(s, "enter does it") {
		t.Errorf("nothing says that enter does what a row says:\n%s", s)
	}
	d.Press("G")
	if s := d.Screen(); strings.Contains(s, "enter does it") {
		t.Errorf("a row of the glossary promises that enter does it:\n%s", s)
	}
}
