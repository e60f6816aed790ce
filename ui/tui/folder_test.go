package tui

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/ui/tui/tuitest"

	tea "charm.land/bubbletea/v2"
)

func TestFolderAndBack(t *testing.T) {
	m := tuitest.Reports(9)
	d := openFolder(t, m, 80, 24)
	if m.Loads != 9 {
		t.Errorf("%d files read", m.Loads)
	}
	d.Press("j", "j", "j", "j", "j", "j")
	list := d.AboveFooter()
	d.Press("enter")
	for _, want := range []string{"Report number 7", "What report 7 says first", "reports › Brief"} {
		if s := d.Screen(); !strings.Contains(s, want) {
			t.Fatalf("%q is not on the screen:\n%s", want, s)
		}
	}
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
	d := openFolder(t, tuitest.Reports(9), 80, 40)
	s := d.Screen()
	for _, want := range []string{"cannot be read: line 2:10", "permission denied", "TLP:RED", "9 read"} {
		if !strings.Contains(s, want) {
			t.Errorf("%q is not on the screen:\n%s", want, s)
		}
	}
	if head, _, _ := strings.Cut(s, "\n"); !strings.Contains(head, "TLP:RED") {
		t.Errorf("the list does not carry the highest label: %s", head)
	}
	d.Press("j", "enter")
	d.Has("02.yaml:2:10: syntax", "reports › Problem")
	d.Press("q", "j", "j", "enter")
	d.Has("not opened: permission denied")
}

// TestMendedFile: Enter on a file that cannot be read looks at it again.
func TestMendedFile(t *testing.T) {
	m := tuitest.Reports(9)
	d := openFolder(t, m, 80, 24)
	m.Texts["02.yaml"] = tuitest.Report(2, "CLEAR")
	d.Press("j", "enter")
	d.Has("What report 2 says first.")
}

// TestFolderWatchesWhatIsOpen: the watch begins with the briefing and ends
// with it.
func TestFolderWatchesWhatIsOpen(t *testing.T) {
	m := tuitest.Reports(5)
	d := openFolder(t, m, 80, 24)
	m.Watch = &tuitest.Watch{Changes: []error{nil}}
	d.Press("r")
	m.Texts["01.yaml"] = tuitest.Report(27, "GREEN")
	d.Press("enter")
	if s := d.Screen(); !strings.Contains(s, "Report number 27") || m.Watch.Closed != 1 {
		t.Errorf("it is not read again when it changes (%d times closed):\n%s", m.Watch.Closed, s)
	}
	d.Press("esc")
	if s := d.Screen(); !strings.Contains(s, "Report number 27") || !strings.Contains(s, "TLP:GREEN") {
		t.Errorf("the list tells of the old version:\n%s", s)
	}
}

// TestGivingUp: Esc no longer waits for a file that is to be opened.
func TestGivingUp(t *testing.T) {
	m := tuitest.Reports(9)
	a := NewFolder(folderOf(m), Options{})
	a.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	a.Update(a.Init()())
	_, read := a.Update(tuitest.Key(t, "enter"))
	a.Update(tuitest.Key(t, "esc"))
	a.Update(read())
	if a.reader != nil {
		t.Error("it opens all the same")
	}
}

// TestLibraryKeys presses every key in the list, in lists of all kinds.
func TestLibraryKeys(t *testing.T) {
	empty := &tuitest.Folder{Texts: map[string]string{}}
	for name, m := range map[string]*tuitest.Folder{"some": tuitest.Reports(9), "none": empty} {
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
	m := tuitest.Reports(30)
	for i, text := range tuitest.HardTexts {
		name := strings.Repeat("long", i) + text + ".yaml"
		m.Names = append(m.Names, name)
		m.Texts[name] = "format: briefing/1\nid: x\nas_of: 2024-10-28?/2024-11~\ntlp: AMBER+STRICT\ntitle: " + fmt.Sprintf("%q", text+" x") + "\n"
	}
	for surface, keys := range map[string][]string{"list": {"G"}, "search": {"/", "a"}, "open": {"enter"}, "help": {"?"}} {
		t.Run(surface, func(t *testing.T) {
			t.Parallel()
			mine := *m
			d := openFolder(t, &mine, 80, 24)
			d.Press(keys...)
			d.Sweep()
		})
	}
}
