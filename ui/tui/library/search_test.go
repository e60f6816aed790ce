package library

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/tuitest"
)

// TestSearchAsTyped lists the hits for what has been typed so far, under their
// briefings, the newest first.
func TestSearchAsTyped(t *testing.T) {
	d := openFolder(t, reports(t, 9), 80, 40)
	d.Press("/")
	d.Has("Type what to look for", "9 briefings")
	d.Type("sa")
	d.Has("7 found in 7 briefings", "Report number 1, as of 28 June 2024, TLP:CLEAR, 01.yaml", "in reports, TLP:RED")
	if s := d.Screen(); strings.Index(s, "01.yaml") > strings.Index(s, "05.yaml") {
		t.Errorf("the newest is not the first:\n%s", s)
	}
	d.Type("ys nothing")
	d.Has("nothing found", "0 found in 0 briefings")
	if title := d.list.search.picker.Title; strings.Contains(title, "TLP") {
		t.Errorf("nothing is listed under %q", title)
	}
}

// TestSearchLanguage takes the language of the filter, and says what is wrong with
// an expression.
func TestSearchLanguage(t *testing.T) {
	d := openFolder(t, reports(t, 9), 80, 40)
	d.Press("/")
	d.Type(`"two of report 5"`)
	d.Has("1 found in 1 briefing", "Two of report 5")
	d.Press("enter")
	if got := d.openedScreen(); !strings.Contains(got, "Actors › Two of report 5") {
		t.Errorf("the hit is not open:\n%s", got)
	}
	d.do("leave")
	d.Press("/")
	d.Type("nonsense:x")
	d.Has("nothing searched", `there is no filter "nonsense"`)
	d.Press("enter") // there is nothing to open
	if d.opened != nil || !d.list.Dialogs.Open() {
		t.Error("an expression that is wrong is done")
	}
}

// TestSearchIsReplaced: the next key stops a search, and what that has found is
// dropped.
func TestSearchIsReplaced(t *testing.T) {
	d := openFolder(t, reports(t, 9), 80, 40)
	d.Press("/")
	_, first := d.list.Update(tuitest.Key(t, "r"))
	if first == nil {
		t.Fatal("nothing is searched")
	}
	_, second := d.list.Update(tuitest.Key(t, "x"))
	d.Drain(first)
	d.Has("searching")
	if d.list.search.found.hits > 0 {
		t.Error("an answer about an older query is taken")
	}
	d.Drain(second)
	d.Has("nothing found")
}

// TestLateHitsAreNotOpened: while a search runs, the hits of the one before are
// shown, and not opened.
func TestLateHitsAreNotOpened(t *testing.T) {
	d := openFolder(t, reports(t, 9), 80, 40)
	d.Press("/")
	d.Type("says")
	_, search := d.list.Update(tuitest.Key(t, "x"))
	d.Has("Report number 1")
	d.Press("enter")
	if d.opened != nil || d.list.wanted.name != "" {
		t.Error("a hit for what was typed before is opened")
	}
	d.Drain(search)
	d.Has("nothing found")
}

// TestSearchMany lists some of each briefing, and not more than can be looked
// through of all.
func TestSearchMany(t *testing.T) {
	texts := map[string]string{}
	const files, each = 12, 25
	for i := range files {
		text := tuitest.Report(i+1, "CLEAR")
		for n := range each {
			text += fmt.Sprintf("- {id: more%d, name: More of it, kind: state}\n", n)
		}
		texts[fmt.Sprintf("%02d.yaml", i)] = text
	}
	d := openFolder(t, tuitest.NewFolder(t, texts), 80, 40)
	d.Press("/")
	d.Type("more")
	d.Has("first 100, newest first", "00.yaml  (first 20)")
	if n := len(d.list.search.picker.Find("more")); n != maxHits {
		t.Errorf("%d hits are listed", n)
	}
	for range 12 {
		d.Press("pgdown")
	}
	d.Has("100 of 100")
}

// TestSearchUnreadable finds a file that cannot be read by its name, and opens it.
func TestSearchUnreadable(t *testing.T) {
	d := openFolder(t, reports(t, 9), 80, 40)
	d.Press("/")
	d.Type("02.y")
	d.Has("Cannot be read", "cannot be read: line 2:10", "02.yaml")
	d.Press("enter")
	if d.broken != 1 {
		t.Error("it is not opened")
	}
}

// TestSearchRests while its list is not on the screen, and is done again where the
// index has changed.
func TestSearchRests(t *testing.T) {
	f := reports(t, 9)
	d := openFolder(t, f, 80, 40)
	d.Press("/")
	_, search := d.list.Update(tuitest.Key(t, "r"))
	d.Press("esc")
	d.Drain(search)
	if len(d.list.search.found.entries) > 0 {
		t.Error("it goes on when the list has been closed")
	}
	d.Press("n")
	d.Type("eport 2")
	d.Has("nothing found")
	f.Write("02.yaml", tuitest.Report(2, "CLEAR"))
	d.Press("esc", "r", "n")
	d.Has("What report 2 says first", "found in 1 briefing")
}

// TestHitsOfBriefing opens a briefing that is found by what it is called, where it
// was left.
func TestHitsOfBriefing(t *testing.T) {
	d := openFolder(t, reports(t, 9), 80, 40)
	d.Press("/")
	d.Type("07.y")
	d.Has("briefing    Report number 7", "07.yaml")
	if r := d.list.search.picker.Find("07.y")[0].Result; r != (dialog.EntryHitMsg{Name: "07.yaml"}) {
		t.Errorf("it leads to %v", r)
	}
}
