package tui

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"unsafe"
	"weak"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/file"
	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/style"
)

// typed presses a key for every character.
func (d *driver) typed(text string) {
	d.t.Helper()
	for _, r := range text {
		d.press(string(r))
	}
}

func (d *driver) has(wants ...string) {
	d.t.Helper()
	s := d.screen()
	for _, want := range wants {
		if !strings.Contains(s, want) {
			d.t.Fatalf("%q is not on the screen:\n%s", want, s)
		}
	}
}

// TestSearchFolder goes from the list over a hit to its words, and back.
func TestSearchFolder(t *testing.T) {
	d := openFolder(t, reports(t, 9), 80, 40)
	d.press("j", "j", "j", "j")
	list := aboveFooter(d.screen())
	d.press("/")
	d.has("Type what to look for")
	d.typed("two of")
	d.has("7 found in 7 of 9 briefings, 2 not readable", "Report number 3, TLP:RED, 03.yaml  1", "in reports, TLP:RED")
	d.press("down", "down")
	hits := d.screen()
	d.press("enter")
	d.has("reports › Actors › Two of report 5")
	d.press("esc")
	if got := d.screen(); got != hits {
		t.Errorf("back in the list of hits the screen is\n%snot\n%s", got, hits)
	}
	d.press("down", "enter")
	d.has("Two of report 6")
	d.press("1", "esc", "esc") // the first one ends the search in the section
	d.has("7 found in 7")
	d.press("esc")
	if got := aboveFooter(d.screen()); got != list {
		t.Errorf("back in the list of briefings the screen is\n%snot\n%s", got, list)
	}
	d.press("n")
	d.has("7 found in 7")
	d.press("esc", "enter", "esc")
	if d.app.Dialogs.Open() {
		t.Error("a briefing that was opened from the list of briefings leads back to the hits")
	}
}

// TestSearchFolderByTitle finds a briefing by what the list itself says.
func TestSearchFolderByTitle(t *testing.T) {
	d := openFolder(t, reports(t, 9), 80, 40)
	d.press("/")
	d.typed("07.y")
	d.has("0 found in 1 of 9", "briefing    Report number 7")
	d.press("enter")
	d.has("reports › Brief", "What report 7 says first")
	d.press("esc")
	d.has("0 found in 1 of 9")
	d.typed("!")
	d.has("nothing found")
}

// TestSearchWidens from a section to the briefing and to the folder, and leads
// back to where it began.
func TestSearchWidens(t *testing.T) {
	d := openFolder(t, reports(t, 9), 80, 40)
	d.press("enter", "3", "j", "enter")
	was := whereabouts(d.app)
	d.press("/")
	d.typed("says first")
	d.press("tab")
	d.has("Search the whole briefing", "1 found", "tab all briefings")
	d.press("tab")
	d.has("Search all briefings in reports", "7 found in 7")
	d.press("esc")
	if got := whereabouts(d.app); got != was {
		t.Errorf("closed, it is at\n%snot at\n%s", got, was)
	}
	d.press("/")
	d.typed("says first")
	d.press("tab", "tab", "down", "enter")
	d.has("What report 3 says first")
	d.press("esc")
	d.has("7 found in 7")
	d.press("up", "enter")
	d.has("What report 1 says first")
	d.press("esc", "esc")
	if got := whereabouts(d.app); got != was {
		t.Errorf("back from other briefings, it is at\n%snot at\n%s", got, was)
	}
}

// TestSearchOneAtATime: while a search is under way another is not begun; what
// it answers about an older query is dropped.
func TestSearchOneAtATime(t *testing.T) {
	d := openFolder(t, reports(t, 9), 80, 40)
	a := d.app
	d.press("/")
	_, first := a.Update(keyPress(t, "r"))
	if first == nil {
		t.Fatal("nothing is searched")
	}
	if _, second := a.Update(keyPress(t, "x")); second != nil {
		t.Error("two searches run at a time")
	}
	answer := first().(foundMsg)
	if len(answer.found) > 0 {
		t.Error("a search goes on that nobody waits for")
	}
	answer.found = []entryHits{{entry: a.library.entries[0], hits: 3}} // had it come a little earlier
	_, second := a.Update(answer)
	if a.library.search.next != 0 || len(a.library.search.found) > 0 || second == nil {
		t.Error("an answer about an older query is taken")
	}
	d.drain(second)
	d.has("nothing found")
	if a.library.search.asking {
		t.Error("it waits for ever")
	}
}

