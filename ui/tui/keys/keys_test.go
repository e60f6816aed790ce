package keys

import (
	"strings"
	"testing"
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
	for _, a := range table(5) {
		if seen[a.ID] || a.ID == "" || strings.Trim(a.ID, "abcdefghijklmnopqrstuvwxyz-") != "" {
			t.Errorf("%q is no id, or one that is there already", a.ID)
		}
		seen[a.ID] = true
		if len(a.Keys()) == 0 || a.Name == "" {
			t.Errorf("%s has no key or no name", a.ID)
		}
	}
}
