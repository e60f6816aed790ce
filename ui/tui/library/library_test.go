package library

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sitrep/data/library"
	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/tuitest"
)

// TestFolderThatChanges lists again with the cursor on the same file.
func TestFolderThatChanges(t *testing.T) {
	f := reports(t, 9)
	d := openFolder(t, f, 80, 24)
	d.Press("j", "j")
	f.Write("00.yaml", strings.Replace(tuitest.Report(20, "CLEAR"), "2024-06", "2024-07", 1))
	f.Remove("03.yaml")
	d.Press("r")
	if got := d.list.selectedName(); got != "05.yaml" {
		t.Errorf("the cursor is on %s", got)
	}
	d.Has("Report number 20", "the list is up to date")
	d.Want("TLP:RED", false)
	d.Press("r")
	d.Has("nothing has changed in the folder")
	f.Remove("05.yaml")
	d.Press("r")
	if got := d.list.selectedName(); got != "06.yaml" {
		t.Errorf("the cursor is on %s", got)
	}
}

// TestNewestIsSeen: at the top of the list, a newer briefing is seen above the one
// that the cursor stays on.
func TestNewestIsSeen(t *testing.T) {
	f := reports(t, 9)
	d := openFolder(t, f, 80, 24)
	f.Write("00.yaml", strings.Replace(tuitest.Report(20, "CLEAR"), "2024-06", "2024-07", 1))
	d.Press("r")
	d.Has("Report number 20", "2/10")
}

// TestFolderIsWatched shows what has changed without a key.
func TestFolderIsWatched(t *testing.T) {
	f := reports(t, 9)
	d := newDriver(t, f)
	d.Send(tea.WindowSizeMsg{Width: 80, Height: 24})
	w := &tuitest.FolderWatch{Changes: [][]string{{"01.yaml"}, nil}}
	d.list.Watch = func() Watch {
		f.Write("01.yaml", tuitest.Report(1, "AMBER"))
		return w
	}
	d.Drain(d.list.Init())
	d.Has("TLP:AMBER")
	if len(w.Changes) > 0 {
		t.Error("no more changes are waited for")
	}
	d.Send(watchedMsg{err: os.ErrPermission})
	d.Has("changes are not noticed: permission denied; r looks again")
}

// TestRowsBeforeAnythingElse: the first rows are there before the folder is looked
// at, and what the index does not know is read behind them.
func TestRowsBeforeAnythingElse(t *testing.T) {
	f := reports(t, 9)
	openFolder(t, f, 80, 24) // fills the index
	first, err := f.Index.Entries(t.Context(), 3)
	if err != nil {
		t.Fatal(err)
	}
	d := newDriver(t, f)
	d.list = New(d.list.Screen, Folder{Name: "reports", Index: f.Index, First: first, Context: t.Context(), Open: f.Open}, d.ask)
	d.list.Resize(80, 24)
	d.Driver = tuitest.New(t, d.list, d.list.Screen)
	d.Has("Report number 1", "Report number 5", "1 Briefings\n", "1/3")
	d.list.following.progress = library.Progress{Files: 10_000, Done: 312}
	d.Has("reading 312 of 10,000")
	d.Press("j", "j")
	d.Drain(d.list.Init())
	d.Has("Briefings 9", "3/9", "9 files")
	d.Want("reading", false)
}

// TestListWhileReading: what has been read is listed before the rest is.
func TestListWhileReading(t *testing.T) {
	f := reports(t, 9)
	d := newDriver(t, f)
	d.Send(tea.WindowSizeMsg{Width: 80, Height: 24})
	d.Has("Looking for briefings")
	if _, err := f.Index.Update(t.Context(), func(library.Progress) {}); err != nil {
		t.Fatal(err)
	}
	told := make(chan library.Progress, 1)
	d.list.following.told, d.list.following.begun = told, true
	tell(told, library.Progress{Files: 20, Done: 3})
	tell(told, library.Progress{Files: 20, Done: 9}) // nobody has listened yet
	close(told)
	d.Drain(listen(told))
	d.Has("Report number 1", "reading 9 of 20")
	d.Drain(d.list.updated(updatedMsg{}))
	d.Has("9 files")
}

