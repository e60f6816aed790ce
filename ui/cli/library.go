package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"sync/atomic"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
	"sitrep/data/library"
)

// place is a folder or desk that a command asks a library about, or some of its files.
type place struct {
	located
	files []string // nil for all
}

// placesOf returns what the arguments name; without any, the folder in which the
// program runs. Files of one folder are one place.
func placesOf(s Streams, args []string) ([]place, error) {
	if len(args) == 0 {
		args = []string{"."}
	}
	var out []place
	for _, arg := range args {
		if arg == standardInput {
			return nil, usage(errors.New("standard input is no library"), "name a folder or files")
		}
		found, err := locate(s, arg)
		if err != nil {
			return nil, err
		}
		if isFolder(arg) {
			out = append(out, place{located: found})
			continue
		}
		if seems, err := file.SeemsBriefing(found.path); err != nil {
			return nil, explain(arg, err)
		} else if !seems {
			return nil, withHint(fmt.Errorf("%s is no briefing", arg), "a briefing is a file that says format: "+briefing.Format)
		}
		folder, name := filepath.Dir(found.path), filepath.Base(found.path)
		at := slices.IndexFunc(out, func(p place) bool { return p.files != nil && p.path == folder })
		if at < 0 {
			at = len(out)
			out = append(out, place{located: located{folder, filepath.Dir(found.name), found.desk}})
		}
		if !slices.Contains(out[at].files, name) {
			out[at].files = append(out[at].files, name)
		}
	}
	return out, nil
}

// openLibraries opens the libraries of places and brings their indexes up to date.
// It reports on standard error what there is to say about them. The caller closes
// them with end.
func openLibraries(s Streams, list []place, most marking) (libraries []*library.Library, end func(), err error) {
	end = func() {
		for _, l := range libraries {
			_ = l.Close() // everything has been read
		}
	}
	for _, p := range list {
		l, err := p.open(s, most)
		if err != nil {
			end()
			return nil, nil, explain(p.name, err)
		}
		libraries = append(libraries, l)
		for _, note := range l.Notes() {
			_, _ = fmt.Fprintf(s.Err, "sitrep: %s: %s\n", clean.Line(p.name), clean.Line(note))
		}
	}
	return libraries, end, nil
}

func (p place) open(s Streams, most marking) (*library.Library, error) {
	var far reached
	defer s.progress(func() string { return far.text("reading " + clean.Line(p.name)) })()
	ctx := context.Background() // a signal ends the program
	o := p.options(library.Options{Max: most.label})
	if p.files != nil {
		return library.OpenFiles(ctx, p.path, p.files, o, far.report)
	}
	l, err := library.Open(p.path, o)
	if err != nil {
		return nil, err
	}
	if _, err := l.Update(ctx, far.report); err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
}

// options returns the options of the library of a folder or desk, given those of another
// folder.
func (at located) options(o library.Options) library.Options {
	o.Max = at.limited(marking{o.Max}).label
	if at.desk != nil {
		o.Name = at.name
	}
	return o
}

// reached is how far the index of a library has come.
type reached struct{ done, files atomic.Int64 }

func (r *reached) report(p library.Progress) {
	r.files.Store(int64(p.Files))
	r.done.Store(int64(p.Done))
}

func (r *reached) text(what string) string {
	if files := r.files.Load(); files > 0 {
		what += fmt.Sprintf(", %d of %d files", r.done.Load(), files)
	}
	return what
}

// nothingIn returns what to say about a folder or desk without briefings, and a hint.
func nothingIn(name string) (text, hint string) {
	if isDesk(name) {
		return "nothing has been received from it yet", "what is published there for all that you may read comes by itself"
	}
	return "a folder without briefings", "a briefing is a file that says format: " + briefing.Format
}

// tellUnread reports on standard error how many files of libraries cannot be read
// or are withheld, as what is asked for could be in them.
func tellUnread(s Streams, libraries []*library.Library) error {
	for _, l := range libraries {
		t, err := l.Count(context.Background())
		if err != nil {
			return err
		}
		say := func(text, hint string) {
			_, _ = fmt.Fprintf(s.Err, "sitrep: %s: %s\nhint: %s\n", clean.Line(l.Path()), text, hint)
		}
		if t.Unreadable > 0 {
			say(fmt.Sprintf("%s cannot be read", file.Count(t.Unreadable, "file")), "sitrep check "+clean.Line(l.Path())+" says why")
		}
		if t.Withheld > 0 {
			by := "--" + maxTLPOption
			if isDesk(l.Path()) {
				by += ", or " + maxTLPOption + " of the desk in the settings,"
			}
			say(briefing.Counted(t.Withheld, "briefing", "briefings")+" withheld", by+" leaves out all that is marked higher")
		}
		if t == (library.Tally{}) {
			say(nothingIn(l.Path()))
		}
	}
	return nil
}
