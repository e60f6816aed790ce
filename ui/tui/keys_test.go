package tui

import (
	"strings"
	"testing"

	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/style"
)

// TestOtherKeys gives actions other keys: those work and are shown everywhere,
// and the old ones do nothing.
func TestOtherKeys(t *testing.T) {
	other := map[string][]string{
		"open": {"w", "ctrl+alt+o"}, "down": {"s"}, "help": {"f1"}, "problems": {}, "section": {"a", "c", "d", "f", "g"},
		"leave-out": {"0"}, "search": {"y"}, "filter": {"e"}, "back": {"z"}, keys.QuitNow: {"Q"},
	}
	d := drive(t, New(builtIn(t), Options{Keys: other, Theme: style.Options{}}), 120, 40)
	has := func(words ...string) {
		t.Helper()
		for _, w := range words {
			if s := d.screen(); !strings.Contains(s, w) {
				t.Errorf("%q is not on the screen:\n%s", w, s)
			}
		}
	}
	has("w open", "s k move", "f1 help", " a Brief", "g Sources")
	d.press("enter")
	has("enter is not bound; f1 shows every key")
	d.press("f", "s", "w")
	has("Claims › ")
	d.press("0")
	has("0 leaves out a source or an actor")
	d.press("n")
	has("nothing has been searched for; y searches")
	d.press("e", "d", "e", "n", "enter", "enter")
	has("e changes it, z in a list clears it")
	d.press("f1")
	has("w/ctrl+alt+o", "a/c/d/f/g")
	has("y narrows")
	d.press("s", "z") // move and close by their keys, too
	if d.app.Dialogs.Open() {
		t.Error("z does not close the help")
	}
	d.press("f1", "y", "q", "u", "i", "t", "space", "n")
	has("ctrl+c ")
	d.press("esc", ":", "p", "r", "o", "b", "l", "e", "m", "s")
	has("list the problems of the file")
	d.press("enter")
	has("no problems")
	d.press("esc")
	d.press("Q")
	has("Q is not bound")
	d.press("ctrl+c")
	if !d.quit {
		t.Error("ctrl+c does not quit")
	}
}

func TestNoticeStaysUntilAKey(t *testing.T) {
	d := drive(t, New(builtIn(t), Options{Notice: "config.yaml:3:1: unknown-key: x"}), 80, 24)
	if s := d.screen(); !strings.Contains(s, "config.yaml:3:1: unknown-key: x") {
		t.Errorf("nothing is said:\n%s", s)
	}
	d.press("j")
	if s := d.screen(); strings.Contains(s, "unknown-key") {
		t.Errorf("it is said for ever:\n%s", s)
	}
}

// TestActionsAreDone does every action in the table of keys: none is without
// something that it does.
func TestActionsAreDone(t *testing.T) {
	known, m := 0, reports(t, 9)
	for _, b := range Bindings() {
		a := New(builtIn(t), Options{})
		if b.ID != keys.Section {
			a.run(b.ID)
			known++
		}
		if again := NewFolder(m.folder(), Options{}); b.ID != keys.Section {
			again.library.run(b.ID)
		}
	}
	if known < len(actions) {
		t.Errorf("%d actions are in the table of keys, and the reader does %d", known, len(actions))
	}
}
