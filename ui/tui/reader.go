package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/briefing/fold"
	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/screen"
)

// Reader is the model of one briefing. Only its Update changes it.
type Reader struct {
	*screen.Screen
	doc     *file.Document
	full    *briefing.Index // of the whole briefing
	index   *briefing.Index // of what is shown of it
	without []string        // ids of what is left out
	tabbed
	history history
	find    finder
	narrow  filterer
	file    openFile
	folder  inFolder
}

// tabbed is the sections, one behind each tab.
type tabbed struct {
	sectionKinds []sectionKind
	sections     []*section
	at           int // the section that is shown
}

// inFolder is what a reader knows of the folder that its briefing is from; the zero
// value if it is from none.
type inFolder struct {
	name string
	// ask takes a request that is not for the reader: [leaveMsg], [renewedMsg], or
	// one of a dialog about the folder. It is nil without a folder.
	ask func(tea.Msg) tea.Cmd
	hit *hitOrigin // where the list of hits in the folder has led to; nil: it has not
}

type (
	// leaveMsg asks for the list of the folder.
	leaveMsg struct{}
	// renewedMsg says that another version of the briefing is shown.
	renewedMsg struct{ indexed *indexed }
)

// hitOrigin is where the list of hits has led to.
type hitOrigin struct {
	section int
	trail   []page.Target
}

// newReader returns the reader of a version of a briefing.
func newReader(s *screen.Screen, e *indexed, f openFile, folder inFolder) *Reader {
	r := &Reader{Screen: s, file: f, folder: folder, tabbed: tabbed{sectionKinds: sectionKinds}}
	r.file.number = s.Serial()
	r.Theme.Found = fold.Query{}
	r.show(e)
	return r
}

// show replaces the briefing by another version of it.
func (r *Reader) show(e *indexed) {
	r.doc, r.full = e.doc, e.index
	r.file.quotes, r.file.check = quotes{}, checking{loaded: e.loaded}
	r.without = slices.DeleteFunc(r.without, func(id string) bool {
		_, ok := r.full.Lookup(id)
		return !ok
	})
	r.rebuild()
}

// rebuild makes the lists and pages anew, at the same place, after what is
// shown of the briefing has changed.
func (r *Reader) rebuild() {
	old := r.index
	r.index = r.full
	if len(r.without) > 0 {
		r.index = briefing.NewIndex(briefing.Without(r.full.Briefing, r.without...))
	}
	if old != nil {
		r.history.follow(old, r.index)
		r.find.origin.follow(old, r.index)
	}
	was, places := r.at, r.places()
	r.sections = nil
	listing := r.listing()
	for i := range r.sectionKinds {
		r.sections = append(r.sections, newSection(listing, &r.sectionKinds[i]))
	}
	for _, p := range places {
		p.follow(old, r.index)
		r.goTo(p)
	}
	r.at = was
	r.resize()
}

// fit gives a column the room that a page has.
func (r *Reader) fit(c column.Column) {
	rects := r.Frame.For(column.ShareOf(c))
	at := 0
	if column.ShareOf(c) == layout.Usual {
		at = min(1, len(rects)-1)
	}
	c.Resize(r.Size(rects[at]))
}

// rects is where the columns stand.
func (r *Reader) rects() []layout.Rect { return r.Frame.For(r.here().share()) }

// Resize takes the size of the terminal in cells.
func (r *Reader) Resize(w, h int) { r.SetSize(w, h, r.bannered()) }

// resize makes room for the banner, or takes it away.
func (r *Reader) resize() { r.Resize(r.Frame.W, r.Frame.H) }

// atHitOrigin reports whether the reader is where the list of hits in the folder has
// led to.
func (r *Reader) atHitOrigin() bool {
	hit, trail := r.folder.hit, r.here().trail
	if hit == nil || r.at != hit.section || len(trail) != len(hit.trail) {
		return false
	}
	for i := range trail {
		if trail[i].target != hit.trail[i] {
			return false
		}
	}
	return true
}

// savedPlace is where a briefing was left.
type savedPlace struct {
	index  *briefing.Index // nil: it has not been open, or is not kept
	places []place
	at     int
}

// restorePlaces goes to where the briefing was left.
func (r *Reader) restorePlaces(left savedPlace) {
	for _, p := range left.places {
		if left.index != nil {
			p.follow(left.index, r.index)
		}
		r.goTo(p)
	}
	r.at = left.at
}
