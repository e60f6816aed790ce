package reader

import (
	"slices"

	"sitrep/briefing"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/screen"
)

// show replaces the briefing by another version of it.
func (r *Reader) show(e *screen.Indexed) {
	r.doc, r.full = e.Doc, e.Index
	r.notes.attach(r.full, r.doc.Withheld.Limit != "")
	r.file.quotes, r.file.check = quotes{}, checking{loaded: e.Loaded}
	r.without = slices.DeleteFunc(r.without, func(id string) bool {
		_, ok := r.full.Lookup(id)
		return !ok
	})
	if r.review != nil {
		r.review.Left = len(r.full.Drafts())
	}
	r.rebuild()
}

// rebuild makes the lists and pages again, at the same place, after the shown
// part of the briefing has changed.
func (r *Reader) rebuild() {
	r.endSelecting()
	old := r.index
	r.index = r.full
	if len(r.without) > 0 {
		r.index = briefing.NewIndex(r.full.Without(r.without...))
		r.index.SetRemarks(r.full.Remarks())
	}
	if old != nil {
		followAll(r.history.places, old, r.index)
		r.find.origin.follow(old, r.index)
		if o := r.narrow.origin; o != nil {
			followAll(o.places, old, r.index)
		}
	}
	was, places := r.at, r.places()
	var shown []column.Column
	if len(r.sections) > 0 {
		shown = r.sections[was].made
	}
	r.sections = nil
	listing := r.listing()
	for i := range r.sectionKinds {
		r.sections = append(r.sections, r.newSection(listing, &r.sectionKinds[i]))
	}
	followAll(places, old, r.index)
	r.goToEach(places, was, shown)
	r.resize()
}

// fit gives a column the size of a page.
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

// rects returns the rectangles of the columns.
func (r *Reader) rects() []layout.Rect { return r.Frame.For(r.here().wish()) }

// resize adds or removes the line of the banner.
func (r *Reader) resize() { r.SetBanner(r.bannered()) }

// bannered reports whether there is anything for the banner to say.
func (r *Reader) bannered() bool {
	return len(r.doc.Problems) > 0 || r.file.state.failed != nil || len(r.without) > 0 || !r.narrow.on.Empty() || r.narrow.origin != nil
}
