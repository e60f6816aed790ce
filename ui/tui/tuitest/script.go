package tuitest

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/tools/txtar"
)

// Script is a script of testdata: an archive whose comment has the steps, one a
// line, and whose files are the screens that are expected.
//
//	size 120 40        the terminal
//	press 4 enter esc  keys
//	type words         characters
//	click 12 5         the left button, at a cell counted from 0
//	wheel down 12 5    a notch of the wheel there
//	screen NAME        the screen is as the file of that name
//	same NAME          the screen is, again, as a file above
//	has words          the words are on the screen
//	lacks words        they are not
//	quits              the program has ended
type Script struct {
	T       *testing.T
	W, H    int // the size of the terminal
	Archive *txtar.Archive
	driver  *Driver
	open    func() *Driver
	steps   map[string]Step
	update  bool
	changed bool
}

// Step does a step. args are its words, and rest is all of them.
type Step func(args []string, rest string)

// RunScripts runs the scripts of testdata. prepare returns a function that opens what
// a script drives, and more steps. If update is set, the expected screens are
// rewritten.
func RunScripts(t *testing.T, update bool, prepare func(*Script) (open func() *Driver, more map[string]Step)) {
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
			s := &Script{T: t, W: 80, H: 24, Archive: archive, update: update}
			s.open, s.steps = prepare(s)
			s.run()
			if s.changed {
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func (s *Script) run() {
	for n, line := range strings.Split(string(s.Archive.Comment), "\n") {
		fields := strings.Fields(line)
		if len(fields) == 0 || strings.HasPrefix(line, "#") {
			continue
		}
		do, ok := s.steps[fields[0]]
		if !ok {
			do, ok = map[string]Step{
				"size": s.size, "press": s.press, "type": s.text, "click": s.click, "wheel": s.wheel,
				"screen": s.screen, "same": s.same, "has": s.has, "lacks": s.lacks, "quits": s.quits,
			}[fields[0]]
		}
		if !ok {
			s.T.Fatalf("line %d: no step %q", n+1, fields[0])
		}
		_, rest, _ := strings.Cut(line, " ")
		do(fields[1:], rest)
		if s.driver != nil {
			s.driver.Steady()
		}
		if s.T.Failed() {
			s.T.Fatalf("at line %d: %s", n+1, line)
		}
	}
}

// Drive returns the driver of what was opened, which it opens if nothing was.
func (s *Script) Drive() *Driver {
	if s.driver == nil {
		s.driver = s.open()
	}
	return s.driver
}

// Reopen has the next step open what it drives again.
func (s *Script) Reopen() { s.driver = nil }

func (s *Script) size(args []string, _ string) {
	s.W, s.H = s.cell(args)
	s.Drive().Send(tea.WindowSizeMsg{Width: s.W, Height: s.H})
}

func (s *Script) press(args []string, _ string) { s.Drive().Press(args...) }

func (s *Script) text(_ []string, rest string) {
	for _, r := range rest {
		if r == ' ' {
			s.Drive().Press("space")
			continue
		}
		s.Drive().Press(string(r))
	}
}

func (s *Script) click(args []string, _ string) {
	x, y := s.cell(args)
	s.Drive().Send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
}

func (s *Script) wheel(args []string, _ string) {
	x, y := s.cell(args[1:])
	button := map[string]tea.MouseButton{"up": tea.MouseWheelUp, "down": tea.MouseWheelDown}[args[0]]
	s.Drive().Send(tea.MouseWheelMsg{X: x, Y: y, Button: button})
}

func (s *Script) same(args []string, _ string) {
	if got := s.Drive().Screen(); got != string(s.File(args[0]).Data) {
		s.T.Errorf("the screen is not %s again:\n%s", args[0], got)
	}
}

func (s *Script) has(_ []string, rest string) { s.Drive().Want(rest, true) }

func (s *Script) lacks(_ []string, rest string) { s.Drive().Want(rest, false) }

func (s *Script) quits([]string, string) {
	if !s.Drive().Quit {
		s.T.Error("the program goes on")
	}
}

// cell returns two numbers.
func (s *Script) cell(args []string) (x, y int) {
	s.T.Helper()
	x, errX := strconv.Atoi(args[0])
	y, errY := strconv.Atoi(args[1])
	if errX != nil || errY != nil {
		s.T.Fatalf("no cell: %v", args)
	}
	return x, y
}

// File returns a file of the archive, to which it is added if it is not there.
func (s *Script) File(name string) *txtar.File {
	for i := range s.Archive.Files {
		if s.Archive.Files[i].Name == name {
			return &s.Archive.Files[i]
		}
	}
	s.Archive.Files = append(s.Archive.Files, txtar.File{Name: name})
	return &s.Archive.Files[len(s.Archive.Files)-1]
}

func (s *Script) screen(args []string, _ string) {
	got := s.Drive().Screen()
	f := s.File(args[0])
	if string(f.Data) == got {
		return
	}
	if s.update {
		f.Data, s.changed = []byte(got), true
		return
	}
	s.T.Errorf("the screen is not %s; run with -update if it should be\ngot:\n%swant:\n%s", args[0], got, f.Data)
}
