package screen

import (
	"math"

	"sitrep/briefing"
	"sitrep/briefing/check"
	"sitrep/briefing/file"
)

// File is how a briefing is read again, and how changes to it are noticed; nil
// for what cannot be done.
type File struct {
	Path  string
	Load  func() (*file.Document, error)
	Watch func() (Watch, error)
	// Text returns what is in the file, whether or not that is a briefing. It is
	// nil if only a part of it may be shown.
	Text func() ([]byte, error)
}

// Read reads the briefing, and indexes it.
func (f File) Read() (*Indexed, error) {
	doc, err := f.Load()
	if err != nil {
		return nil, err
	}
	return NewIndexed(doc, AllPassages), nil
}

// Watch tells of changes to a file.
type Watch interface {
	// Next waits until the file may have changed. An error says that no more
	// changes will be noticed.
	Next() error
	Close() error
}

// FewPassages are looked up in their sources before the first frame; more of
// them are looked up behind it.
const FewPassages = 50

// AllPassages is no limit: of a version that is read behind the frame.
const AllPassages = math.MaxInt

// Indexed is a version of a briefing, ready to be shown.
type Indexed struct {
	Doc    *file.Document
	Index  *briefing.Index
	Loaded []file.Problem // what the loader left out; the document's own are all errors
}

// NewIndexed indexes a document. Its problems are the errors: what was left out
// and, in a briefing with at most so many passages, quotes that are missing.
func NewIndexed(doc *file.Document, most int) *Indexed {
	x := doc.Index()
	shown := *doc
	if len(x.Passages) <= most {
		shown.Problems = check.Faults(doc, x)
	}
	return &Indexed{&shown, x, doc.Problems}
}
