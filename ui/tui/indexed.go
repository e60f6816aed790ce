package tui

import (
	"math"

	"sitrep/briefing"
	"sitrep/briefing/check"
	"sitrep/briefing/file"
)

// fewPassages are looked up in their sources before the first frame; more of
// them are looked up behind it.
const fewPassages = 50

// allPassages is no limit: of a version that is read behind the frame.
const allPassages = math.MaxInt

// indexed is a version of a briefing, ready to be shown.
type indexed struct {
	doc    *file.Document
	index  *briefing.Index
	loaded []file.Problem // what the loader left out; the document's own are all errors
}

// newIndexed indexes a document. Its problems are the errors: what was left out
// and, in a briefing with at most so many passages, quotes that are missing.
func newIndexed(doc *file.Document, most int) *indexed {
	x := doc.Index()
	shown := *doc
	if len(x.Passages) <= most {
		shown.Problems = check.Faults(doc, x)
	}
	return &indexed{&shown, x, doc.Problems}
}
