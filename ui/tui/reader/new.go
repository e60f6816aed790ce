package reader

import (
	"sitrep/briefing/fold"
	"sitrep/ui/tui/external"
	"sitrep/ui/tui/screen"
)

// New returns the reader of a version of a briefing. parent is what it was
// opened from.
func New(s *screen.Screen, e *screen.Indexed, o Options, parent screen.Parent) *Reader {
	f := openFile{LiveFile: s.Live(o.File), open: o.Open, write: o.Write, run: external.Run, save: external.SaveCopy}
	r := &Reader{Screen: s, file: f, parent: parent, tabbed: tabbed{sectionKinds: sectionKinds}}
	r.Theme.Found, r.narrow.views = fold.Query{}, o.Views
	r.toReview()
	r.notes = noting{book: e.Notes, wait: saveAfter}
	r.analyses = newAnalyses(e.Notes)
	r.show(e)
	r.resumePlace()
	return r
}
