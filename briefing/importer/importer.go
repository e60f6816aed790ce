// Package importer makes a briefing from files of other programs: saved web
// pages, feeds, mails, citations, annotations, timelines, bundles. Each format
// has its own file and a line in a table.
//
// Nothing is fetched, and nothing is guessed: what a file does not say is not
// in the briefing, and what a briefing has no place for is counted as lost. The
// same files give the same briefing. Files are as untrusted as briefings: the
// limits of package file apply to the output, and those of this package to the
// input.
package importer

import (
	"fmt"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/edtf"
	"sitrep/briefing/file"
)

// MaxFile is the limit of a file in bytes.
const MaxFile = 64 << 20

// Input is one file.
type Input struct {
	Name string // for messages, and to name what has no title
	Data []byte
}

// Options are the options of an import.
type Options struct {
	Format string             // name of a format; empty to recognize it by the content
	Pick   func(n int) bool   // reports whether entry n, from 1, is wanted; nil means all
	Now    time.Time          // its day is the cut-off of a briefing without dates
	Into   *briefing.Briefing // the briefing that the result will be added to, or nil
	PDF    Converter          // nil if there is no program for it
}

// Converter returns the text of a file in another format, with form feeds
// between pages.
type Converter func(data []byte) ([]byte, error)

// Result is the result of an import.
type Result struct {
	Document *file.Document // the new briefing, or what is new for Options.Into
	Formats  []string       // the name of the format of each file
	Entries  []Entry        // what can be picked
	Lost     []Count        // what has no place in a briefing
	Present  []string       // ids of items that Options.Into already has, by external id
}

// Entry is one of several entries in the files, such as an article in a feed.
type Entry struct {
	Title string
	Date  edtf.Date
}

// Count is how often something occurred.
type Count struct {
	What  string
	Times int
}

// unfit returns an error about the content of a file, on one line. values can
// be errors of libraries, which quote the file.
func unfit(hint, message string, values ...any) error {
	return briefing.NewHintError(clean.Shorten(maxMessage, clean.Line(fmt.Sprintf(message, values...))), hint)
}

// maxMessage is the limit of characters in an error.
const maxMessage = 300
