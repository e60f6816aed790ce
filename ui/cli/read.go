package cli

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"sitrep/briefing/file"
	"sitrep/data"
	"sitrep/data/library"
	"sitrep/data/notebook"
	"sitrep/ui/tui"
	"sitrep/ui/tui/screen"
	"sitrep/ui/tui/terminal"
)

// read sets what the root command does: it starts the reader on a terminal, and
// writes text anywhere else.
func read(root *cobra.Command, s Streams) {
	addLookFlags(root)
	var most marking
	maxTLPFlag(root, &most)
	root.Flags().Bool(noNotebookFlag, false, "keep no notebook: no place, no marks, no notes")
	var own string
	root.Flags().StringVar(&own, notebooksFlag, "", "keep the notebooks in this `FOLDER` instead of that of the user")
	confinedFlags(root)
	linearFlags(root)
	root.RunE = func(c *cobra.Command, args []string) (err error) {
		chosen, err := readSettings(c, s)
		if err != nil {
			return err
		}
		s.Offline = s.Offline || isSet(c, servedFlag) // the server follows the desk
		confined, byLine := isSet(c, confinedFlag), isLinear(c, s, chosen)
		if confined {
			if most, err = confine(args, byLine || drawable(s), most); err != nil {
				return err
			}
		}
		if byLine {
			return readLinearly(c, args, s, most, chosen)
		}
		if len(args) > 0 && isFolder(args[0]) {
			if !drawable(s) {
				return writeFolder(s, args[0], most, isSet(c, asciiFlag))
			}
			how := library.Options{Max: most.label, ReadOnly: isSet(c, servedFlag), Readable: confined}
			return readFolder(s, args[0], how, chosen, notebooks(chosen, own), confined)
		}
		if !drawable(s) {
			doc, err := open(args, s, most)
			if err != nil {
				return mistyped(root, args, err)
			}
			return writeExport(s, doc, exportOptions{format: "text", width: defaultWidth, ascii: isSet(c, asciiFlag)})
		}
		o, end := withLibraries(s, readerOptions(chosen), most, confined)
		defer func() { err = errors.Join(err, end()) }()
		kept := notebooks(chosen, own)
		o.Open = opening(s, most, kept)
		if size, ok := isLarge(args); ok {
			return mistyped(root, args, readLarge(args[0], size, o, kept))
		}
		o.File.Notebooks = kept
		open, err := reader(args, s, most, o)
		if err != nil {
			return mistyped(root, args, err)
		}
		return run(open, kept)
	}
}

// opening returns the function with which the reader opens a file, whose notebook is
// in kept. It leaves out items with a higher marking.
func opening(s Streams, most marking, kept *notebook.Store) func(path string) screen.File {
	s.Offline = true // nothing can be said on standard error
	return func(arg string) screen.File {
		at, err := locate(s, arg)
		if !isDesk(arg) { // another briefing of a desk can lead to a file
			var folder located
			if folder, err = locateFolder(s, filepath.Dir(arg)); folder.desk != nil {
				at = folder.version(filepath.Base(arg))
			}
		}
		if err != nil {
			return screen.File{Path: arg, Load: func() (*file.Document, error) { return nil, err }}
		}
		return openFile(at, most, kept)
	}
}

// openFile returns a file with a notebook in kept. It leaves out items with a higher
// marking.
func openFile(at located, most marking, kept *notebook.Store) screen.File {
	if at.desk == nil {
		f := newWatched(at.path, most).file()
		f.Notebooks = kept
		return f
	}
	f := newWatched(at.path, marking{}).file()
	f.Notebooks = kept
	load, read := f.Load, f.Text
	f.Load = func() (*file.Document, error) {
		doc, err := load()
		return at.redact(most, doc, err)
	}
	f.Text = func() ([]byte, error) {
		if doc, err := f.Load(); err != nil || doc.Withheld.Limit != "" {
			return nil, errors.Join(err, errWithheld)
		}
		return read()
	}
	return f
}

