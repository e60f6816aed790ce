package tui

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/file"
)

// others returns options that open the files a.yaml and b.yaml, and no others.
func others(t *testing.T) Options {
	return Options{Open: func(path string) File {
		return File{Load: func() (*file.Document, error) {
			name, ok := strings.CutSuffix(path, ".yaml")
			if !ok {
				return nil, errors.New("no briefing in it")
			}
			if name != "a" && name != "b" {
				return nil, &fs.PathError{Op: "open", Path: path, Err: fs.ErrNotExist}
			}
			text := fmt.Sprintf("format: briefing/1\nid: %s\ntitle: Briefing %s\nas_of: 2024\nbottom_line: It is %s.\n", name, name, name)
			return file.Parse([]byte(text), path, nil)
		}}
	}}
}

// open opens a file from the palette.
func (d *driver) open(path string) {
	d.t.Helper()
	d.press(":")
	d.typed("open " + path)
	d.press("enter")
}

// TestOpenFile opens a briefing over another, and one over that: the way back
// leads to the same row, and at last out of the program.
func TestOpenFile(t *testing.T) {
	d := drive(t, New(builtIn(t), others(t)), 100, 30)
	d.press("4", "j", "j", "enter", "F")
	d.typed("actor:pentagon")
	d.press("enter", "v", "v")
	was := aboveFooter(d.screen())
	d.open("a.yaml")
	d.has("Briefing a", "It is a.")
	d.press("O")
	d.typed("b.yaml")
	d.press("enter")
	d.has("Briefing b", "It is b.", "Briefing a › Brief", "q back")
	d.press("q")
	d.has("It is a.")
	d.press("/", "I", "esc", "esc")
	if got := aboveFooter(d.screen()); got != was {
		t.Errorf("the way back leads to\n%snot\n%s", got, was)
	}
	d.press("esc", "q")
	if !d.quit {
		t.Error("q at the top does not quit")
	}
}

// TestOpenFileSaysWhyNot: what cannot be opened leaves everything as it is.
func TestOpenFileSaysWhyNot(t *testing.T) {
	d := drive(t, New(builtIn(t), others(t)), 100, 30)
	was := aboveFooter(d.screen())
	for path, why := range map[string]string{
		"none.yaml": "not opened: there is no file none.yaml",
		"x.pdf":     "not opened: no briefing in it: x.pdf",
	} {
		d.open(path)
		d.has(why)
		if got := aboveFooter(d.screen()); got != was {
			t.Errorf("%s: the screen is another one:\n%s", path, got)
		}
	}
}

// TestOpenFileFromFolder opens a briefing over the list, and over a briefing of the
// list: the way back leads to the list, and its search does not go on.
func TestOpenFileFromFolder(t *testing.T) {
	d := drive(t, NewFolder(reports(t, 9).folder(), others(t)), 100, 30)
	d.drain(d.app.Init())
	for _, keys := range [][]string{nil, {"enter"}, {"/", "r", "enter"}} {
		d.press(keys...)
		d.open("a.yaml")
		d.has("It is a.", "reports › Brief")
		d.press("/", "a", "tab")
		if s := d.screen(); strings.Contains(s, "all briefings") {
			t.Errorf("a briefing that is in no folder is searched with one:\n%s", s)
		}
		d.press("esc", "esc")
		if d.app.Reader != nil || d.app.Dialogs.Open() {
			t.Errorf("after %v the way back does not lead to the list:\n%s", keys, d.screen())
		}
	}
}

// TestOpenLastFile: of two files that are asked for, the last one is shown.
func TestOpenLastFile(t *testing.T) {
	d := drive(t, New(builtIn(t), others(t)), 100, 30)
	var answers []tea.Msg
	for _, path := range []string{"a.yaml", "b.yaml"} {
		_, cmd := d.app.Update(askForFile(path)())
		answers = append(answers, cmd())
	}
	d.send(answers[1])
	d.send(answers[0])
	d.has("It is b.")
}

// TestPaletteTakesArguments does what is typed behind a verb.
func TestPaletteTakesArguments(t *testing.T) {
	write := func(string, bool, func(io.Writer) error) error { return nil }
	d := drive(t, New(builtIn(t), Options{Write: write}), 120, 30)
	d.press("4", "j")
	command := func(text string) {
		d.press(":")
		d.typed(text)
		d.press("enter")
	}
	command("filter stance:denies")
	d.has("filter  stance:denies")
	command("filter nonsense:x")
	if d.app.Status == "" {
		t.Error("nothing says what is wrong with the filter")
	}
	command("copy id")
	if len(d.copied) != 1 || d.copied[0] != d.app.subject().Ref.ID {
		t.Errorf("copied %q", d.copied)
	}
	command("copy nothing")
	d.has(`called "nothing" can be copied; y lists what can`)
	command("export html")
	d.has("Export to a file", d.app.doc.Briefing.ID+".html")
	d.press("esc")
	command("export pdf")
	if d.app.Status == "" || d.app.Dialogs.Open() {
		t.Error("nothing says that there is no such format")
	}
	dark := d.shown
	command("theme light")
	if d.shown == dark {
		t.Error("the theme is as before")
	}
	d.has("the colours are light")
	command("theme pink")
	d.has(`no theme "pink"; there are dark, light, mono and auto`)
	for _, want := range []string{"mono", "dark", "light"} {
		d.press("T")
		d.has("the colours are " + want)
	}
}
