package tui

import (
	"slices"

	"sitrep/briefing"
	"sitrep/briefing/fold"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/screen"
)

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
		if o := r.narrow.origin; o != nil {
			for i := range o.places {
				o.places[i].follow(old, r.index)
			}
		}
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
	w := r.here().wish()
	w.Share = column.ShareOf(c)
	rects := r.Frame.For(w)
	at := 0
	if w.Share == layout.Usual {
		at = min(1, len(rects)-1)
	}
	c.Resize(r.Size(rects[at]))
}

// rects is where the columns stand.
func (r *Reader) rects() []layout.Rect { return r.Frame.For(r.here().wish()) }

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

// bannered reports whether there is anything to tell.
func (r *Reader) bannered() bool {
	return len(r.doc.Problems) > 0 || r.file.state.failed != nil || len(r.without) > 0 || !r.narrow.on.Empty() || r.narrow.origin != nil
}
