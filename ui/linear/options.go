package linear

import (
	"io"
	"os"

	"sitrep/briefing/file"
	"sitrep/briefing/query"
	"sitrep/data/library"
	"sitrep/data/notebook"
	"sitrep/ui/tui/external"
)

// Options say where commands come from and what a session may do.
type Options struct {
	In  io.Reader // a command a line
	Out io.Writer
	// Echo says that what is typed is not on the screen by itself, as where commands come
	// from a pipe.
	Echo bool
	// Cells is where lines are wrapped; 0 does not wrap.
	Cells int
	// Speak is a command that gets what is said on its standard input, if there is one.
	Speak []string
	// Interrupts receives when the user presses the interrupt key.
	Interrupts <-chan os.Signal
	// Notebooks is where notebooks are kept; nil keeps none.
	Notebooks *notebook.Store
	Views     query.Views
	// Open opens another file. It is nil if there are none to open.
	Open func(path string) Source
	// Write writes a file completely or not at all; nil writes none. If the file exists
	// and replace is false, its error is fs.ErrExist.
	Write func(path string, replace bool, write func(io.Writer) error) error
	// Confined says that no programs may be started.
	Confined bool
	System   external.System

	// show reads a briefing over the one that is read.
	show func(*file.Document, Source) *Reader
}

// Source is where a briefing comes from.
type Source struct {
	// Load reads it, and again. It is nil for one that cannot be read again.
	Load func() (*file.Document, error)
	// Rewrite replaces the contents of the file, completely or not at all, if they are
	// still old; if they are not, its error is review.ErrChanged. It is nil unless the
	// drafts of the file may be taken and dropped. Then the documents that Load returns
	// have their text.
	Rewrite func(old, text string) error
	// Changed reports whether the file has changed since it was read or Changed last
	// reported that. It is nil if that is not known.
	Changed func() bool
	// Folder is the library that it is in, with the name of its file there; nil if
	// there is none.
	Folder func() (*library.Library, error)
	Name   string
	// Piped says that it came from standard input.
	Piped bool
}
