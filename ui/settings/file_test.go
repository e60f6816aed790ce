package settings

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/google/go-cmp/cmp"

	"sitrep/briefing/clean"
	"sitrep/briefing/file"
)

func TestWhereTheFileIs(t *testing.T) {
	folder := t.TempDir()
	own := filepath.Join(folder, "sitrep", "config.yaml")
	if err := os.MkdirAll(filepath.Dir(own), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(own, []byte("theme: mono"), 0o600); err != nil {
		t.Fatal(err)
	}
	in := func(dir string, err error) func() (string, error) {
		return func() (string, error) { return dir, err }
	}
	for _, c := range []struct {
		name     string
		variable string
		folder   func() (string, error)
		theme    Theme
		file     string
		problem  string
	}{
		{"in the folder", "", in(folder, nil), Mono, own, ""},
		{"there is none", "", in(filepath.Join(folder, "other"), nil), Auto, filepath.Join(folder, "other", "sitrep", "config.yaml"), ""},
		{"the folder is a file", "", in(own, nil), Auto, filepath.Join(own, "sitrep", "config.yaml"), ""},
		{"there is no folder", "", in("", errors.New("$HOME is not defined")), Auto, "", ""},
		{"named", own, in("", errors.New("none")), Mono, own, ""},
		{"named and missing", own + "x", in(folder, nil), Auto, own + "x", file.CodeUnreadable},
		{"named and a folder", folder, in(folder, nil), Auto, folder, file.CodeUnreadable},
		{"none on purpose", os.DevNull, in(folder, nil), Auto, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			around := around("SITREP_CONFIG=" + c.variable)
			around.Folder = c.folder
			s := Read(around)
			problem := ""
			if len(s.Problems) > 0 {
				problem = s.Problems[0].Code
			}
			if s.Theme.Value != c.theme || s.File != c.file || problem != c.problem {
				t.Errorf("theme %v of %q, problem %q", s.Theme, s.File, problem)
			}
		})
	}
}

const odd = `keys:
  up: ["[", "{", "?", ":", "'", "\"", "\\", "#", "-", "~", "1", "y", "é", "ctrl++", "+", ",", "ctrl+@"]
  down: []
  open: [o]
theme: dark
`

// TestWriteReadsBack writes settings and reads them again: the values are the
// same, and nothing comes from the defaults any more.
func TestWriteReadsBack(t *testing.T) {
	for _, text := range []string{"", odd, "ascii: true\nmouse: true\nlayout: three", drafters} {
		s := read(t, text)
		if len(s.Problems) > 0 {
			t.Fatalf("problems: %q", lines(s))
		}
		var out bytes.Buffer
		if err := s.Write(&out); err != nil {
			t.Fatal(err)
		}
		again := read(t, out.String())
		if len(again.Problems) > 0 {
			t.Fatalf("%s\nproblems: %q", out.String(), lines(again))
		}
		if diff := cmp.Diff(s.KeysByAction(), again.KeysByAction()); diff != "" {
			t.Error(diff)
		}
		if s.Theme.Value != again.Theme.Value || s.ASCII.Value != again.ASCII.Value || s.Mouse.Value != again.Mouse.Value || s.Layout.Value != again.Layout.Value {
			t.Errorf("%v %v %v %v are not %v %v %v %v", again.Theme, again.ASCII, again.Mouse, again.Layout, s.Theme, s.ASCII, s.Mouse, s.Layout)
		}
		if diff := cmp.Diff(commands(s), commands(again)); diff != "" {
			t.Error(diff)
		}
	}
}

const drafters = `draft:
  local: ask
  "no: 1": {command: [sh, -c, "echo '{}' # \u00e9", "", "1"], time: 1h30m, size: 5, rounds: 10}
  none: []
`

// commands returns the drafters without their origins.
func commands(s *Settings) (out []Drafter) {
	for _, c := range s.Drafters {
		out = append(out, c.Value)
	}
	return out
}

