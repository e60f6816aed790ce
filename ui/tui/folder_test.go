package tui

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/ui/tui/tuitest"
)

func TestFolderAndBack(t *testing.T) {
	d := openFolder(t, reports(t, 9), 80, 24)
	d.Press("j", "j", "j", "j")
	list := d.AboveFooter()
	d.Press("enter")
	d.Has("Report number 7", "What report 7 says first", "reports › Brief")
	d.Press("3", "j", "enter")
	inside := d.AboveFooter()
	d.Press("esc", "esc")
	if got := d.AboveFooter(); got != list {
		t.Errorf("back in the list the screen is\n%snot\n%s", got, list)
	}
	d.Press("enter", "enter")
	if got := d.AboveFooter(); got != inside {
		t.Errorf("opened again, it is at\n%snot at\n%s", got, inside)
	}
	d.Press("q", "q")
	if d.Quit {
		t.Fatal("q in a briefing of a folder ends the program")
	}
	d.Press("q")
	if !d.Quit {
		t.Error("q in the list does not end the program")
	}
}

func TestFolderSaysWhy(t *testing.T) {
	d := openFolder(t, reports(t, 9), 80, 40)
	d.Has("cannot be read: line 2:10", "cannot be read: the file is gone", "TLP:RED", "9 files")
	if head, _, _ := strings.Cut(d.Screen(), "\n"); !strings.Contains(head, "TLP:RED") {
		t.Errorf("the list does not carry the highest label: %s", head)
	}
	d.Press("G", "k", "enter")
	d.Has("02.yaml:2:10: syntax", "reports › Problem")
	d.Press("q", "j", "enter")
	d.Has("not opened: the file is gone")
}

// TestMendedFile: Enter on a file that cannot be read looks at it again.
func TestMendedFile(t *testing.T) {
	m := reports(t, 9)
	d := openFolder(t, m, 80, 24)
	m.Write("02.yaml", tuitest.Report(2, "CLEAR"))
	d.Press("G", "k", "enter")
	d.Has("What report 2 says first.")
	d.Press("esc")
	d.Has("Report number 2")
}

// TestFolderWatchesWhatIsOpen: the watch begins with the briefing and ends
// with it.
func TestFolderWatchesWhatIsOpen(t *testing.T) {
	m := reports(t, 5)
	d := openFolder(t, m, 80, 24)
	m.Watch = &tuitest.Watch{Changes: []error{nil}}
	m.Write("01.yaml", tuitest.Report(1, "GREEN"))
	d.Press("enter")
	if m.Loads != 2 || m.Watch.Closed != 1 {
		t.Errorf("it is read %d times, and the watch closed %d times:\n%s", m.Loads, m.Watch.Closed, d.Screen())
	}
	d.Press("esc")
	d.Has("TLP:GREEN") // the list has looked at it again
}

// TestGivingUp: Esc no longer waits for a file that is to be opened.
func TestGivingUp(t *testing.T) {
	d := openFolder(t, reports(t, 9), 80, 24)
	_, read := d.app.Update(tuitest.Key(t, "enter"))
	d.app.Update(tuitest.Key(t, "esc"))
	d.Drain(read)
	if d.app.reader != nil {
		t.Error("it opens all the same")
	}
	d.Has("not opened")
}

// TestLibraryKeys presses every key in the list, in lists of all kinds.
func TestLibraryKeys(t *testing.T) {
	texts := tuitest.Reports(9)
	texts["08.yaml"] = strings.Replace(tuitest.Report(7, "CLEAR"), "number 7", "number 8", 1) // a version of 07.yaml
	for name, texts := range map[string]map[string]string{"some": texts, "none": nil} {
		m := tuitest.NewFolder(t, texts)
		for _, b := range Bindings() {
			for _, key := range b.Keys() {
				t.Run(name+"/"+key, func(t *testing.T) {
					d := openFolder(t, m, 120, 30)
					for range 2 {
						d.Press(key)
						d.Screen()
					}
				})
			}
		}
	}
}

// TestSweepFolder draws the list in every size.
func TestSweepFolder(t *testing.T) {
	texts := tuitest.Reports(30)
	for i, text := range tuitest.HardTexts {
		name := []rune(fmt.Sprint(i, text))
		texts[string(name[:min(len(name), 60)])+".yaml"] = "format: briefing/1\nid: x\nas_of: 2024-10-28?/2024-11~\ntlp: AMBER+STRICT\ntitle: " + fmt.Sprintf("%q", text+" x") + "\n"
	}
	m := tuitest.NewFolder(t, texts)
	for surface, keys := range map[string][]string{
		"list": {"G"}, "search": {"/", "a"}, "wrong": {"/", "a", ":"}, "open": {"enter"}, "help": {"?"},
		"unfolded": {"+", "j"}, "versions": {"D"}, "changes": {"D", "enter"},
	} {
		t.Run(surface, func(t *testing.T) {
			d := openFolder(t, m, 80, 24)
			d.Press(keys...)
			d.Sweep()
		})
	}
}
