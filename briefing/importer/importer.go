// Package importer makes a briefing from files of other programs: saved web pages,
// feeds, mails, citations, annotations, timelines, bundles. There is one file for
// each format, and a table of them.
//
// Nothing is fetched, and nothing is guessed: what a file does not say is not in
// the briefing, and what a briefing has no place for is counted as lost. The same
// files give the same briefing. Files are as untrusted as briefings: the limits of
// package file hold for what comes out, and those of this package for what goes in.
package importer

import (
	"fmt"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/edtf"
	"sitrep/briefing/file"
)

// MaxFile is how many bytes a file may have.
const MaxFile = 64 << 20

// Input is one file.
type Input struct {
	Name string // for messages, and to name what has no title
	Data []byte
}

// Options say what is asked for.
type Options struct {
	Format string             // the name of a format; empty: found by the content
	Pick   func(n int) bool   // reports whether entry n, from 1, is wanted; nil: all are
	Now    time.Time          // its day is the cut-off of a briefing in which nothing has a date
	Into   *briefing.Briefing // what the result is going to be added to, or nil
	PDF    Converter          // nil: there is no program for it
}

// Converter returns the text of a file of another format, with form feeds between
// pages.
type Converter func(data []byte) ([]byte, error)

// Result is what files were made into.
type Result struct {
	Document *file.Document // the new briefing, or what is new for Options.Into
	Formats  []string       // the name of the format of each file
	Entries  []Entry        // what can be picked
	Lost     []Count        // what has no place in a briefing
	Present  []string       // ids of what Options.Into already has by an external id
}

// Entry is one of several things in the files, such as an article in a feed.
type Entry struct {
	Title string
	Date  edtf.Date
}

// Count is how often something occurred.
type Count struct {
	What  string
	Times int
}

// unfitError is an error about the content of a file.
type unfitError struct {
	message string
	hint    string
}

func (e *unfitError) Error() string { return e.message }

// Hint returns what to do about it.
func (e *unfitError) Hint() string { return e.hint }

// unfit returns an error about the content of a file, in one line. values can be
// errors of libraries, which quote the file.
func unfit(hint, message string, values ...any) error {
	return &unfitError{clean.Shorten(maxMessage, clean.Line(fmt.Sprintf(message, values...))), hint}
}

// maxMessage is how many characters an error has.
const maxMessage = 300