func TestDrafters(t *testing.T) {
	want := []Drafter{
		{"local", []string{"ask"}, 10 * time.Minute, 1_000_000, 3},
		{"no: 1", []string{"sh", "-c", "echo '{}' # é", "", "1"}, 90 * time.Minute, 5, 10},
	}
	s := read(t, drafters)
	if diff := cmp.Diff(want, commands(s)); diff != "" || len(s.Problems) > 0 {
		t.Errorf("%s%q", diff, lines(s))
	}
	for text, want := range map[string]string{
		"draft: x": ":1:8: wrong-kind: found one word, expected names with their commands", "draft: {a: {}}": ":1:12: missing-key", "draft: {a: {b: c}}": `unknown-key: there is no setting "b" under draft: a`,
		"draft: {a: [[]]}": "wrong-kind", "draft: {a: {command: x, time: -1s}}": `"-1s" is no time up to 24h0m0s`, "draft: {a: {command: x, time: 25h}}": "bad-value", "draft: {a: {command: x, size: 1e9}}": "bad-value",
		"draft: {a: {command: x, rounds: 11}}": "from 1 to 10", "draft: {a: x, a: y}": "duplicate-key", "draft: {a: {command: x, rounds: [1]}}": "wrong-kind",
	} {
		if s := read(t, text); len(s.Problems) == 0 || !strings.Contains(lines(s)[0], want) {
			t.Errorf("%s: %q", text, lines(s))
		}
	}
}

func TestWriteSaysWhereFrom(t *testing.T) {
	s := read(t, "theme: light\nkeys:\n  up: o\n", "NO_COLOR=1")
	s.Mouse = Choice[bool]{true, Flag("mouse")}
	var out bytes.Buffer
	if err := s.Write(&out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"theme: mono ", "# NO_COLOR\n", "# --mouse\n", "up: [o] ", "# config.yaml:3\n", `# default; "o" is for up`, "# quit-now: [ctrl+c] "} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in\n%s", want, out.String())
		}
	}
}

// TestNamesAreTheLibrarys compares the names of keys with those that the
// terminal library gives them.
func TestNamesAreTheLibrarys(t *testing.T) {
	is := map[string]bool{}
	for code := tea.KeyExtended; code < tea.KeyExtended+1000; code++ {
		is[tea.Key{Code: code}.String()] = true
	}
	for _, code := range []rune{tea.KeyEnter, tea.KeyTab, tea.KeyBackspace, tea.KeyEscape, tea.KeySpace} {
		is[tea.Key{Code: code}.String()] = true
	}
	for _, name := range named {
		if !is[name] {
			t.Errorf("no key is called %q", name)
		}
	}
	for _, c := range []struct {
		text string
		key  tea.Key
	}{
		{"alt+ctrl+x", tea.Key{Code: 'x', Mod: tea.ModCtrl | tea.ModAlt}},
		{"shift+tab", tea.Key{Code: tea.KeyTab, Mod: tea.ModShift}},
		{"super+shift+alt+f5", tea.Key{Code: tea.KeyF5, Mod: tea.ModShift | tea.ModSuper | tea.ModAlt}},
		{"ctrl++", tea.Key{Code: '+', Mod: tea.ModCtrl}},
		{"A", tea.Key{Code: 'a', ShiftedCode: 'A', Text: "A", Mod: tea.ModShift}},
	} {
		if name, hint, ok := parseKey(c.text); !ok || name != c.key.String() {
			t.Errorf("%q is %q (%s), want %q", c.text, name, hint, c.key.String())
		}
	}
}

// FuzzRead reads any text: no panic, clean messages, and what is written reads
// back without a problem.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{odd, "theme: dark", "keys: {up: [a, b], down: a}", "- x", "theme: \"\\x1b\"", "keys:\n  up: ctrl+", "a: &b [*b]", drafters} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := read(t, text)
		for _, p := range s.Problems {
			for _, said := range []string{p.String(), p.Hint} {
				if said != clean.Line(said) {
					t.Errorf("%q is not clean", said)
				}
			}
		}
		var out bytes.Buffer
		if err := s.Write(&out); err != nil {
			t.Fatal(err)
		}
		again := read(t, out.String())
		if len(again.Problems) > 0 {
			t.Errorf("%s\nproblems: %q", out.String(), lines(again))
		}
	})
}
