package reader

import (
	"io"

	"sitrep/briefing"
	"sitrep/briefing/diff"
	"sitrep/briefing/file"
	"sitrep/briefing/query"
	"sitrep/ui/tui/screen"
)

// Options are the file of a briefing, and functions for IO.
type Options struct {
	// File is the file of the briefing. If it has Text but no path, the text
	// can be saved as a file.
	File screen.File
	// Open returns another file, to be read and watched.
	Open func(path string) screen.File
	// Write writes a file completely or not at all. It is nil if nothing can be
	// written. If the file exists and replace is false, its error is
	// fs.ErrExist.
	Write func(path string, replace bool, write func(io.Writer) error) error
	// Views are the saved filters.
	Views query.Views
}

// openFile is the file of the briefing on the screen, and the functions that
// open it and its sources. They are fields so that tests can replace them.
type openFile struct {
	screen.LiveFile
	open    func(path string) screen.File
	write   func(path string, replace bool, write func(io.Writer) error) error
	state   reading
	quotes  quotes
	check   checking
	changes changes
	run     func(argv []string) error
	save    func(folder, name string, text []byte) (path string, err error)
}

// reading is the state of reading the file again.
type reading struct {
	asked  bool  // a user has pressed a key for it
	failed error // why the screen is not what is in the file
	// shownAgain says that another briefing was shown until now.
	shownAgain bool
}

// quotes is the progress of looking up the quotes of the briefing in the
// background.
type quotes struct {
	done, of int  // of is 0 if there was nothing to look up
	stopped  bool // by a key
}

// checking holds what sitrep check says about the briefing. It is computed in
// the background when it is first needed.
type checking struct {
	loaded []file.Problem // found by the loader: a check begins with these
	begun  bool
	done   bool
	found  []file.Problem // once it is done
}

// changes is how the briefing differs from what it was when it was opened. It
// is computed in the background.
type changes struct {
	opened *briefing.Briefing // as it was; nil if it has not been read again
	report *diff.Report       // nil if it is not computed yet
	// lastRead says that it is the version that was read last, before this one was
	// opened.
	lastRead bool
}