// TestEmptyFolder says so once it has been looked at.
func TestEmptyFolder(t *testing.T) {
	d := openFolder(t, tuitest.NewFolder(t, nil), 80, 24)
	d.Has("There are no briefings in this folder", "0 files", "Briefings 0")
	d.Press("enter", "D", "+", "s")
	d.Has("There are no briefings in this folder")
}

// TestFolderIsGone keeps the list.
func TestFolderIsGone(t *testing.T) {
	f := reports(t, 9)
	d := openFolder(t, f, 80, 24)
	if err := os.RemoveAll(f.Index.Path()); err != nil {
		t.Fatal(err)
	}
	d.Press("r")
	d.Has("the folder cannot be looked at", "Report number 1")
}

// TestNotesOfTheIndex: what there is to say about the index is said once.
func TestNotesOfTheIndex(t *testing.T) {
	f := reports(t, 9)
	nowhere := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(nowhere, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	index, err := library.Open(f.Index.Path(), library.Options{Cache: nowhere})
	if err != nil {
		t.Fatal(err)
	}
	f.Index = index
	t.Cleanup(func() { _ = index.Close() })
	d := openFolder(t, f, 120, 24)
	d.Has("no place for the index", "Report number 1")
	d.Press("j")
	d.Want("no place for the index", false)
	d.Press("r")
	d.Want("no place for the index", false)
}

// versions returns a folder with three versions of a briefing and another one.
func versions(t *testing.T) *tuitest.Folder {
	texts := map[string]string{"other.yaml": tuitest.Report(2, "GREEN")}
	for n := range 3 {
		text := strings.Replace(tuitest.Report(1, "CLEAR"), "title: Report", fmt.Sprintf("version: %d\ntitle: Edition %d of report", n+1, n+1), 1)
		texts[fmt.Sprintf("v%d.yaml", n+1)] = strings.Replace(text, "first.", fmt.Sprintf("at %d.", n+1), 1)
	}
	return tuitest.NewFolder(t, texts)
}

// TestVersions shows the versions of a briefing in one row, and unfolds them.
func TestVersions(t *testing.T) {
	d := openFolder(t, versions(t), 80, 24)
	d.Has("Edition 3 of report number 1", "version 3, newest of 3", "Briefings 2", "4 files", "1/2")
	d.Want("Edition 2", false)
	d.Press("+")
	d.Has("Edition 2", "Edition 1", "1/4")
	d.Press("j", "j")
	if got := d.list.selectedName(); got != "v1.yaml" {
		t.Errorf("the cursor is on %s", got)
	}
	d.Press("s") // the place and what is unfolded stay
	d.Has("sorted by title", "Edition 1")
	if got := d.list.selectedName(); got != "v1.yaml" {
		t.Errorf("the cursor is on %s", got)
	}
	d.Press("-")
	d.Want("Edition 2", false)
	if got := d.list.selectedName(); got != "v3.yaml" {
		t.Errorf("the cursor is on %s", got)
	}
	d.Press("-")
	d.Has("only the newest version is listed")
	d.Press("enter")
	if got := d.title(); got != "Edition 3 of report number 1" {
		t.Errorf("%q is open", got)
	}
}

// TestCompareVersions compares two versions, and opens what has changed.
func TestCompareVersions(t *testing.T) {
	f := versions(t)
	d := openFolder(t, f, 100, 30)
	d.Press("D")
	d.Has("Compare version 3, as of 28 June 2024 with", "version 2, as of 28 June 2024", "v1.yaml")
	d.Press("enter")
	d.Has("Changed from version 2, as of 28 June 2024 to version 3", "Edition 2 of report number 1 → Edition 3", "at 2. → ")
	d.Press("esc", "+", "j", "D")
	d.Has("Compare version 2", "Versions before it", "Versions after it")
	d.Press("j", "enter")
	d.Has("Changed from version 2, as of 28 June 2024 to version 3")
	d.Press("esc", "j", "j", "D")
	d.Has("there is no other version of it in the folder")
	f.Remove("v1.yaml")
	d.Press("r", "k", "k", "k", "D") // of two, there is nothing to choose
	d.Has("Changed from version 2, as of 28 June 2024 to version 3")
	f.Write("v2.yaml", tuitest.Report(1, "CLEAR")+"- {id: two, name: twice, kind: state}\n- [")
	d.Press("esc", "D")
	d.Has("not compared: line ")
}

// TestChangeIsOpened goes from a change to its item in the later version, and back.
func TestChangeIsOpened(t *testing.T) {
	f := versions(t)
	f.Write("v3.yaml", strings.NewReplacer("name: Two", "name: Three", "06-28", "06-30").Replace(tuitest.Report(1, "CLEAR")))
	f.Remove("v2.yaml")
	d := openFolder(t, f, 100, 30)
	d.Press("D")
	d.Has("Three of report 1")
	changes := d.AboveFooter()
	for range 20 {
		d.Press("j")
	}
	d.Press("enter")
	if d.opened == nil {
		t.Fatalf("nothing is opened:\n%s", d.Screen())
	}
	if got := d.openedScreen(); !strings.Contains(got, "Actors › Three of report 1") {
		t.Errorf("the item is not open:\n%s", got)
	}
	d.do("leave")
	d.Drain(d.list.GoBackToHits())
	if got := d.AboveFooter(); !strings.Contains(got, "Changed from") {
		t.Errorf("the way back leads to\n%s\nnot\n%s", got, changes)
	}
}

// TestOrders goes through the orders.
func TestOrders(t *testing.T) {
	f := reports(t, 9)
	f.Write("07.yaml", strings.Replace(tuitest.Report(7, "AMBER"), "title: Report", "title: A report", 1))
	d := openFolder(t, f, 80, 40)
	d.Press("j", "j", "j") // the place that is kept
	for _, o := range []struct{ rule, first string }{
		{"sorted by title", "07.yaml"}, {"sorted by TLP", "03.yaml"}, {"sorted by contested", "01.yaml"}, {"sorted by problems", "02.yaml"}, {"newest first", "01.yaml"},
	} {
		if d.Press("s"); d.title() != "" || !strings.Contains(o.rule, "title") && d.list.entries()[0].File != o.first {
			t.Errorf("%s: the first is %s", o.rule, d.list.entries()[0].File)
		}
		d.Has("Briefings  " + o.rule)
		if got := d.list.selectedName(); got != "06.yaml" {
			t.Errorf("%s: the cursor is on %s", o.rule, got)
		}
	}
}

// TestFolderSaysWhyNothingIsShown has the cursor on files that cannot be read.
func TestFolderSaysWhyNothingIsShown(t *testing.T) {
	d := openFolder(t, reports(t, 9), 120, 24)
	d.Want("What report 1 says first", true)
	d.Press("G")
	d.Want("It cannot be read: the file is gone", true)
	d.Press("k")
	d.Want("It cannot be read: line 2:", true)
	d.Press("enter")
	if d.broken == 0 {
		t.Error("it is not shown what is wrong with it")
	}
}

// TestActionsAreDone does every action in the table of keys.
func TestActionsAreDone(t *testing.T) {
	d := openFolder(t, reports(t, 9), 80, 24)
	for _, b := range d.list.Keys.List {
		if b.ID != keys.Section {
			d.Drain(d.list.run(b.ID))
			d.Screen()
		}
	}
}

// TestLibraryColumns shows the list alone and moves its border. A narrow terminal
// has neither.
func TestLibraryColumns(t *testing.T) {
	d := openFolder(t, reports(t, 9), 120, 30)
	d.Has("z alone", "< > width")
	both := d.Screen()
	border := func() int { return strings.Index(strings.Split(d.Screen(), "\n")[5], "│") }
	was := border()
	d.Press("z")
	d.Has("this column alone")
	if border() >= 0 {
		t.Errorf("another column is beside it:\n%s", d.Screen())
	}
	d.Press("z", ">", "j", "k")
	if at := border(); at <= was {
		t.Errorf("the border is at %d, and was at %d", at, was)
	}
	d.Press("<", "j", "k")
	if got := d.Screen(); got != both {
		t.Errorf("it is not as before:\n%s", got)
	}
	d.Send(tea.WindowSizeMsg{Width: 80, Height: 24})
	d.Press("z")
	d.Has("there is one column")
}

// TestPaletteOfList lists only what can be done in the list of a folder.
func TestPaletteOfList(t *testing.T) {
	d := openFolder(t, reports(t, 9), 120, 60)
	d.Press(":")
	s := d.Screen()
	for words, on := range map[string]bool{"open another briefing": true, "look for changes": true, "sort a folder": true, "move down": true, "filter the lists": false, "matrix of the claims": false} {
		if strings.Contains(s, words) != on {
			t.Errorf("%q is on the screen: %t\n%s", words, !on, s)
		}
	}
}

// TestHeldKeyInTheList holds a key: what is beside the list follows when it is let
// go, and what is passed by is not read.
func TestHeldKeyInTheList(t *testing.T) {
	d := openFolder(t, reports(t, 9), 120, 30)
	d.Drain(d.list.Hold(true))
	d.Press("j", "j")
	d.Want("What report 1 says first", true)
	if n := len(d.list.previews.kept); n != 1 {
		t.Errorf("%d briefings were read", n)
	}
	d.Drain(d.list.Hold(false))
	d.Want("What report 5 says first", true)
	if n := len(d.list.previews.kept); n != 2 {
		t.Errorf("%d briefings were read", n)
	}
}

// TestFewPreviewsAreKept: of many briefings that were beside the list, the last are
// kept in memory, and not more than a few large ones.
func TestFewPreviewsAreKept(t *testing.T) {
	var p previews
	for i := range 30 {
		p.keep(preview{name: fmt.Sprint(i), size: 1000})
	}
	if len(p.kept) != maxPreviews || p.of("29") == nil || p.of("21") != nil {
		t.Errorf("%d are kept", len(p.kept))
	}
	p.keep(preview{name: "large", size: maxPreviewed + 1})
	if len(p.kept) != 1 {
		t.Errorf("%d are kept beside a large one", len(p.kept)-1)
	}
	p.keep(preview{name: "small", size: 1})
	if !slices.ContainsFunc(p.kept, func(k preview) bool { return k.name == "small" }) || len(p.kept) != 1 {
		t.Errorf("%d are kept after a large one", len(p.kept))
	}
}

// TestPreviewFollows shows the new version of the briefing at the cursor.
func TestPreviewFollows(t *testing.T) {
	f := reports(t, 9)
	d := openFolder(t, f, 120, 30)
	f.Write("01.yaml", strings.Replace(tuitest.Report(1, "CLEAR"), "says first", "says at last", 1))
	d.Press("r")
	d.Want("What report 1 says at last", true)
}

// TestPreviewOfWithheld shows nothing of what is marked too high.
func TestPreviewOfWithheld(t *testing.T) {
	f := reports(t, 9)
	index, err := library.Open(f.Index.Path(), library.Options{Cache: t.TempDir(), Max: "GREEN"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = index.Close() })
	f.Index = index
	d := openFolder(t, f, 120, 40)
	d.Press("G", "k")
	d.Has("withheld by the limit", "It cannot be read: withheld")
	d.Want("eport number 3", false)
	d.Press("/")
	d.Type("3")
	d.Has("nothing found")
}

// TestPlacesAreKept of all briefings, but the version of the last one only.
func TestPlacesAreKept(t *testing.T) {
	d := openFolder(t, reports(t, 9), 80, 24)
	d.do("enter", "leave", "j", "enter", "leave", "j", "enter", "leave")
	kept := 0
	for _, p := range d.list.left {
		if indexOf(p) != nil {
			kept++
		}
	}
	if len(d.list.left) != 3 || kept != 1 {
		t.Errorf("%d places are kept, %d with their version", len(d.list.left), kept)
	}
}