var errWithheld = errors.New("only a part of it may be shown")

// drawable reports whether standard output is a terminal on which screens can be
// drawn. On Windows terminals do not say what they can do.
func drawable(s Streams) bool {
	kind := s.Getenv("TERM")
	return s.Terminal && kind != "dumb" && (kind != "" || runtime.GOOS == "windows")
}

// reader returns a function that makes the reader for what the arguments name.
// A file is read at once, so that an error is known before the terminal is
// touched. The built-in briefing can always be read, so it is read later.
func reader(args []string, s Streams, most marking, o tui.Options) (func() terminal.Model, error) {
	if len(args) == 0 {
		o.File.Text = func() ([]byte, error) { return data.Briefing, nil }
		return func() terminal.Model {
			doc, err := most.redact(builtIn(), nil)
			if err != nil {
				panic(err) // a test makes sure that it can be read and is marked CLEAR
			}
			return tui.New(doc, o)
		}, nil
	}
	read := func() (*file.Document, error) { return most.redact(readInput(nil, s)) }
	if args[0] == standardInput {
		var piped bytes.Buffer
		s.In = io.TeeReader(s.In, &piped) // so that it can be saved as a file
		o.File.Notebooks = nil
		o.File.Text = func() ([]byte, error) { return piped.Bytes(), nil }
	} else {
		at, err := locate(s, args[0])
		if err != nil {
			return nil, err
		}
		o.File = openFile(at, most, o.File.Notebooks)
		read = func() (*file.Document, error) {
			defer s.progress(reading(args[0]))()
			return o.File.Load()
		}
	}
	doc, err := read()
	if broken := file.AsSyntaxError(err); broken != nil && args[0] != standardInput {
		return func() terminal.Model { return tui.NewBroken(broken, o) }, nil
	}
	if err != nil {
		return nil, explain(args[0], err)
	}
	return func() terminal.Model { return tui.New(doc, o) }, nil
}

// fewBytes is how large a file may be that is read before the screen is opened. That
// takes a few hundredths of a second at most.
const fewBytes = 1_000_000

// isLarge reports whether the arguments name a regular file that takes long to read,
// and the size of that.
func isLarge(args []string) (bytes int64, ok bool) {
	if len(args) == 0 || args[0] == standardInput {
		return 0, false
	}
	info, err := os.Stat(args[0])
	if err != nil || !info.Mode().IsRegular() || info.Size() <= fewBytes || info.Size() > file.MaxFile {
		return 0, false
	}
	return info.Size(), true
}

// readLarge shows the reader of a large file, which is read after the first frame.
// If it cannot be read, the error is what [reader] returns.
func readLarge(path string, bytes int64, o tui.Options, kept *notebook.Store) error {
	o.File = o.Open(path)
	var app *tui.App
	err := run(func() terminal.Model {
		app = tui.NewLoading(o, size(bytes))
		return app
	}, kept)
	if err != nil {
		return err
	}
	return explain(path, app.Err())
}

// run shows the reader until it ends, and saves what is kept in notebooks.
func run(open func() terminal.Model, kept *notebook.Store) error {
	var shown terminal.Model
	err := terminal.Run(func() terminal.Model {
		shown = open()
		return shown
	}, environment(os.Environ()))
	if kept != nil {
		if _, crashed := errors.AsType[*terminal.Crash](err); !crashed {
			if app, ok := shown.(*tui.App); ok {
				app.End()
			}
		}
		err = errors.Join(err, kept.Close())
	}
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENXIO) {
		return withHint(err, "sitrep export writes the briefing as text")
	}
	return err
}

// environment returns the environment for the terminal library. It lacks
// NO_COLOR, which has already chosen the theme without colours unless a theme
// was given. The reader can then still change to another theme.
func environment(all []string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(variable string) bool { return strings.HasPrefix(variable, "NO_COLOR=") })
}
