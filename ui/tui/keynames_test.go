package tui

import (
	"strings"
	"testing"

	"sitrep/ui/tui/style"
)

func TestShownKeys(t *testing.T) {
	for _, c := range []struct {
		keys        []string
		want, ascii string
	}{
		{nil, "", ""},
		{[]string{"k", "up"}, "k/↑", "k/up"},
		{[]string{"1", "2", "3", "4", "5"}, "1–5", "1-5"},
		{[]string{"1", "2"}, "1/2", "1/2"},
		{[]string{"1", "2", "3", "0", "x"}, "1–3/0/x", "1-3/0/x"},
		{[]string{"alt+left", "ctrl+alt+down"}, "alt+←/ctrl+alt+↓", "alt+left/ctrl+alt+down"},
		{[]string{"pgdown", "+", "ctrl++"}, "pgdn/+/ctrl++", "pgdn/+/ctrl++"},
	} {
		if got := shownKeys(c.keys, false); got != c.want {
			t.Errorf("%q is shown as %q, want %q", c.keys, got, c.want)
		}
		if got := shownKeys(c.keys, true); got != c.ascii {
			t.Errorf("%q is shown as %q in ASCII, want %q", c.keys, got, c.ascii)
		}
	}
}

// TestIDsOfActions holds ids to what settings need: they are slugs, and no two
// are the same.
func TestIDsOfActions(t *testing.T) {
	seen := map[string]bool{}
	for _, a := range Actions() {
		if seen[a.ID] || a.ID == "" || strings.Trim(a.ID, "abcdefghijklmnopqrstuvwxyz-") != "" {
			t.Errorf("%q is no id, or one that is there already", a.ID)
		}
		seen[a.ID] = true
		if len(a.Keys) == 0 || a.Name == "" {
			t.Errorf("%s has no key or no name", a.ID)
		}
		if a.Fixed != (a.ID == "quit-now") {
			t.Errorf("%s: fixed is %v", a.ID, a.Fixed)
		}
	}
}

// TestOtherKeys gives actions other keys: those work and are shown everywhere,
// and the old ones do nothing.
func TestOtherKeys(t *testing.T) {
	keys := map[string][]string{
		"open": {"w", "ctrl+alt+o"}, "down": {"s"}, "help": {"f1"}, "problems": {}, "section": {"a", "c", "d", "f", "g"},
		"leave-out": {"0"}, "search": {"y"}, "filter": {"e"}, "back": {"z"}, fixed: {"Q"},
	}
	d := drive(t, New(builtIn(t), Options{Keys: keys, Theme: style.Options{}}), 120, 40)
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
	d.press("/", "q", "u", "i", "t", "space", "n")
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
