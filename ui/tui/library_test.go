package tui

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/file"
)

// memory is a folder that is not on a disk. A text that is empty is a file
// that cannot be opened.
type memory struct {
	t     testing.TB
	names []string
	texts map[string]string
	more  int
	err   error
	loads int
	watch *fakeWatch
}

func (m *memory) folder() Folder {
	return Folder{
		Name: "reports",
		List: func() ([]file.FolderFile, int, error) {
			var files []file.FolderFile
			for _, name := range m.names {
				files = append(files, file.FolderFile{Name: name, Size: int64(len(m.texts[name]))})
			}
			return files, m.more, m.err
		},
		Open: func(name string) File {
			f := File{Load: func() (*file.Document, error) {
				m.loads++
				if m.texts[name] == "" {
					return nil, fs.ErrPermission
				}
				return file.Parse([]byte(m.texts[name]), name, nil)
			}}
			if m.watch != nil {
				f.Watch = func() (Watch, error) { return m.watch, nil }
			}
			return f
		},
	}
}

func report(n int, label string) string {
	return fmt.Sprintf(`format: briefing/1
id: r%d
title: Report number %d
as_of: 2024-06-%02d
tlp: %s
bottom_line: What report %d says first.
actors:
- {id: one, name: One of report %d, kind: state}
- {id: two, name: Two of report %d, kind: state}
`, n, n, n, label, n, n, n)
}

// reports is a folder of so many, with one that is broken, one that is marked
// higher, and one that cannot be opened.
func reports(t testing.TB, n int) *memory {
	m := &memory{t: t, texts: map[string]string{}}
	for i := range n {
		name := fmt.Sprintf("%02d.yaml", i+1)
		m.names = append(m.names, name)
		m.texts[name] = report(i%28+1, "CLEAR")
	}
	m.texts[m.names[1]] = "format: briefing/1\nactors: ["
	m.texts[m.names[2]] = report(3, "RED")
	m.texts[m.names[3]] = ""
	return m
}

func openFolder(t *testing.T, m *memory, w, h int) *driver {
	d := drive(t, NewFolder(m.folder(), Options{}), w, h)
	d.drain(d.app.Init())
	return d
}

func TestFolderAndBack(t *testing.T) {
	m := reports(t, 9)
	d := openFolder(t, m, 80, 24)
	if m.loads != 9 {
		t.Errorf("%d files read", m.loads)
	}
	d.press("j", "j", "j", "j", "j", "j")
	list := aboveFooter(d.screen())
	d.press("enter")
	for _, want := range []string{"Report number 7", "What report 7 says first", "reports › Brief"} {
		if s := d.screen(); !strings.Contains(s, want) {
			t.Fatalf("%q is not on the screen:\n%s", want, s)
		}
	}
	d.press("3", "j", "enter")
	inside := whereabouts(d.app)
	d.press("esc", "esc")
	if got := aboveFooter(d.screen()); got != list {
		t.Errorf("back in the list the screen is\n%snot\n%s", got, list)
	}
	d.press("enter", "enter")
	if got := whereabouts(d.app); got != inside {
		t.Errorf("opened again, it is at\n%snot at\n%s", got, inside)
	}
	d.press("q", "q")
	if d.quit {
		t.Fatal("q in a briefing of a folder ends the program")
	}
	d.press("q")
	if !d.quit {
		t.Error("q in the list does not end the program")
	}
}

func TestFolderSaysWhy(t *testing.T) {
	d := openFolder(t, reports(t, 9), 80, 40)
	s := d.screen()
	for _, want := range []string{"cannot be read: line 2:10", "permission denied", "TLP:RED", "9 read"} {
		if !strings.Contains(s, want) {
			t.Errorf("%q is not on the screen:\n%s", want, s)
		}
	}
	if head, _, _ := strings.Cut(s, "\n"); !strings.Contains(head, "TLP:RED") {
		t.Errorf("the list does not carry the highest label: %s", head)
	}
	d.press("j", "enter")
	if s := d.screen(); d.app.Reader != nil || !strings.Contains(s, "not opened: line 2:10") {
		t.Errorf("opening a broken file:\n%s", s)
	}
}

