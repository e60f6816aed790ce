package screen

import (
	"math"

	"sitrep/briefing"
	"sitrep/briefing/check"
	"sitrep/briefing/file"
	"sitrep/data/notebook"
)

// File has the functions that read a briefing again and notice changes to it. A
// function is nil if that cannot be done.
type File struct {
	Path  string
	Load  func() (*file.Document, error)
	Watch func() (Watch, error)
	// Text returns the contents of the file, even if that is not a briefing. It
	// is nil if only a part of the file may be shown.
	Text func() ([]byte, error)
	// Rewrite replaces the contents of the file, completely or not at all, if they
	// are still old; if they are not, its error is review.ErrChanged. It is nil unless the
	// drafts of the file may be taken and dropped. Then the documents that Load returns
	// have their text.
	Rewrite func(old, text string) error
	// Notebooks are where a notebook beside the briefing is kept. It is nil if none is.
	Notebooks *notebook.Store
}

// Read reads the briefing, and indexes it.
func (f File) Read() (*Indexed, error) {
	doc, err := f.Load()
	if err != nil {
		return nil, err
	}
	return f.Indexed(doc, AllPassages), nil
}

// Indexed does what [NewIndexed] does for a document of the file, and opens its
// notebook.
func (f File) Indexed(doc *file.Document, most int) *Indexed {
	e := NewIndexed(doc, most)
	if f.Notebooks != nil {
		e.Notes = f.Notebooks.Open(doc.Briefing.ID)
	}
	return e
}

// Watch notices changes to a file.
type Watch interface {
	// Next waits until the file may have changed. After an error no more
	// changes are noticed.
	Next() error
	Close() error
}

// FewPassages is the number of passages that may be looked up in their sources
// before the first frame. More are looked up in the background.
const FewPassages = 50

// AllPassages means no limit, for a version that is read in the background.
const AllPassages = math.MaxInt

// Indexed is a version of a briefing, ready to be shown.
type Indexed struct {
	Doc    *file.Document
	Index  *briefing.Index
	Loaded []file.Problem     // what the loader left out; the document's own are all errors
	Notes  *notebook.Notebook // nil if none is kept
}

// NewIndexed indexes a document. Its problems are the errors: what was left out
// and, in a briefing with no more than most passages, missing quotes.
func NewIndexed(doc *file.Document, most int) *Indexed {
	x := doc.Index()
	shown := *doc
	if len(x.Passages) <= most {
		shown.Problems = check.Faults(doc, x)
	}
	return &Indexed{Doc: &shown, Index: x, Loaded: doc.Problems}
}