// TestSearchRests while its list is not on the screen.
func TestSearchRests(t *testing.T) {
	d := openFolder(t, reports(t, 9), 80, 40)
	d.press("/")
	_, cmd := d.app.Update(keyPress(t, "r"))
	d.press("esc")
	if _, next := d.app.Update(cmd()); next != nil {
		t.Error("it goes on when the list has been closed")
	}
	d.press("n")
	d.has("of 9 briefings, 2 not readable")
}

// TestSearchWhatIsNotKept reads it, and keeps none of it.
func TestSearchWhatIsNotKept(t *testing.T) {
	m := reports(t, 9)
	f := m.folder()
	list := f.List
	f.List = func() ([]file.FolderFile, int, error) {
		files, more, err := list()
		for i := range files {
			files[i].Size = maxKept - 1
		}
		return files, more, err
	}
	d := drive(t, NewFolder(f, Options{}), 80, 40)
	d.drain(d.app.Init())
	kept := func() int {
		n := 0
		for _, b := range d.app.library.entries {
			if b.indexed != nil || b.searcher != nil || b.left.index != nil {
				n++
			}
		}
		return n
	}
	d.press("/")
	d.typed("two of report 8")
	d.has("1 found in 1 of 9 briefings")
	d.press("enter")
	d.has("reports › Actors › Two of report 8")
	d.press("esc")
	d.has("1 found in 1 of 9 briefings")
	d.press("esc")
	if n := kept(); n != 1 {
		t.Errorf("%d briefings are kept, want 1", n)
	}
	delete(m.texts, "08.yaml")
	d.press("/")
	d.typed("two of report 8")
	d.has("nothing found", "3 not readable")
}

// TestSearchWhileReading finds in a briefing as soon as that has been read.
func TestSearchWhileReading(t *testing.T) {
	m := reports(t, 9)
	a := NewFolder(m.folder(), Options{})
	d := drive(t, a, 80, 40)
	_, reads := a.Update(a.Init()())
	d.press("/")
	d.typed("says first")
	d.has("0 found in 0 of 9 briefings, 0 searched", "searching")
	for _, read := range reads().(tea.BatchMsg)[:1] {
		_, next := a.Update(read())
		_ = next // nobody reads on
		for a.library.search.asking {
			d.drain(next)
		}
	}
	d.has("says first")
}

// TestSearchMany lists some of each briefing, and not more than can be looked
// through of all; all are counted.
func TestSearchMany(t *testing.T) {
	m := &memory{t: t, texts: map[string]string{}}
	const files, each = 30, 25
	for i := range files {
		name := fmt.Sprintf("%02d.yaml", i)
		m.names = append(m.names, name)
		text := report(i%28+1, "CLEAR")
		for n := range each - 2 {
			text += fmt.Sprintf("- {id: more%d, name: More of it, kind: state}\n", n)
		}
		m.texts[name] = text
	}
	d := openFolder(t, m, 80, 40)
	d.press("/")
	d.typed("of ")
	d.has("750 found in 30 of 30 briefings", "00.yaml  25  (the first 20 are listed)")
	if n := len(d.app.library.search.picker.Find("of ")); n != dialog.MaxHits {
		t.Errorf("%d hits are listed", n)
	}
}

// TestSearchAgainAfterRelisting searches what is in the folder by then.
func TestSearchAgainAfterRelisting(t *testing.T) {
	m := reports(t, 9)
	d := openFolder(t, m, 80, 40)
	d.press("/")
	d.typed("says first")
	d.has("7 found in 7")
	m.texts["02.yaml"] = report(2, "CLEAR")
	d.press("esc", "r", "n")
	d.has("8 found in 8 of 9 briefings")
}

