package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/spf13/cobra"

	"sitrep/briefing/file"
	"sitrep/data/library"
	"sitrep/data/notebook"
	"sitrep/ui/linear"
	"sitrep/ui/settings"
	"sitrep/ui/tui/external"
	"sitrep/ui/tui/terminal"
)

// cellsFlag is the option that wraps lines.
const cellsFlag = "width"

func linearFlags(c *cobra.Command) {
	c.Flags().Bool(linearFlag, false, "read line by line, with typed commands and whole sentences: for screen readers, and for terminals that draw badly")
	c.Flags().IntP(cellsFlag, "w", 0, "with --"+linearFlag+", wrap lines at this many `CELLS`; 0 does not wrap")
}

// isLinear reports whether a briefing is read line by line: because the flag says so, or
// because the settings do and standard output is a terminal.
func isLinear(c *cobra.Command, s Streams, chosen *settings.Settings) bool {
	return chosen.Linear.On.Value && (s.Terminal || c.Flags().Changed(linearFlag))
}

// linearly is what is read line by line, and how.
type linearly struct {
	Streams
	options *linear.Options
	most    marking
	how     library.Options
	open    map[string]*library.Library
	ctx     context.Context // done at the end
	follows *follower       // nil unless a desk is followed
}

// readLinearly reads what the arguments name line by line.
func readLinearly(c *cobra.Command, args []string, s Streams, most marking, chosen *settings.Settings) (err error) {
	own, _ := c.Flags().GetString(notebooksFlag)
	kept := notebooks(chosen, own)
	if kept != nil {
		defer func() { err = errors.Join(err, kept.Close()) }()
	}
	return talk(c, s, most, chosen, kept, func(l *linearly, session *linear.Session) error {
		return mistyped(c, args, l.begin(session, args))
	})
}

// reviewLinearly has the drafts of a file taken and dropped line by line. Nothing is read
// or noted while one reviews.
func reviewLinearly(c *cobra.Command, path string, s Streams, chosen *settings.Settings) error {
	return talk(c, s, marking{}, chosen, nil, func(_ *linearly, session *linear.Session) error {
		f := toReview(path)
		doc, err := readToReview(s, path, f)
		if err != nil {
			return explain(path, err)
		}
		session.Read(doc, linear.Source{Name: filepath.Base(path), Load: f.Load, Rewrite: f.Rewrite})
		return nil
	})
}

// talk answers commands after begin has begun a session.
func talk(c *cobra.Command, s Streams, most marking, chosen *settings.Settings, kept *notebook.Store, begin func(*linearly, *linear.Session) error) (err error) {
	cells, _ := c.Flags().GetInt(cellsFlag)
	if err := checkWidth(cells); err != nil {
		return err
	}
	s.LineCells = nil // nothing is drawn over
	confined := isSet(c, confinedFlag)
	interrupts := make(chan os.Signal, 1)
	signal.Notify(interrupts, os.Interrupt)
	defer signal.Stop(interrupts)
	l := &linearly{Streams: s, most: most, how: library.Options{Max: most.label, ReadOnly: isSet(c, servedFlag), Readable: confined}, open: map[string]*library.Library{}}
	ctx, cancel := context.WithCancel(context.Background())
	l.ctx = ctx
	defer func() {
		cancel()
		l.follows.wait() // so that nothing is half written
		err = errors.Join(err, l.close())
	}()
	l.options = &linear.Options{In: s.In, Out: s.Out, Echo: !s.Typed, Cells: cells, Speak: chosen.Linear.Speak.Value, Interrupts: interrupts,
		Notebooks: kept, Views: views(chosen), Confined: confined, System: external.Here()}
	if !confined {
		l.options.Open, l.options.Write = l.source, saveFromReader
	}
	session := linear.NewSession(l.options)
	if err := begin(l, session); err != nil {
		return err
	}
	if err = session.Run(); errors.Is(err, linear.ErrInterrupted) {
		return terminal.Signalled{Signal: syscall.SIGINT}
	}
	return err
}

// begin begins with what the arguments name.
func (l *linearly) begin(session *linear.Session, args []string) error {
	switch {
	case len(args) == 0:
		doc, err := l.most.redact(builtIn(), nil)
		if err != nil {
			return err
		}
		session.Read(doc, linear.Source{})
		return nil
	case args[0] == standardInput:
		return l.beginPiped(session)
	case isFolder(args[0]):
		at, err := locate(l.Streams, args[0])
		if err != nil {
			return err
		}
		index, err := l.library(at)
		if err != nil {
			return explain(args[0], err)
		}
		session.ReadFolder(index, func(name string) linear.Source {
			from := linear.Source{Name: name, Folder: func() (*library.Library, error) { return index, nil }}
			from.Load, from.Changed = noticing(filepath.Join(at.path, name), openFile(at.version(name), l.most, nil).Load)
			return from
		}, func() (linear.Watch, linear.Desk) { return l.watch(index, at) })
		return nil
	}
	from := l.source(args[0])
	doc, err := from.Load()
	if err != nil {
		return explain(args[0], err)
	}
	session.Read(doc, from)
	return nil
}

// beginPiped reads a briefing from standard input. The commands come from the terminal.
func (l *linearly) beginPiped(session *linear.Session) error {
	var piped bytes.Buffer
	in := l.Streams
	in.In = io.TeeReader(l.In, &piped)
	doc, err := l.most.redact(readInput(nil, in))
	if err != nil {
		return explain(standardInput, err)
	}
	keys, err := terminal.Lines()
	if err != nil {
		return withHint(fmt.Errorf("no terminal to read commands from: %w", err), "name a file; its commands can then come from a pipe")
	}
	l.options.In, l.options.Echo = keys, false
	session.Read(doc, linear.Source{Piped: true})
	return nil
}

// source returns a file, whose folder is the library that it is in.
func (l *linearly) source(arg string) linear.Source {
	f := opening(l.Streams, l.most, nil)(arg)
	from := linear.Source{Name: filepath.Base(f.Path), Folder: func() (*library.Library, error) {
		at, err := locateFolder(l.Streams, filepath.Dir(f.Path))
		if err != nil {
			return nil, err
		}
		return l.library(at)
	}}
	from.Load, from.Changed = noticing(f.Path, f.Load)
	return from
}

// noticing returns load, and a function that reports whether the file at path has changed
// since it was loaded, once for each change.
func noticing(path string, load func() (*file.Document, error)) (func() (*file.Document, error), func() bool) {
	var seen stamp
	return func() (*file.Document, error) {
			seen = stampOf(path)
			return load()
		}, func() bool {
			before := seen
			seen = stampOf(path)
			return seen != before
		}
}

// watch begins to watch the folder of a library, and to follow the desk that it is of.
func (l *linearly) watch(index *library.Library, at located) (linear.Watch, linear.Desk) {
	if at.desk != nil && !l.how.ReadOnly { // else the process that keeps the index follows
		l.follows = newFollower(l.ctx, *at.desk)
		return l.follows.begin(index), l.follows
	}
	w := index.Watch()
	context.AfterFunc(l.ctx, func() { _ = w.Close() }) // it has nothing to lose
	return w, nil
}

// library returns the library of a folder or desk, which is opened once.
func (l *linearly) library(at located) (*library.Library, error) {
	if index := l.open[at.path]; index != nil {
		return index, nil
	}
	index, err := library.Open(at.path, at.options(l.how))
	if err == nil {
		l.open[at.path] = index
	}
	return index, err
}

// close closes the libraries.
func (l *linearly) close() (all error) {
	for _, index := range l.open {
		all = errors.Join(all, index.Close())
	}
	return all
}
