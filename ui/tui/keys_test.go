package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/style"
	"sitrep/ui/tui/tuitest"
)

// TestOtherKeys gives actions other keys: those work and are shown everywhere,
// and the old ones do nothing.
func TestOtherKeys(t *testing.T) {
	other := map[string][]string{
		"open": {"w", "ctrl+alt+o"}, "down": {"s"}, "help": {"f1"}, "problems": {}, "section": {"a", "c", "d", "f", "g"},
		"leave-out": {"0"}, "search": {"y"}, "filter": {"e"}, "back": {"z"}, keys.QuitNow: {"Q"},
	}
	d := drive(t, New(tuitest.BuiltIn(t), Options{Keys: other, Theme: style.Options{}}), 120, 40)
	has := func(words ...string) {
		t.Helper()
		for _, w := range words {
			if s := d.Screen(); !strings.Contains(s, w) {
				t.Errorf("%q is not on the screen:\n%s", w, s)
			}
		}
	}
	has("w open", "s k move", "f1 help", " a Brief", "g Sources")
	d.Press("enter")
	has("enter is not bound; f1 shows every key")
	d.Press("f", "s", "w")
	has("Claims › ")
	d.Press("0")
	has("0 leaves out a source or an actor")
	d.Press("n")
	has("nothing has been searched for; y searches")
	d.Press("e", "d", "e", "n", "enter", "enter")
	has("e changes it, z in a list clears it")
	d.Press("f1")
	has("w/ctrl+alt+o", "a/c/d/f/g")
	has("y narrows")
	d.Press("s", "z") // move and close by their keys, too
	if d.app.Dialogs.Open() {
		t.Error("z does not close the help")
	}
	d.Press("f1", "y", "q", "u", "i", "t", "space", "n")
	has("ctrl+c ")
	d.Press("esc", ":", "p", "r", "o", "b", "l", "e", "m", "s")
	has("list the problems of the file")
	d.Press("enter")
	has("No problems")
	d.Press("esc")
	d.Press("Q")
	has("Q is not bound")
	d.Press("ctrl+c")
	if !d.Quit {
		t.Error("ctrl+c does not quit")
	}
}

func TestNoticeStaysUntilAKey(t *testing.T) {
	d := drive(t, New(tuitest.BuiltIn(t), Options{Notice: "config.yaml:3:1: unknown-key: x"}), 80, 24)
	if s := d.Screen(); !strings.Contains(s, "config.yaml:3:1: unknown-key: x") {
		t.Errorf("nothing is said:\n%s", s)
	}
	d.Press("j")
	if s := d.Screen(); strings.Contains(s, "unknown-key") {
		t.Errorf("it is said for ever:\n%s", s)
	}
}

func TestMouseIsOffAtFirst(t *testing.T) {
	a := New(tuitest.BuiltIn(t), Options{})
	if a.View().MouseMode != tea.MouseModeNone {
		t.Error("the mouse is taken without being asked for")
	}
	d := drive(t, a, 80, 24)
	d.Press("M")
	if a.View().MouseMode != tea.MouseModeCellMotion || !strings.Contains(d.Screen(), "shift selects text") {
		t.Errorf("M does not turn the mouse on:\n%s", d.Screen())
	}
	d.Press("j")
	if !strings.Contains(d.Screen(), "shift selects text") {
		t.Errorf("the footer does not say how text is selected:\n%s", d.Screen())
	}
	if New(tuitest.BuiltIn(t), Options{Mouse: true}).View().MouseMode != tea.MouseModeCellMotion {
		t.Error("the setting does not turn the mouse on")
	}
}