// TestMendedFile: Enter on a file that cannot be read looks at it again.
func TestMendedFile(t *testing.T) {
	m := reports(t, 9)
	d := openFolder(t, m, 80, 24)
	m.texts["02.yaml"] = report(2, "CLEAR")
	d.press("j", "enter")
	if s := d.screen(); !strings.Contains(s, "Report number 2") {
		t.Fatalf("it is not listed as mended:\n%s", s)
	}
	d.press("enter")
	if d.app.Reader == nil {
		t.Error("it does not open")
	}
}

// TestFolderThatChanges lists again with the cursor on the same file.
func TestFolderThatChanges(t *testing.T) {
	m := reports(t, 9)
	d := openFolder(t, m, 80, 24)
	d.press("j", "j", "j", "j")
	m.names = append([]string{"00.yaml"}, m.names...)
	m.texts["00.yaml"] = report(20, "CLEAR")
	m.names = slices.DeleteFunc(m.names, func(name string) bool { return name == "03.yaml" })
	d.press("r")
	if got := d.app.library.list.Selected().Ref.ID; got != "05.yaml" {
		t.Errorf("the cursor is on %s", got)
	}
	if s := d.screen(); !strings.Contains(s, "Report number 20") || strings.Contains(s, "TLP:RED") {
		t.Errorf("the list is as it was:\n%s", s)
	}
	m.err = errors.New("no \x1b[31mrights")
	d.press("r")
	if !strings.Contains(d.app.Status, "not listed: no \ufffd[31mrights") {
		t.Errorf("it says %q", d.app.Status)
	}
}

// TestFolderWatchesWhatIsOpen: the watch begins with the briefing and ends
// with it.
func TestFolderWatchesWhatIsOpen(t *testing.T) {
	m := reports(t, 5)
	d := openFolder(t, m, 80, 24)
	m.watch = &fakeWatch{changes: []error{nil}}
	d.drain(d.app.library.relist())
	m.texts["01.yaml"] = report(27, "GREEN")
	d.press("enter")
	if s := d.screen(); !strings.Contains(s, "Report number 27") || m.watch.closed != 1 {
		t.Errorf("it is not read again when it changes (%d times closed):\n%s", m.watch.closed, s)
	}
	d.press("esc")
	if s := d.screen(); !strings.Contains(s, "Report number 27") || !strings.Contains(s, "TLP:GREEN") {
		t.Errorf("the list tells of the old version:\n%s", s)
	}
}

// TestLargeFolders: what is not kept in memory is read again when it is opened.
func TestLargeFolders(t *testing.T) {
	m := reports(t, 6)
	f := m.folder()
	list := f.List
	f.List = func() ([]file.FolderFile, int, error) {
		files, more, err := list()
		for i := range files {
			files[i].Size = maxKept/2 - 1
		}
		return files, more + 7, err
	}
	d := drive(t, NewFolder(f, Options{}), 80, 24)
	d.drain(d.app.Init())
	if s := d.screen(); !strings.Contains(s, "7 not looked at") {
		t.Errorf("files that were not looked at are not counted:\n%s", s)
	}
	kept := 0
	for _, b := range d.app.library.entries {
		if b.indexed != nil {
			kept++
		}
	}
	if kept != 2 {
		t.Errorf("%d briefings are kept, want 2", kept)
	}
	was := m.loads
	d.press("G", "enter")
	if s := d.screen(); m.loads != was+1 || !strings.Contains(s, "What report 6 says first") {
		t.Errorf("%d more files read:\n%s", m.loads-was, s)
	}
}

