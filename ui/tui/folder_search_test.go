package tui

import (
	"strings"
	"testing"

	"sitrep/ui/tui/style"
	"sitrep/ui/tui/tuitest"
)

// TestSearchFolder goes from the list over a hit to its words, and back.
func TestSearchFolder(t *testing.T) {
	d := openFolder(t, reports(t, 9), 80, 40)
	d.Press("j", "j")
	list := d.AboveFooter()
	d.Press("/")
	d.Type("two of")
	d.Has("7 found in 7 briefings", "Report number 3, as of 26 June 2024, TLP:RED, 03.yaml", "in reports, TLP:RED")
	d.Press("down", "down")
	hits := d.Screen()
	d.Press("enter")
	d.Has("reports › Actors › Two of report 5")
	d.Press("esc")
	if got := d.Screen(); got != hits {
		t.Errorf("back in the list of hits the screen is\n%snot\n%s", got, hits)
	}
	d.Press("down", "enter")
	d.Has("Two of report 6")
	d.Press("1", "esc", "esc") // the first one ends the search in the section
	d.Has("7 found in 7")
	d.Press("esc")
	if got := d.AboveFooter(); got != list {
		t.Errorf("back in the list of briefings the screen is\n%snot\n%s", got, list)
	}
	d.Press("n")
	d.Has("7 found in 7")
	d.Press("esc", "enter", "esc")
	if d.app.Dialogs.Open() {
		t.Error("a briefing that was opened from the list of briefings leads back to the hits")
	}
}

// TestSearchFolderByFacet leads to an item that has no words to look for.
func TestSearchFolderByFacet(t *testing.T) {
	d := openFolder(t, reports(t, 9), 80, 40)
	d.Press("/")
	d.Type("kind:state two")
	d.Has("7 found in 7 briefings")
	d.Press("enter")
	d.Has("reports › Actors › Two of report 1")
	d.Press("esc")
	d.Has("7 found in 7")
}

// TestSearchFolderByTitle finds a briefing by what the list itself says.
func TestSearchFolderByTitle(t *testing.T) {
	d := openFolder(t, reports(t, 9), 80, 40)
	d.Press("/")
	d.Type("07.y")
	d.Has("1 found in 1 briefing", "briefing    Report number 7")
	d.Press("enter")
	d.Has("reports › Brief", "What report 7 says first")
	d.Press("esc")
	d.Has("1 found in 1")
}

// TestChangesOfFolder goes from what has changed between two versions to an item,
// and back.
func TestChangesOfFolder(t *testing.T) {
	later := strings.NewReplacer("06-28", "06-30", "name: Two", "name: Three").Replace(tuitest.Report(1, "CLEAR"))
	d := openFolder(t, tuitest.NewFolder(t, map[string]string{"a.yaml": tuitest.Report(1, "CLEAR"), "b.yaml": later}), 100, 30)
	list := d.AboveFooter()
	d.Press("D", "j", "j", "j")
	changes := d.Screen()
	d.Press("enter")
	d.Has("reports › Actors › Three of report 1")
	d.Press("esc")
	if got := d.Screen(); got != changes {
		t.Errorf("the way back leads to\n%s\nnot\n%s", got, changes)
	}
	d.Press("esc")
	if got := d.AboveFooter(); got != list {
		t.Errorf("closed, the screen is\n%s\nnot\n%s", got, list)
	}
}

// TestSearchWidens from a section to the briefing and to the folder, and leads
// back to where it began.
func TestSearchWidens(t *testing.T) {
	d := openFolder(t, reports(t, 9), 80, 40)
	d.Press("enter", "3", "j", "enter")
	was := d.AboveFooter()
	d.Press("/")
	d.Type("says first")
	d.Press("tab")
	d.Has("Search the whole briefing", "1 found", "tab all briefings")
	d.Press("tab")
	d.Has("Search all briefings in reports", "7 found in 7")
	d.Press("esc")
	if got := d.AboveFooter(); got != was {
		t.Errorf("closed, it is at\n%snot at\n%s", got, was)
	}
	d.Press("/")
	d.Type("says first")
	d.Press("tab", "tab", "down", "enter")
	d.Has("What report 3 says first")
	d.Press("esc")
	d.Has("7 found in 7")
	d.Press("up", "enter")
	d.Has("What report 1 says first")
	d.Press("esc", "esc")
	if got := d.AboveFooter(); got != was {
		t.Errorf("back from other briefings, it is at\n%snot at\n%s", got, was)
	}
}

// TestHitThatIsGone: the briefing opens, and it is said that the words are not
// in it.
func TestHitThatIsGone(t *testing.T) {
	m := reports(t, 9)
	d := openFolder(t, m, 80, 40)
	d.Press("/")
	d.Type("two of report 5")
	m.Write("05.yaml", strings.NewReplacer("two", "three", "Two", "Three").Replace(tuitest.Report(5, "CLEAR")))
	d.Press("enter")
	d.Has("Report number 5")
	if d.app.reader == nil || !strings.Contains(d.app.Status, "is not here any more") {
		t.Errorf("it says %q", d.app.Status)
	}
	d.Press("esc")
	d.Has("nothing found") // the list has looked at it again
}

// TestSearchFolderInPlainSigns has no sign beyond ASCII where that was asked
// for.
func TestSearchFolderInPlainSigns(t *testing.T) {
	d := drive(t, NewFolder(folderOf(t, reports(t, 9)), Options{Theme: style.Options{ASCII: true}}), 80, 40)
	d.Drain(d.app.Init())
	for _, keys := range [][]string{{"s"}, {"/"}, {"r"}, {"q"}, {"backspace"}} {
		d.Press(keys...)
		if screen := d.Screen(); strings.IndexFunc(screen, func(r rune) bool { return r > 0x7e }) >= 0 {
			t.Errorf("after %v:\n%s", keys, screen)
		}
	}
	d.Has("Report number 5")
}
