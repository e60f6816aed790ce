package tui

import (
	"runtime"
	"strings"
	"testing"
	"unsafe"
	"weak"

	"sitrep/briefing/file"
	"sitrep/ui/tui/library"
	"sitrep/ui/tui/screen"
	"sitrep/ui/tui/style"
	"sitrep/ui/tui/tuitest"
)

// TestSearchFolder goes from the list over a hit to its words, and back.
func TestSearchFolder(t *testing.T) {
	d := openFolder(t, tuitest.Reports(9), 80, 40)
	d.Press("j", "j", "j", "j")
	list := d.AboveFooter()
	d.Press("/")
	d.Has("Type what to look for")
	d.Type("two of")
	d.Has("7 found in 7 of 9 briefings, 2 not readable", "Report number 3, TLP:RED, 03.yaml  1", "in reports, TLP:RED")
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

// TestSearchFolderByTitle finds a briefing by what the list itself says.
func TestSearchFolderByTitle(t *testing.T) {
	d := openFolder(t, tuitest.Reports(9), 80, 40)
	d.Press("/")
	d.Type("07.y")
	d.Has("0 found in 1 of 9", "briefing    Report number 7")
	d.Press("enter")
	d.Has("reports › Brief", "What report 7 says first")
	d.Press("esc")
	d.Has("0 found in 1 of 9")
	d.Type("!")
	d.Has("nothing found")
}

// TestSearchWidens from a section to the briefing and to the folder, and leads
// back to where it began.
func TestSearchWidens(t *testing.T) {
	d := openFolder(t, tuitest.Reports(9), 80, 40)
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

// TestSearchRests while its list is not on the screen.
func TestSearchRests(t *testing.T) {
	d := openFolder(t, tuitest.Reports(9), 80, 40)
	d.Press("/")
	_, cmd := d.app.Update(tuitest.Key(t, "r"))
	d.Press("esc")
	if _, next := d.app.Update(cmd()); next != nil {
		t.Error("it goes on when the list has been closed")
	}
	d.Press("n")
	d.Has("of 9 briefings, 2 not readable")
}

// TestSearchAgainAfterRelisting searches what is in the folder by then.
func TestSearchAgainAfterRelisting(t *testing.T) {
	m := tuitest.Reports(9)
	d := openFolder(t, m, 80, 40)
	d.Press("/")
	d.Type("says first")
	d.Has("7 found in 7")
	m.Texts["02.yaml"] = tuitest.Report(2, "CLEAR")
	d.Press("esc", "r", "n")
	d.Has("8 found in 8 of 9 briefings")
}

// TestHitThatIsGone: the briefing opens, and it is said that the words are not
// in it.
func TestHitThatIsGone(t *testing.T) {
	m := tuitest.Reports(9)
	m.Size = tooLarge
	d := openFolder(t, m, 80, 40)
	d.Press("/")
	d.Type("two of report 5")
	m.Texts["05.yaml"] = strings.NewReplacer("two", "three", "Two", "Three").Replace(m.Texts["05.yaml"])
	d.Press("enter")
	d.Has("Report number 5")
	if d.app.reader == nil || !strings.Contains(d.app.Status, "is not here any more") {
		t.Errorf("it says %q", d.app.Status)
	}
	d.Press("esc")
	d.Has("1 found in 1")
}

// tooLarge is the size of a file that is not kept in memory.
const tooLarge = 1 << 30

// TestWhatIsNotKeptIsFreed: neither the list nor the hits hold on to the text
// of a file that is not kept. Strings are cut from a text that is JSON.
func TestWhatIsNotKeptIsFreed(t *testing.T) {
	var texts []weak.Pointer[byte]
	f := library.Folder{
		List: func() ([]file.FolderFile, int, error) {
			return []file.FolderFile{{Name: "a.json", Size: tooLarge}, {Name: "b.json", Size: tooLarge}}, 0, nil
		},
		Open: func(name string) screen.File {
			return screen.File{Load: func() (*file.Document, error) {
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
	d.Drain(d.app.Init())
	d.Press("/")
	d.Type("words")
	d.Has("6 found in 2 of 2 briefings")
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
	d := drive(t, NewFolder(folderOf(tuitest.Reports(9)), Options{Theme: style.Options{ASCII: true}}), 80, 40)
	_, reads := d.app.Update(d.app.Init()())
	for _, keys := range [][]string{{"/"}, {"r"}, {"q"}} {
		d.Press(keys...)
		if screen := d.Screen(); strings.IndexFunc(screen, func(r rune) bool { return r > 0x7e }) >= 0 {
			t.Errorf("after %v:\n%s", keys, screen)
		}
	}
	d.Drain(reads)
	d.Press("backspace")
	if screen := d.Screen(); strings.IndexFunc(screen, func(r rune) bool { return r > 0x7e }) >= 0 || !strings.Contains(screen, "Report number 5") {
		t.Errorf("with hits:\n%s", screen)
	}
}
