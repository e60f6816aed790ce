package tui

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"sitrep/briefing/file"
	"sitrep/ui/tui/reader"
	"sitrep/ui/tui/screen"
	"sitrep/ui/tui/terminal"
	"sitrep/ui/tui/tuitest"
)

// load opens a text on a terminal. The file is read when [loading.read] is called.
func load(t *testing.T, name, text string, w, h int) *driver {
	t.Helper()
	f := screen.File{
		Path: name,
		Load: func() (*file.Document, error) { return file.Parse(text, name, nil) },
		Text: func() ([]byte, error) { return []byte(text), nil },
	}
	return drive(t, NewLoading(Options{Options: reader.Options{File: f}, Notice: "a notice"}, "35.2 MB"), w, h)
}

// loaded has the file read.
func (d *driver) loaded() { d.Send(d.app.loading.read()) }

// TestLoading shows the name and the size of a file until it has been read, and then
// the briefing. Keys that need a briefing do nothing meanwhile.
func TestLoading(t *testing.T) {
	d := load(t, "big.yaml", goodFile, 80, 24)
	d.Has("sitrep  big.yaml", "not read yet", "Reading 35.2 MB", "a notice", "? help")
	was := d.AboveFooter()
	d.Press("2", "j", "enter", "/", "F", ":", "e", "r", "O", "W", "M", "M")
	if got := d.AboveFooter(); got != was || d.Quit || len(d.Borrowed) > 0 {
		t.Errorf("the keys have led to\n%s", got)
	}
	d.Press("?")
	d.Has("╭─ Keys")
	d.loaded()
	d.Has("╭─ Keys")
	d.Press("esc")
	d.Has("Harbour", "1 Brief")
	d.Press("q")
	if !d.Quit || d.app.Err() != nil {
		t.Errorf("q has not quit the reader; %v", d.app.Err())
	}
}

func TestLoadingIsLeft(t *testing.T) {
	for _, keys := range [][]string{{"q"}, {"esc"}, {"ctrl+c"}, {"?", "ctrl+c"}, {"?", "esc", "q"}, {"?", "/", "q", "u", "i", "t", "enter"}} {
		d := load(t, "big.yaml", goodFile, 80, 24)
		if d.Press(keys...); !d.Quit || d.app.Err() != nil {
			t.Errorf("%q have not quit; %v", keys, d.app.Err())
		}
	}
	if !terminal.CanSuspend() {
		return
	}
	d := load(t, "big.yaml", goodFile, 80, 24)
	_, cmd := d.app.Update(tuitest.Key(t, "ctrl+z"))
	if _, ok := cmd().(terminal.Suspend); !ok {
		t.Error("ctrl+z does not suspend")
	}
}

// TestLoadingFails quits for an error that no editing of the file shown could mend,
// and shows what is wrong with the syntax.
func TestLoadingFails(t *testing.T) {
	d := load(t, "big.yaml", goodFile+"gaps: [\"unclosed\n", 80, 24)
	d.loaded()
	d.Has("━━ Problem", "big.yaml:5:8: syntax")
	d.Press("q")
	if !d.Quit || d.app.Err() != nil {
		t.Errorf("q has not quit; %v", d.app.Err())
	}

	d = load(t, "big.yaml", "format: other/2\n", 80, 24)
	d.loaded()
	var refused *file.LoadError
	if !d.Quit || !errors.As(d.app.Err(), &refused) || refused.Problem.Code != file.CodeWrongFormat {
		t.Errorf("the error is %v", d.app.Err())
	}
}

// TestLoadingFits draws it on terminals of many sizes, and while they change.
func TestLoadingFits(t *testing.T) {
	for _, name := range append([]string{"\x1b[31m\x07\u202e"}, tuitest.HardTexts...) {
		d := load(t, name, goodFile, 80, 24)
		for _, size := range [][2]int{{40, 10}, {41, 11}, {200, 60}, {1, 1}, {300, 12}, {80, 24}} {
			d.Send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			shown := strings.Split(d.Shown, "\n")
			if len(shown) != size[1] {
				t.Fatalf("%d lines on a terminal of %d×%d", len(shown), size[0], size[1])
			}
			for _, line := range shown {
				if cells := d.app.Theme.Method.Of(ansi.Strip(line)); cells != size[0] {
					t.Fatalf("a line of %d cells on a terminal of %d×%d: %q", cells, size[0], size[1], line)
				}
			}
			d.Steady()
		}
		d.loaded()
		d.Has("Harbour")
	}
}
