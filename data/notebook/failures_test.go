package notebook

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestFailures fails to write, and tests that nothing is lost and that it is tried
// again.
func TestFailures(t *testing.T) {
	f := tempFolder(t)
	full := true
	f.Write = func(path string, write func(io.Writer) error) error {
		if full {
			return errors.New("no space left on device")
		}
		return writeFile(path, write)
	}
	n := opened(t, f, "kursk")
	n.SetMark("x", true)
	n.SetRead("y", "aaaa")
	n.Take(n.Save()())
	all, byHand := n.Unsaved()
	if n.Err() == nil || all != 2 || byHand != 1 || !n.Marked("x") {
		t.Errorf("err = %v, unsaved %d, %d", n.Err(), all, byHand)
	}
	full = false
	saved(t, n)
	if !strings.Contains(textOf(t, f, "kursk"), "- x\n") {
		t.Error("it is not in the file")
	}

	// No folder can be made below a file.
	f.Path = filepath.Join(f.file("kursk"), "below")
	n = f.Open("kursk")
	n.Take(n.Load()())
	n.SetMark("x", true)
	n.Take(n.Save()())
	if n.Err() == nil || !n.Marked("x") {
		t.Errorf("err = %v", n.Err())
	}
}

// TestUnreadable reads files that are no notebooks, and tests that none is
// overwritten.
func TestUnreadable(t *testing.T) {
	tests := map[string]struct {
		text string
		line int
	}{
		"not YAML":        {"format: notebook/1\nnotes: [\n", 0},
		"a merge":         {"format: notebook/1\nmarks:\n<<<<<<< HEAD\n  - a\n=======\n", 0},
		"another format":  {"format: notebook/2\n", 1},
		"no format":       {"briefing: kursk\n", 1},
		"another one":     {"format: notebook/1\nbriefing: bridge\n", 2},
		"an unknown name": {"format: notebook/1\nviews: [x]\n", 2},
		"a list":          {"- format: notebook/1\n", 1},
		"a word":          {"format: notebook/1\nread: x\n", 2},
		"no words":        {"format: notebook/1\nread: {x: [y]}\n", 2},
		"twice":           {"format: notebook/1\nread:\n  x: a\n  x: b\n", 4},
		"no such term":    {"format: notebook/1\njudgments:\n  x: {likelihood: perhaps}\n", 3},
		"no such field":   {"format: notebook/1\nnotes:\n  - {on: x, text: y, by: z}\n", 3},
		"no text":         {"format: notebook/1\nnotes:\n  - {on: x}\n", 3},
		"no time":         {"format: notebook/1\nnotes:\n  - {on: x, text: y, written: soon}\n", 3},
		"no part of ach":  {"format: notebook/1\nach:\n  x:\n    weights: {}\n", 4},
		"an alias":        {"format: notebook/1\nmarks: &a [x]\n", 2},
		"zeros":           {strings.Repeat("\x00", 100), 1},
		"not UTF-8":       {"format: notebook/1\nread: {x: \xff}\n", 2},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f := tempFolder(t)
			must(t, os.MkdirAll(f.Path, 0o700))
			must(t, os.WriteFile(f.file("kursk"), []byte(tt.text), 0o600))
			n := opened(t, f, "kursk")
			var unreadable *UnreadableError
			if !errors.As(n.Err(), &unreadable) || n.Loaded() || tt.line > 0 && unreadable.Line != tt.line {
				t.Fatalf("err = %v, %+v", n.Err(), unreadable)
			}
			n.SetRead("x", "aaaa")
			n.SetPlace([]string{"brief"})
			n.Take(n.Save()())
			if n.Err() == nil || textOf(t, f, "kursk") != tt.text {
				t.Errorf("err = %v, and the file is\n%s", n.Err(), textOf(t, f, "kursk"))
			}
			n.SetMark("y", true)
			r := n.Save()()
			n.Take(r)
			must(t, n.Err())
			if kept, err := os.ReadFile(r.Aside); err != nil || string(kept) != tt.text || !strings.HasSuffix(r.Aside, "kursk.unreadable-1.yaml") {
				t.Errorf("put aside as %q: %q, %v", r.Aside, kept, err)
			}
			if got := opened(t, f, "kursk"); !got.Marked("y") || got.ReadAs("x") == "" {
				t.Errorf("the new file is\n%s", textOf(t, f, "kursk"))
			}
		})
	}
}

// TestMended mends a file before something is written, which is then in it.
func TestMended(t *testing.T) {
	f := tempFolder(t)
	must(t, os.MkdirAll(f.Path, 0o700))
	must(t, os.WriteFile(f.file("kursk"), []byte("format: notebook/1\nmarks: [x\n"), 0o600))
	n := opened(t, f, "kursk")
	must(t, os.WriteFile(f.file("kursk"), []byte("format: notebook/1\nmarks: [x]\n"), 0o600))
	n.SetMark("y", true)
	saved(t, n)
	if got := n.Marks(); !slices.Equal(got, []string{"x", "y"}) {
		t.Errorf("marked are %q", got)
	}
}

// TestEmptyFile takes an empty file for a notebook without entries.
func TestEmptyFile(t *testing.T) {
	f := tempFolder(t)
	must(t, os.MkdirAll(f.Path, 0o700))
	must(t, os.WriteFile(f.file("kursk"), nil, 0o600))
	n := opened(t, f, "kursk")
	must(t, n.Err())
	n.SetMark("x", true)
	saved(t, n)
}

// TestIDs opens notebooks of briefings with ids that no file can be named after.
func TestIDs(t *testing.T) {
	for _, id := range []string{"", ".", "..", "../x", "a/b", "A", "-x", "x.yaml", "x y", "ä", strings.Repeat("x", 101)} {
		if tempFolder(t).Open(id) != nil {
			t.Errorf("%q has a notebook", id)
		}
	}
}
