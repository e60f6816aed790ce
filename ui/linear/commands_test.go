package linear

import (
	"slices"
	"strings"
	"testing"

	"sitrep/ui/tui"
	"sitrep/ui/tui/keys"
)

// TestEveryActionHasItsCommand ranges over the actions of the reader that draws screens:
// each has a command here, under its own name and under each key that can be typed as a
// letter, or a sentence that says why not.
func TestEveryActionHasItsCommand(t *testing.T) {
	all := topics()
	standing := standingFor(all)
	missing := map[string]bool{}
	for _, w := range without {
		if standing[w.action] || !strings.Contains(w.why, " ") {
			t.Errorf("%s has a command as well as a sentence why not, or no sentence", w.action)
		}
		missing[w.action] = true
	}
	known := map[string]bool{}
	for _, b := range tui.Bindings() {
		known[b.ID] = true
		switch {
		case standing[b.ID]:
			typedAs(t, all, b)
		case !missing[b.ID]:
			t.Errorf("%s has no command, and no sentence why not", b.ID)
		}
	}
	for _, ids := range []map[string]bool{standing, missing} {
		for id := range ids {
			if !known[id] {
				t.Errorf("there is no action %s", id)
			}
		}
	}
}

// standingFor returns the actions for which there are commands.
func standingFor(all []topic) map[string]bool {
	out := map[string]bool{}
	for _, topic := range all {
		for _, c := range topic.commands {
			for _, id := range c.actions {
				out[id] = true
			}
		}
	}
	return out
}

// typedAs checks that an action can be typed by its name and its letters.
func typedAs(t *testing.T, all []topic, b keys.Binding) {
	t.Helper()
	if b.ID != keys.Section && b.ID != keys.Code {
		reaches(t, all, b.ID, b.ID)
	}
	for _, key := range b.Keys() {
		if len(key) == 1 && !slices.Contains(otherLetters, key) {
			reaches(t, all, key, b.ID)
		}
	}
}

// otherLetters are keys that are another command here: b goes back, as page up has no
// meaning, and : precedes any command.
var otherLetters = []string{"b", ":"}

// inOther are the actions that a command with another name stands for.
var inOther = map[string]string{"half-page-up": "previous", "half-page-down": "next", "page-up": "previous", "page-down": "next", "palette": "help", "zoom-in": "all-versions", "zoom-out": "newest"}

// reaches checks that what is typed is a command that stands for an action.
func reaches(t *testing.T, all []topic, typed, action string) {
	t.Helper()
	if other, ok := inOther[action]; ok && typed == action {
		typed = other
	}
	c, _ := find(all, typed)
	if c == nil || !slices.Contains(c.actions, action) {
		t.Errorf("%q does not stand for %s", typed, action)
	}
}

// TestCommands holds the table to what help and typing need.
func TestCommands(t *testing.T) {
	seen := map[string]bool{}
	for _, topic := range topics() {
		if topic.about == "" || strings.HasSuffix(topic.about, ".") {
			t.Errorf("%s is not explained in a sentence without its full stop", topic.name)
		}
		for _, c := range topic.commands {
			n := 0
			for _, has := range []bool{c.anywhere != nil, c.moves != nil, c.reads != nil, c.lists != nil} {
				if has {
					n++
				}
			}
			if n != 1 || c.about == "" || strings.HasSuffix(c.about, ".") {
				t.Errorf("%s has %d functions, and is explained by %q", c.names[0], n, c.about)
			}
			for _, name := range c.names {
				if seen[name] {
					t.Errorf("%q is two commands", name)
				}
				seen[name] = true
			}
		}
	}
}

func TestFind(t *testing.T) {
	all := topics()
	for line, want := range map[string]string{
		"j": "next|", "J": "next-item|", "  j  12 ": "next|12", "NEXT": "next|", ":open a b.yaml": "open|a b.yaml", "/black sea": "search|black sea", "/ black": "search|black", "//black sea": "find|black sea",
		"? search": "help|search", "?search": "help|search", "'": "notebook|", "4": "1", "G": "end|", "F stance:denies": "filter|stance:denies", "a it is so": "note|it is so", "nonsense": "", "": "", "go 7": "go|7", "jj": "",
	} {
		c, arg := find(all, line)
		got := ""
		if c != nil {
			got = c.names[0] + "|" + arg
		}
		if line == "4" {
			want = "4|"
		}
		if got != want {
			t.Errorf("%q is %q, want %q", line, got, want)
		}
	}
}
