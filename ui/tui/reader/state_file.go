package reader

import (
	"io"

	"sitrep/briefing"
	"sitrep/briefing/diff"
	"sitrep/briefing/file"
	"sitrep/ui/tui/screen"
)

// Options are the file of a briefing, and what a reader does outside itself.
type Options struct {
	// File is that of the briefing. If it has a text and no path, the text can be saved
	// as a file.
	File screen.File
	// Open is how another file is read and watched.
	Open func(path string) screen.File
	// Write writes a file whole or not at all; nil: nothing can be written. If there
	// is one of that name and replace is false, its error is fs.ErrExist.
	Write func(path string, replace bool, write func(io.Writer) error) error
}

// openFile is the file of the briefing that is shown, and what opens it and the
// sources that it names. What is done outside the reader is in fields, so that
// tests can look on.
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

// reading is how far the file has been read.
type reading struct {
	asked  bool  // somebody has pressed a key for it
	failed error // why what is shown is not what is in the file
	// shownAgain says that another briefing was shown over this one until now.
	shownAgain bool
}

// quotes is how far the quotes of the briefing have been looked up behind the
// frame.
type quotes struct {
	done, of int  // of is 0 where nothing was left to look up
	stopped  bool // by a key
}

// checking is what sitrep check says of the briefing. It is worked out behind the
// frame when somebody asks for it.
type checking struct {
	loaded []file.Problem // found by the loader: what a check begins with
	begun  bool
	done   bool
	found  []file.Problem // once it is done
}

// changes is how the briefing differs from what it was when it was opened,
// which is worked out behind the frame.
type changes struct {
	opened *briefing.Briefing // as it was; nil: it has not been read again
	report *diff.Report       // nil: it is not worked out yet
}
