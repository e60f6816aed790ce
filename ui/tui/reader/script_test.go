package reader

import (
	"flag"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/tools/txtar"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/ui/tui/style"
	"sitrep/ui/tui/tuitest"
)

var update = flag.Bool("update", false, "rewrite the expected screens")

// TestScripts runs the scripts of testdata. Above the screens a script holds
// its steps, one a line:
//
//	open NAME          read the briefing that the script holds; else the built-in one
//	limit GREEN        what is opened from here on is withheld above a marking
//	size 120 40        the terminal
//	press 4 enter esc  keys
//	type words         characters
//	ascii              the program's own signs in ASCII
//	click 12 5         the left button, at a cell counted from 0
//	wheel down 12 5    a notch of the wheel there
//	screen NAME        the screen is as the section of that name
//	same NAME          the screen is, again, as a section above
//	has words          the words are on the screen
//	lacks words        they are not
//	quits              the program has ended
func TestScripts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			s := &script{t: t, archive: archive}
			s.run()
			if *update && s.changed {
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

type script struct {
	t       *testing.T
	archive *txtar.Archive
	driver  *driver
	limit   briefing.TLP
	doc     *file.Document
	theme   style.Options
	w, h    int
	changed bool
}

func (s *script) run() {
	s.w, s.h = 80, 24
	for n, line := range strings.Split(string(s.archive.Comment), "\n") {
		fields := strings.Fields(line)
		if len(fields) == 0 || strings.HasPrefix(line, "#") {
			continue
		}
		do, ok := steps[fields[0]]
		if !ok {
			s.t.Fatalf("line %d: no step %q", n+1, fields[0])
		}
		_, rest, _ := strings.Cut(line, " ")
		do(s, fields[1:], rest)
		if s.driver != nil {
			s.driver.Steady()
		}
		if s.t.Failed() {
			s.t.Fatalf("at line %d: %s", n+1, line)
		}
	}
}

func (s *script) drive() *driver {
	if s.driver == nil {
		if s.doc == nil {
			s.doc = tuitest.BuiltIn(s.t)
		}
		write := func(path string, replace bool, write func(io.Writer) error) error {
			if filepath.Base(path) == "taken.txt" && !replace {
				return fs.ErrExist
			}
			return write(io.Discard)
		}
		s.driver = drive(s.t, openWith(s.doc, Options{Write: write}, s.theme), s.w, s.h)
	}
	return s.driver
}

var steps = map[string]func(s *script, args []string, rest string){
	"open": func(s *script, args []string, _ string) {
		s.doc = tuitest.Parse(s.t, s.file(args[0]).Data, args[0])
		if s.limit != "" {
			doc, err := s.doc.Redact(s.limit)
			if err != nil {
				s.t.Fatal(err)
			}
			s.doc = doc
		}
		s.driver = nil
	},
	"limit": func(s *script, args []string, _ string) { s.limit = briefing.TLP(args[0]) },
	"size": func(s *script, args []string, _ string) {
		s.w, _ = strconv.Atoi(args[0])
		s.h, _ = strconv.Atoi(args[1])
		s.drive().Send(tea.WindowSizeMsg{Width: s.w, Height: s.h})
	},
	"ascii": func(s *script, _ []string, _ string) {
		s.theme.ASCII = true
		s.driver = nil
	},
	"save": func(s *script, args []string, _ string) {
		if args[0] == "-" {
			saved(s.drive(), nil, fs.ErrNotExist)
			return
		}
		doc, err := file.Parse(s.file(args[0]).Data, args[0], nil)
		saved(s.drive(), doc, err)
	},
	"press": func(s *script, args []string, _ string) { s.drive().Press(args...) },
	"type": func(s *script, _ []string, rest string) {
		for _, r := range rest {
			if r == ' ' {
				s.drive().Press("space")
				continue
			}
			s.drive().Press(string(r))
		}
	},
	"click": func(s *script, args []string, _ string) {
		x, y := cell(s.t, args)
		s.drive().Send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	},
	"wheel": func(s *script, args []string, _ string) {
		x, y := cell(s.t, args[1:])
		button := map[string]tea.MouseButton{"up": tea.MouseWheelUp, "down": tea.MouseWheelDown}[args[0]]
		s.drive().Send(tea.MouseWheelMsg{X: x, Y: y, Button: button})
	},
	"screen": func(s *script, args []string, _ string) { s.expect(args[0]) },
	"same": func(s *script, args []string, _ string) {
		if got := s.drive().Screen(); got != string(s.file(args[0]).Data) {
			s.t.Errorf("the screen is not %s again:\n%s", args[0], got)
		}
	},
	"has": func(s *script, _ []string, rest string) {
		if got := s.drive().Screen(); !strings.Contains(got, rest) {
			s.t.Errorf("%q is not on the screen:\n%s", rest, got)
		}
	},
	"lacks": func(s *script, _ []string, rest string) {
		if got := s.drive().Screen(); strings.Contains(got, rest) {
			s.t.Errorf("%q is on the screen:\n%s", rest, got)
		}
	},
	"quits": func(s *script, _ []string, _ string) {
		if !s.drive().Quit {
			s.t.Error("the program goes on")
		}
	},
}

func cell(t *testing.T, args []string) (x, y int) {
	t.Helper()
	x, errX := strconv.Atoi(args[0])
	y, errY := strconv.Atoi(args[1])
	if errX != nil || errY != nil {
		t.Fatalf("no cell: %v", args)
	}
	return x, y
}

func (s *script) file(name string) *txtar.File {
	for i := range s.archive.Files {
		if s.archive.Files[i].Name == name {
			return &s.archive.Files[i]
		}
	}
	s.archive.Files = append(s.archive.Files, txtar.File{Name: name})
	return &s.archive.Files[len(s.archive.Files)-1]
}

func (s *script) expect(name string) {
	got := s.drive().Screen()
	f := s.file(name)
	if string(f.Data) == got {
		return
	}
	if *update {
		f.Data, s.changed = []byte(got), true
		return
	}
	s.t.Errorf("the screen is not %s; run with -update if it should be\ngot:\n%swant:\n%s", name, got, f.Data)
}
