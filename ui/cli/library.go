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

// place is a folder that a command asks a library about, or some of its files.
type place struct {
	folder string
	files  []string // nil for all
}

// placesOf returns what the arguments name; without any, the folder in which the
// program runs. Files of one folder are one place.
func placesOf(args []string) ([]place, error) {
	if len(args) == 0 {
		args = []string{"."}
	}
	var out []place
	for _, arg := range args {
		switch {
		case arg == standardInput:
			return nil, usage(errors.New("standard input is no library"), "name a folder or files")
		case isFolder(arg):
			out = append(out, place{folder: arg})
			continue
		}
		if seems, err := file.SeemsBriefing(arg); err != nil {
			return nil, explain(arg, err)
		} else if !seems {
			return nil, withHint(fmt.Errorf("%s is no briefing", arg), "a briefing is a file that says format: "+briefing.Format)
		}
		folder, name := filepath.Dir(arg), filepath.Base(arg)
		at := slices.IndexFunc(out, func(p place) bool { return p.files != nil && p.folder == folder })
		if at < 0 {
			at = len(out)
			out = append(out, place{folder: folder})
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
			return nil, nil, explain(p.folder, err)
		}
		libraries = append(libraries, l)
		for _, note := range l.Notes() {
			_, _ = fmt.Fprintf(s.Err, "sitrep: %s: %s\n", clean.Line(p.folder), clean.Line(note))
		}
	}
	return libraries, end, nil
}

func (p place) open(s Streams, most marking) (*library.Library, error) {
	var far reached
	defer s.progress(func() string { return far.text("reading " + clean.Line(p.folder)) })()
	ctx := context.Background() // a signal ends the program
	if p.files != nil {
		return library.OpenFiles(ctx, p.folder, p.files, most.label, far.report)
	}
	l, err := library.Open(p.folder, library.Options{Max: most.label})
	if err != nil {
		return nil, err
	}
	if _, err := l.Update(ctx, far.report); err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
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
			say(briefing.Counted(t.Withheld, "briefing", "briefings")+" withheld", "--"+maxTLPOption+" leaves out all that is marked higher")
		}
		if t == (library.Tally{}) {
			say("a folder without briefings", "a briefing is a file that says format: "+briefing.Format)
		}
	}
	return nil
}