// TestHitThatIsGone: the briefing opens, and it is said that the words are not
// in it.
func TestHitThatIsGone(t *testing.T) {
	m := reports(t, 9)
	d := openFolder(t, m, 80, 40)
	d.press("/")
	d.typed("two of report 5")
	m.texts["05.yaml"] = strings.NewReplacer("two", "three", "Two", "Three").Replace(m.texts["05.yaml"])
	d.app.library.entry("05.yaml").indexed = nil
	d.press("enter")
	d.has("Report number 5")
	if d.app.Reader == nil || !strings.Contains(d.app.Status, "is not here any more") {
		t.Errorf("it says %q", d.app.Status)
	}
	d.press("esc")
	d.has("1 found in 1")
}

// TestWhatIsNotKeptIsFreed: neither the list nor the hits hold on to the text
// of a file that is not kept. Strings are cut from a text that is JSON.
func TestWhatIsNotKeptIsFreed(t *testing.T) {
	var texts []weak.Pointer[byte]
	f := Folder{
		List: func() ([]file.FolderFile, int, error) {
			return []file.FolderFile{{Name: "a.json", Size: maxKept + 1}, {Name: "b.json", Size: maxKept + 1}}, 0, nil
		},
		Open: func(name string) File {
			return File{Load: func() (*file.Document, error) {
				text := `{"format":"briefing/1","id":"words-of-id","title":"Words of title","as_of":"2024-06-01","tlp":"RED",` +
					`"bottom_line":"Words of text.","actors":[{"id":"words-of-actor","name":"Words of name","kind":"state"}]}`
				doc, err := file.Parse([]byte(text), name, nil)
				if err == nil {
					texts = append(texts, weak.Make(unsafe.StringData(doc.Briefing.BottomLine)))
				}
				return doc, err
			}}
		},
	}
	d := drive(t, NewFolder(f, Options{}), 80, 24)
	d.drain(d.app.Init())
	d.press("/")
	d.typed("words")
	d.has("6 found in 2 of 2 briefings")
	for range 2 {
		runtime.GC()
	}
	for i, text := range texts {
		if text.Value() != nil {
			t.Errorf("text %d of %d is still in memory", i+1, len(texts))
		}
	}
	runtime.KeepAlive(d)
}

// TestSearchFolderInPlainSigns has no sign beyond ASCII where that was asked
// for.
func TestSearchFolderInPlainSigns(t *testing.T) {
	d := drive(t, NewFolder(reports(t, 9).folder(), Options{Theme: style.Options{ASCII: true}}), 80, 40)
	_, reads := d.app.Update(d.app.Init()())
	for _, keys := range [][]string{{"/"}, {"r"}, {"q"}} {
		d.press(keys...)
		if screen := d.screen(); strings.IndexFunc(screen, func(r rune) bool { return r > 0x7e }) >= 0 {
			t.Errorf("after %v:\n%s", keys, screen)
		}
	}
	d.drain(reads)
	d.press("backspace")
	if screen := d.screen(); strings.IndexFunc(screen, func(r rune) bool { return r > 0x7e }) >= 0 || !strings.Contains(screen, "Report number 5") {
		t.Errorf("with hits:\n%s", screen)
	}
}

// TestSearchHasItsOwnIndex: an index serves one goroutine, and the one that is
// shown is drawn while commands search. It is made once for an indexed document.
func TestSearchHasItsOwnIndex(t *testing.T) {
	d := openFolder(t, reports(t, 9), 80, 24)
	d.press("/", "r")
	b := d.app.library.entries[0]
	first := b.searcher
	if first == nil || first.Index() == b.indexed.index || first.Index().Briefing != b.indexed.doc.Briefing {
		t.Fatal("the index that is shown is searched")
	}
	d.press("e")
	if b.searcher != first {
		t.Error("it is made anew for every query")
	}
	d.press("esc", "enter")
	d.app.renew(newIndexed(parse(t, []byte(report(4, "GREEN")), "x"), allPassages))
	d.press("/", "4", "tab", "tab")
	d.has("Report number 4, TLP:GREEN, 01.yaml")
	if b.searcher == first {
		t.Error("the version before is searched")
	}
}
