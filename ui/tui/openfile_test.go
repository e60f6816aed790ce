package tui

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/file"
	"sitrep/ui/tui/reader"
	"sitrep/ui/tui/screen"
	"sitrep/ui/tui/tuitest"
)

// others returns options that open the files a.yaml and b.yaml, and no others.
func others(t *testing.T) Options {
	return Options{Options: reader.Options{Open: func(path string) screen.File {
		return screen.File{Load: func() (*file.Document, error) {
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
	}}}
}

// open opens a file from the palette.
func (d *driver) open(path string) {
	d.Press(":")
	d.Type("open " + path)
	d.Press("enter")
}

// TestOpenFile opens a briefing over another, and one over that: the way back
// leads to the same row, and at last out of the program.
func TestOpenFile(t *testing.T) {
	d := drive(t, New(tuitest.BuiltIn(t), others(t)), 100, 30)
	d.Press("4", "j", "j", "enter", "F")
	d.Type("actor:pentagon")
	d.Press("enter", "v", "v")
	was := d.AboveFooter()
	d.open("a.yaml")
	d.Has("Briefing a", "It is a.")
	d.Press("O")
	d.Type("b.yaml")
	d.Press("enter")
	d.Has("Briefing b", "It is b.", "Briefing a › Brief", "q back")
	d.Press("q")
	d.Has("It is a.", "back in Briefing a")
	if s := d.Screen(); strings.Contains(s, "reloaded") {
		t.Errorf("somebody who comes back is told of a reload:\n%s", s)
	}
	d.Press("/", "I", "esc", "esc")
	if got := d.AboveFooter(); got != was {
		t.Errorf("the way back leads to\n%snot\n%s", got, was)
	}
	d.Press("esc", "q")
	if !d.Quit {
		t.Error("q at the top does not quit")
	}
}

// TestOpenFileSaysWhyNot: what cannot be opened leaves everything as it is.
func TestOpenFileSaysWhyNot(t *testing.T) {
	d := drive(t, New(tuitest.BuiltIn(t), others(t)), 100, 30)
	was := d.AboveFooter()
	for path, why := range map[string]string{
		"none.yaml": "not opened: there is no file none.yaml",
		"x.pdf":     "not opened: no briefing in it: x.pdf",
	} {
		d.open(path)
		d.Has(why)
		if got := d.AboveFooter(); got != was {
			t.Errorf("%s: the screen is another one:\n%s", path, got)
		}
	}
}

// TestOpenFileFromFolder opens a briefing over the list, and over a briefing of the
// list: the way back leads to the list, and its search does not go on.
func TestOpenFileFromFolder(t *testing.T) {
	d := drive(t, NewFolder(folderOf(t, reports(t, 9)), others(t)), 100, 30)
	d.Drain(d.app.Init())
	for _, keys := range [][]string{nil, {"enter"}, {"/", "r", "enter"}} {
		d.Press(keys...)
		d.open("a.yaml")
		d.Has("It is a.", "reports › Brief")
		d.Press("/", "a", "tab")
		if s := d.Screen(); strings.Contains(s, "all briefings") {
			t.Errorf("a briefing that is in no folder is searched with one:\n%s", s)
		}
		d.Press("esc", "esc")
		if d.app.reader != nil || d.app.Dialogs.Open() {
			t.Errorf("after %v the way back does not lead to the list:\n%s", keys, d.Screen())
		}
	}
}

// TestOpenLastFile: of two files that are asked for, the last one is shown.
func TestOpenLastFile(t *testing.T) {
	d := drive(t, New(tuitest.BuiltIn(t), others(t)), 100, 30)
	var answers []tea.Msg
	for _, path := range []string{"a.yaml", "b.yaml"} {
		_, cmd := d.app.Update(screen.OpenFileMsg{Path: path})
		answers = append(answers, cmd())
	}
	d.Send(answers[1])
	d.Send(answers[0])
	d.Has("It is b.")
}
