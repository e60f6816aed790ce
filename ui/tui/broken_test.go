package tui

import (
	"errors"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"sitrep/briefing/file"
	"sitrep/ui/tui/reader"
	"sitrep/ui/tui/screen"
	"sitrep/ui/tui/tuitest"
)

const goodFile = "format: briefing/1\nid: a\ntitle: Harbour\nas_of: 2024-06-12\n"

// brokenApp opens a text that is no briefing. load returns what is read later.
func brokenApp(t *testing.T, text string, withheld bool, load func() (*file.Document, error)) *App {
	t.Helper()
	_, err := file.Parse(text, "a.yaml", nil)
	var refused *file.LoadError
	if !errors.As(err, &refused) {
		t.Fatalf("read as a briefing: %v", err)
	}
	b := Broken{Path: "a.yaml", Err: refused}
	if !withheld {
		b.Text = func() ([]byte, error) { return []byte(text), nil }
	}
	return NewBroken(b, Options{Options: reader.Options{File: screen.File{Load: load}}})
}

func TestBrokenFile(t *testing.T) {
	text := goodFile + "sources:\n  - id: b\n    title: \"unclosed\n    kind: article\n"
	mended := false
	a := brokenApp(t, text, false, func() (*file.Document, error) {
		if mended {
			text = goodFile
		}
		return file.Parse(text, "a.yaml", nil)
	})
	d := tuitest.Drive(t, a, a.Screen, 80, 24)
	shown := ansi.Strip(d.Shown)
	for _, want := range []string{"a.yaml:7:12: syntax: ", "hint: ", " 7      title: \"unclosed\n                ^", "e edit at the line", "r reload", "q quit"} {
		if !strings.Contains(trimLines(shown), want) {
			t.Errorf("no %q on the screen:\n%s", want, shown)
		}
	}
	d.Press("4", "r")
	if shown := ansi.Strip(d.Shown); !strings.Contains(shown, "a.yaml:7:12") {
		t.Errorf("what is wrong is gone:\n%s", shown)
	}
	mended = true
	d.Press("r")
	if shown := ansi.Strip(d.Shown); !strings.Contains(shown, "1 Brief") || !strings.Contains(shown, "the file is a briefing now") {
		t.Errorf("the briefing is not shown:\n%s", shown)
	}
	d.Press("q")
	if !d.Quit {
		t.Error("q does not quit")
	}
}

// trimLines takes the space from the ends of lines.
func trimLines(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

// TestBrokenFileWithheld shows none of the file's words.
func TestBrokenFileWithheld(t *testing.T) {
	a := brokenApp(t, goodFile+"secretkey: \"secret\n", true, nil)
	a.broken.Err = a.broken.Err.WithoutWords()
	d := tuitest.Drive(t, a, a.Screen, 80, 24)
	d.Press("e")
	if shown := ansi.Strip(d.Shown); strings.Contains(shown, "secret") || !strings.Contains(shown, "Its lines are not shown") || len(d.Borrowed) > 0 {
		t.Errorf("the screen is\n%s\nand %v ran", shown, d.Borrowed)
	}
}

// TestBrokenFileFits draws hard texts before and behind the place on terminals of
// many sizes.
func TestBrokenFileFits(t *testing.T) {
	texts := append([]string{"\x1b[31m\x07\u202e", "\t\t\t", strings.Repeat("x", 1<<20)}, tuitest.HardTexts...)
	for _, hard := range texts {
		for _, text := range []string{
			goodFile + "gaps: [" + hard + ", \"" + hard + "\n" + hard + "\n",
			strings.Repeat(hard+"\n", 300),
			"format: briefing/1\n" + hard + "\xff" + hard,
		} {
			_, err := file.Parse(text, "a.yaml", nil)
			if err == nil {
				continue
			}
			a := brokenApp(t, text, false, nil)
			for _, size := range [][2]int{{40, 10}, {41, 11}, {80, 24}, {200, 60}, {1, 1}, {300, 12}} {
				d := tuitest.Drive(t, a, a.Screen, size[0], size[1])
				shown := strings.Split(d.Shown, "\n")
				if len(shown) != size[1] {
					t.Fatalf("%d lines on a terminal of %d×%d", len(shown), size[0], size[1])
				}
				for _, line := range shown {
					if cells := a.Theme.Method.Of(ansi.Strip(line)); cells != size[0] {
						t.Fatalf("a line of %d cells on a terminal of %d×%d: %q", cells, size[0], size[1], line)
					}
				}
				d.Steady()
			}
		}
	}
}