// TestFolderIsReadBehindTheList: the list is there before the files are read,
// and they are read few at a time.
func TestFolderIsReadBehindTheList(t *testing.T) {
	m := reports(t, 20)
	a := NewFolder(m.folder(), Options{})
	a.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	list := a.Init()
	_, reads := a.Update(list())
	screen, err := screenOf(a)
	if s := strings.Join(screen, "\n"); err != nil || !strings.Contains(s, "0 of 20 read") || !strings.Contains(s, "not read yet") {
		t.Errorf("%v\n%s", err, s)
	}
	batch, ok := reads().(tea.BatchMsg)
	if !ok || len(batch) != atOnce {
		t.Fatalf("%d files are read at once", len(batch))
	}
	_, next := a.Update(batch[0]())
	if screen, _ := screenOf(a); next == nil || !strings.Contains(strings.Join(screen, "\n"), "1 of 20 read") {
		t.Error("no file is read after the first")
	}
	// A file that is opened before its turn is read at once.
	a.Update(keyPress(t, "G"))
	_, open := a.Update(keyPress(t, "enter"))
	if _, cmd := a.Update(open()); a.Reader == nil {
		t.Error("a file opened before its turn does not open")
	} else if cmd != nil || a.library.turns.files != atOnce {
		t.Error("it changes how many files are read at a time")
	}
	// What comes of the list before the last one is dropped.
	number := a.library.listed
	a.library.relist()
	a.Update(batch[1]())
	if a.library.done != 2 || number == a.library.listed {
		t.Errorf("%d read", a.library.done)
	}
}

// TestLargeFilesAreReadAlone: memory is needed for one of them at a time.
func TestLargeFilesAreReadAlone(t *testing.T) {
	m := reports(t, 9)
	f := m.folder()
	list := f.List
	f.List = func() ([]file.FolderFile, int, error) {
		files, more, err := list()
		for i := range files {
			files[i].Size = maxReading / 3
		}
		files[1].Size = maxReading + 1
		return files, more, err
	}
	a := NewFolder(f, Options{})
	a.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	_, reads := a.Update(a.Init()())
	for _, want := range []int{1, 1, 3} {
		if n := a.library.turns.files; n != want {
			t.Fatalf("%d files are read at once, want %d", n, want)
		}
		_, reads = a.Update(reads())
	}
}

// TestGivingUp: Esc no longer waits for a file that is to be opened.
func TestGivingUp(t *testing.T) {
	m := reports(t, 9)
	a := NewFolder(m.folder(), Options{})
	a.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	a.Update(a.Init()())
	_, read := a.Update(keyPress(t, "enter"))
	a.Update(keyPress(t, "esc"))
	a.Update(read())
	if a.Reader != nil {
		t.Error("it opens all the same")
	}
}

// TestLibraryKeys presses every key in the list, in lists of all kinds.
func TestLibraryKeys(t *testing.T) {
	empty := &memory{t: t, texts: map[string]string{}}
	for name, m := range map[string]*memory{"some": reports(t, 9), "none": empty} {
		for _, b := range Bindings() {
			for _, key := range b.Keys() {
				t.Run(name+"/"+key, func(t *testing.T) {
					d := openFolder(t, m, 120, 30)
					for range 2 {
						d.press(key)
						d.screen()
					}
				})
			}
		}
	}
}

// TestSweepFolder draws the list in every size.
func TestSweepFolder(t *testing.T) {
	m := reports(t, 30)
	for i, text := range hardTexts {
		name := strings.Repeat("long", i) + text + ".yaml"
		m.names = append(m.names, name)
		m.texts[name] = "format: briefing/1\nid: x\nas_of: 2024-10-28?/2024-11~\ntlp: AMBER+STRICT\ntitle: " + fmt.Sprintf("%q", text+" x") + "\n"
	}
	for surface, keys := range map[string][]string{"list": {"G"}, "search": {"/", "a"}, "open": {"enter"}, "help": {"?"}} {
		t.Run(surface, func(t *testing.T) {
			t.Parallel()
			mine := *m
			d := openFolder(t, &mine, 80, 24)
			d.press(keys...)
			sweep(t, d)
		})
	}
}

// TestFolderSaysWhyNothingIsShown stands on a file that is broken, and on one
// that is not kept in memory.
func TestFolderSaysWhyNothingIsShown(t *testing.T) {
	d := openFolder(t, reports(t, 9), 120, 24)
	d.want("What report 1 says first", true)
	d.press("j")
	d.want("nothing to show of it: "+d.app.library.entries[1].row.Why[:20], true)
	d.app.library.entries[4].indexed = nil
	d.press("j", "j", "j")
	d.want("not kept in memory", true)
	d.press("enter")
	d.want("reports › Brief", true)
}
