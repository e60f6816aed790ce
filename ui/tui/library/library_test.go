package library

import (
	"errors"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/file"
	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/tuitest"
)

// TestFolderThatChanges lists again with the cursor on the same file.
func TestFolderThatChanges(t *testing.T) {
	m := tuitest.Reports(9)
	d := openFolder(t, m, 80, 24)
	d.Press("j", "j", "j", "j")
	m.Names = append([]string{"00.yaml"}, m.Names...)
	m.Texts["00.yaml"] = tuitest.Report(20, "CLEAR")
	m.Names = slices.DeleteFunc(m.Names, func(name string) bool { return name == "03.yaml" })
	d.Press("r")
	if got := d.list.list.Selected().Ref.ID; got != "05.yaml" {
		t.Errorf("the cursor is on %s", got)
	}
	if s := d.Screen(); !strings.Contains(s, "Report number 20") || strings.Contains(s, "TLP:RED") {
		t.Errorf("the list is as it was:\n%s", s)
	}
	m.Err = errors.New("no \x1b[31mrights")
	d.Press("r")
	if !strings.Contains(d.list.Status, "not listed: no \ufffd[31mrights") {
		t.Errorf("it says %q", d.list.Status)
	}
}

// TestLargeFolders: what is not kept in memory is read again when it is opened.
func TestLargeFolders(t *testing.T) {
	m := tuitest.Reports(6)
	m.Size = maxKept/2 - 1
	m.More = 7
	d := openFolder(t, m, 80, 24)
	if s := d.Screen(); !strings.Contains(s, "7 not looked at") {
		t.Errorf("files that were not looked at are not counted:\n%s", s)
	}
	kept := 0
	for _, b := range d.list.entries {
		if b.indexed != nil {
			kept++
		}
	}
	if kept != 2 {
		t.Errorf("%d briefings are kept, want 2", kept)
	}
	was := m.Loads
	d.Press("G", "enter")
	if title := d.title(); m.Loads != was+1 || title != "Report number 6" {
		t.Errorf("%d more files read, %q is open", m.Loads-was, title)
	}
}

// TestFolderIsReadBehindTheList: the list is there before the files are read,
// and they are read few at a time.
func TestFolderIsReadBehindTheList(t *testing.T) {
	m := tuitest.Reports(20)
	d := newDriver(t, m)
	a := d.list
	a.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	list := a.Init()
	_, reads := a.Update(list())
	d.Has("0 of 20 read", "not read yet")
	batch, ok := reads().(tea.BatchMsg)
	if !ok || len(batch) != atOnce {
		t.Fatalf("%d files are read at once", len(batch))
	}
	_, next := a.Update(batch[0]())
	if next == nil {
		t.Error("no file is read after the first")
	}
	d.Has("1 of 20 read")
	// A file that is opened before its turn is read at once.
	a.Update(tuitest.Key(t, "G"))
	_, open := a.Update(tuitest.Key(t, "enter"))
	if _, cmd := a.Update(open()); d.opened == nil {
		t.Error("a file opened before its turn does not open")
	} else if cmd != nil || a.turns.files != atOnce {
		t.Error("it changes how many files are read at a time")
	}
	// What comes of the list before the last one is dropped.
	number := d.list.listed
	d.list.relist()
	a.Update(batch[1]())
	if d.list.done != 2 || number == d.list.listed {
		t.Errorf("%d read", d.list.done)
	}
}

// TestLargeFilesAreReadAlone: memory is needed for one of them at a time.
func TestLargeFilesAreReadAlone(t *testing.T) {
	m := tuitest.Reports(9)
	m.Size = maxReading / 3
	d := newDriver(t, m)
	a, list := d.list, d.list.List
	a.List = func() ([]file.FolderFile, int, error) {
		files, more, err := list()
		files[1].Size = maxReading + 1
		return files, more, err
	}
	a.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	_, reads := a.Update(a.Init()())
	for _, want := range []int{1, 1, 3} {
		if n := d.list.turns.files; n != want {
			t.Fatalf("%d files are read at once, want %d", n, want)
		}
		_, reads = a.Update(reads())
	}
}

// TestFolderSaysWhyNothingIsShown stands on a file that is broken, and on one
// that is not kept in memory.
func TestFolderSaysWhyNothingIsShown(t *testing.T) {
	d := openFolder(t, tuitest.Reports(9), 120, 24)
	d.Want("What report 1 says first", true)
	d.Press("j")
	d.Want("cannot be read: "+d.list.entries[1].row.Why[:20], true)
	d.list.entries[4].indexed = nil
	d.Press("j", "j", "j")
	d.Want("not kept in memory", true)
	d.Press("enter")
	if d.title() == "" {
		t.Error("it does not open")
	}
}

// TestActionsAreDone does every action in the table of keys.
func TestActionsAreDone(t *testing.T) {
	d := openFolder(t, tuitest.Reports(9), 80, 24)
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
	d := openFolder(t, tuitest.Reports(9), 120, 30)
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
	d := openFolder(t, tuitest.Reports(9), 120, 60)
	d.Press(":")
	s := d.Screen()
	for words, on := range map[string]bool{"open another briefing": true, "reload the file": true, "move down": true, "filter the lists": false, "matrix of the claims": false} {
		if strings.Contains(s, words) != on {
			t.Errorf("%q is on the screen: %t\n%s", words, !on, s)
		}
	}
}

// TestHeldKeyInTheList holds a key: what is beside the list follows when it is let go.
func TestHeldKeyInTheList(t *testing.T) {
	d := openFolder(t, tuitest.Reports(9), 120, 30)
	d.list.Hold(true)
	d.Press("j", "j")
	if at := d.list.list.Selected(); d.list.preview.of == at {
		t.Errorf("%v is beside the list already", at)
	}
	d.list.Hold(false)
	d.Screen()
	if at := d.list.list.Selected(); d.list.preview.of != at {
		t.Errorf("%v is beside the list, want %v", d.list.preview.of, at)
	}
}
