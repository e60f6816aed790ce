package tui

import (
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
	if err == nil {
		t.Fatal("it is a briefing")
	}
	refused := file.AsLoadError("a.yaml", err)
	f := screen.File{Path: "a.yaml", Load: load, Text: func() ([]byte, error) { return []byte(text), nil }}
	if withheld {
		f.Text, refused = nil, refused.WithoutWords()
	}
	a := NewBroken(refused, Options{Options: reader.Options{File: f}})
	a.Resize(80, 24)
	tuitest.New(t, a, a.Screen).Drain(a.Init())
	return a
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
	for _, want := range []string{"a.yaml:7:12: syntax: ", "hint: ", "▌ 7      title: \"unclosed\n                ^", "e edit at the line", "r reload", "q quit"} {
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

// TestBrokenFileInFolder goes from the list to a file that is no briefing and back,
// and into the briefing once it is one.
func TestBrokenFileInFolder(t *testing.T) {
	m := reports(t, 9)
	d := openFolder(t, m, 80, 24)
	d.Press("G", "k")
	list := d.AboveFooter()
	for _, back := range []string{"esc", "q", "h", "backspace"} {
		d.Press("enter")
		d.Has("reports › Problem", "02.yaml:2:10: syntax: ", "▌ 2  actors: [", "e edit at the line", "q back")
		d.Press(back)
		if got := d.AboveFooter(); got != list || d.Quit {
			t.Errorf("after %s the list is\n%s\nnot\n%s", back, got, list)
		}
	}
	d.Press("enter")
	m.Write("02.yaml", "format: briefing/1\nactors: \n  - [")
	d.Press("r")
	d.Has("02.yaml:3:", "read again: it is no briefing yet")
	d.Press("esc")
	d.Has("cannot be read: line 3:")
	d.Press("enter", "e")
	if len(d.Borrowed) != 1 || d.Borrowed[0][1] != "+3" {
		t.Errorf("it has run %q", d.Borrowed)
	}
	m.Write("02.yaml", tuitest.Report(2, "CLEAR"))
	d.Press("e")
	d.Has("reports › Brief", "What report 2 says first.", "the file is a briefing now")
	d.Press("3", "esc", "esc")
	d.Has("Report number 2", "9 files")
	m.Write("02.yaml", "format: briefing/1\nactors: [")
	d.Press("r", "/")
	d.Type("02.yaml")
	d.Has("cannot be read: line 2:10")
	d.Press("enter")
	d.Has("02.yaml:2:10: syntax")
	d.Press("esc")
	d.Has("Search all briefings in reports", "cannot be read: line 2:10")
}

// TestBrokenFileOver opens files that are no briefings over a briefing and over each
// other.
func TestBrokenFileOver(t *testing.T) {
	texts := map[string]string{"bad.yaml": "format: briefing/1\nid: [\n", "worse.yaml": "gaps: }"}
	o := others(t)
	open := o.Open
	o.Open = func(path string) screen.File {
		if _, ok := texts[path]; !ok {
			return open(path)
		}
		return screen.File{Path: path, Load: func() (*file.Document, error) { return file.Parse(texts[path], path, nil) },
			Text: func() ([]byte, error) { return []byte(texts[path]), nil }}
	}
	d := drive(t, New(tuitest.BuiltIn(t), o), 100, 30)
	d.Press("4", "j", "j", "enter")
	was := d.AboveFooter()
	d.open("bad.yaml")
	d.Has("› Problem", "bad.yaml:3:1: syntax", "▌ 3")
	d.open("worse.yaml")
	d.Has("bad.yaml › Problem", "worse.yaml:1:")
	d.open("a.yaml")
	d.Has("worse.yaml › Brief", "It is a.")
	d.open("bad.yaml")
	d.Has("Briefing a › Problem")
	d.Press("esc")
	d.Has("It is a.")
	d.Press("q")
	d.Has("bad.yaml › Problem", "worse.yaml:1:")
	d.Press("q")
	d.Has("bad.yaml:3:1: syntax", "▌ 3")
	texts["bad.yaml"] = "format: briefing/1\nid: c\ntitle: C\nas_of: 2024\nbottom_line: It is c.\n"
	d.Press("r")
	d.Has("It is c.", "the file is a briefing now")
	d.Press("q")
	if got := d.AboveFooter(); got != was || d.Quit {
		t.Errorf("the way back leads to\n%s\nnot\n%s", got, was)
	}
}

// TestBrokenFileFromFolderOver opens one by its name over a file of the folder.
func TestBrokenFileFromFolderOver(t *testing.T) {
	o := others(t)
	o.Open = func(path string) screen.File {
		return screen.File{Path: path, Load: func() (*file.Document, error) { return file.Parse("gaps: }", path, nil) }}
	}
	for _, row := range []string{"k", "end"} { // a briefing, and one that is broken
		d := drive(t, NewFolder(folderOf(t, reports(t, 9)), o), 100, 30)
		d.Drain(d.app.Init())
		d.Press(row, "k", "enter")
		d.open("x.yaml")
		d.Has("reports › Problem", "x.yaml:1:")
		d.Press("q")
		d.Has("9 files")
		if d.app.library.Opened() != "" {
			t.Error("a file of the folder is still open")
		}
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
