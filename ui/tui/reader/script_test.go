package reader

import (
	"flag"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/ui/tui/style"
	"sitrep/ui/tui/tuitest"
)

var update = flag.Bool("update", false, "rewrite the expected screens")

// TestScripts runs the scripts of testdata, see [tuitest.Script], with more steps:
//
//	open NAME          read the briefing that the script holds; else the built-in one
//	limit GREEN        what is opened from here on is withheld above a marking
//	save NAME          the file has been saved with what the script holds; - is gone
//	review             review the drafts of testdata/bridge.yaml, in a copy
//	written REGEXP     the copy matches
//	ascii              the program's own signs in ASCII
func TestScripts(t *testing.T) {
	tuitest.RunScripts(t, *update, func(s *tuitest.Script) (func() *tuitest.Driver, map[string]tuitest.Step) {
		r := &script{Script: s}
		return r.drive, map[string]tuitest.Step{"review": r.review, "written": r.written, "open": r.open, "limit": r.setLimit, "save": r.save, "ascii": r.ascii}
	})
}

type script struct {
	*tuitest.Script
	driver *driver
	path   string // of what is reviewed
	limit  briefing.TLP
	doc    *file.Document
	theme  style.Options
}

func (s *script) drive() *tuitest.Driver {
	if s.doc == nil {
		s.doc = tuitest.BuiltIn(s.T)
	}
	write := func(path string, replace bool, write func(io.Writer) error) error {
		if filepath.Base(path) == "taken.txt" && !replace {
			return fs.ErrExist
		}
		return write(io.Discard)
	}
	o := Options{Write: write}
	if s.path != "" {
		s.doc, o.File = toReview(s.T, s.path)
	}
	s.driver = drive(s.T, openWith(s.doc, o, s.theme), s.W, s.H)
	return s.driver.Driver
}

func (s *script) open(args []string, _ string) {
	s.doc = tuitest.Parse(s.T, s.File(args[0]).Data, args[0])
	if s.limit != "" {
		doc, err := s.doc.Redact(s.limit)
		if err != nil {
			s.T.Fatal(err)
		}
		s.doc = doc
	}
	s.Reopen()
}

func (s *script) review([]string, string) {
	s.path = bridge(s.T)
	s.Reopen()
}

func (s *script) written(_ []string, rest string) {
	s.Drive()
	text, err := os.ReadFile(s.path)
	if err != nil {
		s.T.Fatal(err)
	}
	if !regexp.MustCompile(rest).Match(text) {
		s.T.Errorf("%s does not match\n%s", rest, text)
	}
}

func (s *script) setLimit(args []string, _ string) { s.limit = briefing.TLP(args[0]) }

func (s *script) ascii([]string, string) {
	s.theme.ASCII = true
	s.Reopen()
}

func (s *script) save(args []string, _ string) {
	s.Drive()
	if args[0] == "-" {
		saved(s.driver, nil, fs.ErrNotExist)
		return
	}
	doc, err := file.Parse(s.File(args[0]).Data, args[0], nil)
	saved(s.driver, doc, err)
}
