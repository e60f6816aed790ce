package settings

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// actions are few, but of every sort.
var actions = []Action{
	{ID: "up", Keys: []string{"k", "up"}},
	{ID: "down", Keys: []string{"j", "down"}},
	{ID: "open", Keys: []string{"enter", "l"}},
	{ID: "browse", Keys: []string{"o"}},
	{ID: "quit-now", Keys: []string{"ctrl+c"}, Fixed: true},
}

// read reads a settings file in some environment, NAME=value each.
func read(t testing.TB, text string, environ ...string) *Settings {
	t.Helper()
	path := filepath.Join(t.TempDir(), "config.yaml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return Read(around(append(environ, "SITREP_CONFIG="+path)...))
}

func around(environ ...string) Environment {
	return Environment{
		Getenv: func(name string) string {
			for _, e := range slices.Backward(environ) {
				if value, ok := strings.CutPrefix(e, name+"="); ok {
					return value
				}
			}
			return ""
		},
		Folder:  func() (string, error) { return "", errors.New("no folder") },
		Actions: actions,
	}
}

// lines returns the problems, each with its hint, without the path.
func lines(s *Settings) []string {
	var out []string
	for _, p := range s.Problems {
		out = append(out, strings.TrimPrefix(p.String(), s.File)+" ("+p.Hint+")")
	}
	return out
}

func TestValuesAndTheirOrigins(t *testing.T) {
	for _, c := range []struct {
		name    string
		file    string
		environ []string
		want    string
	}{
		{"nothing chosen", "", nil, "auto from default, ascii false from default, mouse false from default"},
		{"only a comment", "# nothing\n", nil, "auto from default, ascii false from default, mouse false from default"},
		{"the file", "theme: light\nmouse: true\n\nascii: True\n", nil, "light from config.yaml:1, ascii true from config.yaml:4, mouse true from config.yaml:2"},
		{"a variable wins over the file", "theme: light\n", []string{"SITREP_THEME=mono"}, "mono from SITREP_THEME, ascii false from default, mouse false from default"},
		{"no colours", "theme: light\n", []string{"NO_COLOR=1"}, "mono from NO_COLOR, ascii false from default, mouse false from default"},
		{"no colours, empty", "theme: light\n", []string{"NO_COLOR="}, "light from config.yaml:1, ascii false from default, mouse false from default"},
		{"the theme's own variable says more", "", []string{"NO_COLOR=1", "SITREP_THEME=dark"}, "dark from SITREP_THEME, ascii false from default, mouse false from default"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := read(t, c.file, c.environ...)
			if len(s.Problems) > 0 {
				t.Errorf("problems: %q", lines(s))
			}
			got := string(s.Theme.Value) + " from " + s.Theme.From.String() +
				", ascii " + boolWord(s.ASCII) + ", mouse " + boolWord(s.Mouse)
			if got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func boolWord(c Choice[bool]) string {
	if c.Value {
		return "true from " + c.From.String()
	}
	return "false from " + c.From.String()
}

// What stands twice has the value that stands first.
func TestFirstCounts(t *testing.T) {
	s := read(t, "theme: dark\ntheme: light\nkeys:\n  down: s\n  down: x\n")
	if len(s.Problems) != 2 || s.Theme.Value != Dark || !slices.Equal(s.KeysByAction()["down"], []string{"s"}) {
		t.Errorf("%s, down is %v; problems: %q", s.Theme.Value, s.KeysByAction()["down"], lines(s))
	}
}

func TestKeys(t *testing.T) {
	s := read(t, `keys:
  up: [w, ctrl+alt+up, "ü"]
  down: s
  open: []
  browse: [l, shift+alt+x]
`)
	if len(s.Problems) > 0 {
		t.Fatalf("problems: %q", lines(s))
	}
	want := map[string][]string{
		"up": {"w", "ctrl+alt+up", "ü"}, "down": {"s"}, "open": {}, "browse": {"l", "alt+shift+x"}, "quit-now": {"ctrl+c"},
	}
	if diff := cmp.Diff(want, s.KeysByAction()); diff != "" {
		t.Error(diff)
	}
}

// TestAKeyOfTheFileIsTaken gives an action the key of another one, which loses
// it and says so.
func TestAKeyOfTheFileIsTaken(t *testing.T) {
	s := read(t, "keys: {up: o}")
	if len(s.Problems) > 0 {
		t.Fatalf("problems: %q", lines(s))
	}
	b := s.Keys[slices.IndexFunc(s.Keys, func(b Bound) bool { return b.Action == "browse" })]
	if len(b.Keys) > 0 || !slices.Equal(b.Lost, []Loss{{"o", "up"}}) {
		t.Errorf("browse has %v and has lost %v", b.Keys, b.Lost)
	}
}

func TestProblems(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"unknown setting", "thema: dark", `:1:1: unknown-key: there is no setting "thema" (did you mean "theme"?)`},
		{"unknown theme", "theme: darc", `:1:8: bad-value: no theme "darc"; there are auto, dark, light and mono (did you mean "dark"?)`},
		{"unknown layout", "layout: tow", `:1:9: bad-value: no layout "tow"; there are auto, one, two, three (did you mean "two"?)`},
		{"list for a layout", "layout: [two]", `:1:9: wrong-kind: found a list, expected a layout (for example layout: two)`},
		{"neither true nor false", "mouse: yes", `:1:8: bad-value: "yes" is neither true nor false (write true or false)`},
		{"list for a word", "theme: [dark]", `:1:8: wrong-kind: found a list, expected a theme (for example theme: dark)`},
		{"nothing for a word", "ascii:", `:1:7: wrong-kind: found nothing, expected true or false (for example ascii: true)`},
		{"twice", "ascii: true\nascii: false", `:2:1: duplicate-key: "ascii" stands twice in the settings; the second is left out (keep one of the two)`},
		{"a list", "- theme", `:1:1: wrong-kind: found a list, expected settings (for example theme: dark)`},
		{"an alias", "theme: &x dark", `:1:8: wrong-kind: found a YAML alias, anchor or tag, expected a theme (for example theme: dark)`},
		{"keys as a list", "keys: [j]", `:1:7: wrong-kind: found a list, expected actions with their keys (for example open: [enter, l])`},
		{"unknown action", "keys:\n  opne: x", `:2:3: unknown-action: there is no action "opne" (did you mean "open"?)`},
		{"unknown action, none near", "keys:\n  dance: x", `:2:3: unknown-action: there is no action "dance" (sitrep config lists all actions)`},
		{"unknown key", "keys:\n  open: [x, escape]", `:2:13: no-such-key: there is no key "escape" (write "esc")`},
		{"unknown key, near", "keys:\n  open: entr", `:2:9: no-such-key: there is no key "entr" (did you mean "enter"?)`},
		{"unknown modifier", "keys: {open: control+x}", `:1:14: no-such-key: there is no key "control+x" (write "ctrl+x")`},
		{"modifier twice", "keys: {open: ctrl+ctrl+x}", `:1:14: no-such-key: there is no key "ctrl+ctrl+x" (name every modifier once)`},
		{"shifted letter", "keys: {open: shift+a}", `:1:14: no-such-key: there is no key "shift+a" (write the character that the keys give together, such as A)`},
		{"capital with ctrl", "keys: {open: ctrl+A}", `:1:14: no-such-key: there is no key "ctrl+A" (write "ctrl+a", with shift+ before it if it is meant)`},
		{"empty key", `keys: {open: ""}`, `:1:14: no-such-key: there is no key "" (write the key, in quotes if it is a sign)`},
		{"nothing", "keys:\n  open:", `:2:8: wrong-kind: found nothing, expected keys (for example open: [x, ctrl+x]; [] leaves the action without a key)`},
		{"a sign without quotes", "keys:\n  open: [[x]]", `:2:10: wrong-kind: found a list, expected a key (put signs in quotes, such as "[" and "?")`},
		{"two actions on one key", "keys:\n  up: [x]\n  down: [y, x]", `:3:13: key-bound-twice: "x" is a key of up already; down does not get it (give each key to one action)`},
		{"one key twice", "keys: {up: [x, x]}", `:1:16: key-bound-twice: "x" is a key of up already; up does not get it (give each key to one action)`},
		{"action that stays", "keys: {quit-now: Q}", `:1:8: fixed-key: the keys of quit-now stay as they are (take the line out)`},
		{"key that stays", "keys: {up: ctrl+c}", `:1:12: fixed-key: "ctrl+c" always is the key of quit-now (choose another key)`},
		{"no YAML", "theme: [dark", `:1:13: syntax: `},
		{"a bidi override in a word", `theme: "\u202Edark"`, ":1:8: bad-value: no theme \"\ufffddark\"; there are auto, dark, light and mono (choose one of them)"},
		{"an escape in a word", `theme: "\e[31m"`, ":1:8: bad-value: no theme \"\ufffd[31m\"; there are auto, dark, light and mono (choose one of them)"},
		{"not UTF-8", "theme: \xff", `:1:8: not-utf8: not UTF-8, line 1: the byte 0xff (save the file as UTF-8)`},
		{"too deep", strings.Repeat("[", 50), `:1:33: too-deep: more than 32 lists and mappings in each other (a settings file is small and flat; sitrep config shows one)`},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := read(t, c.file)
			got := lines(s)
			if len(got) != 1 || !strings.HasPrefix(got[0], c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// TestWrongValuesLeaveTheRest keeps what is right beside what is wrong, and
// the keys of an action for which no right one is named.
func TestWrongValuesLeaveTheRest(t *testing.T) {
	s := read(t, "theme: drak\nmouse: true\nkeys:\n  up: [nope]\n  down: [nope, s]\n")
	if len(s.Problems) != 3 || s.Theme.Value != Auto || !s.Mouse.Value {
		t.Errorf("problems %q, theme %v, mouse %v", lines(s), s.Theme, s.Mouse)
	}
	keys := s.KeysByAction()
	if !slices.Equal(keys["up"], []string{"k", "up"}) || !slices.Equal(keys["down"], []string{"s"}) {
		t.Errorf("keys %v", keys)
	}
}

func TestWrongVariable(t *testing.T) {
	s := read(t, "theme: light", "SITREP_THEME=lihgt")
	want := []string{`SITREP_THEME: bad-value: no theme "lihgt"; there are auto, dark, light and mono (did you mean "light"?)`}
	if diff := cmp.Diff(want, lines(s)); diff != "" || s.Theme.Value != Light {
		t.Errorf("theme %v; %s", s.Theme, diff)
	}
}
