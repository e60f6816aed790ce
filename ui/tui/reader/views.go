package reader

import (
	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
)

// turnView shows the section's other view, with the cursor on the same item.
// From a page it goes to the item that the page was opened for.
func (r *Reader) turnView() {
	s := r.here()
	if len(s.kind.views) == 1 {
		r.Say(s.kind.name + " has only this view")
		return
	}
	item := s.list.Selected()
	if len(s.trail) > 0 {
		r.history.leave(r.place())
		item, s.trail = s.trail[0].target, nil
	}
	s.turnTo(s.nextView())
	r.fitList()
	r.keep(item)
}

// fitList resizes the list of the section as it will be drawn.
func (r *Reader) fitList() {
	s := r.here()
	s.list.Resize(r.Size(r.Frame.For(column.WishOf(s.list))[0]))
}

// keep puts the cursor of the list on an item, or on the nearest item around it
// that the list has. If the cursor is on a part of the item, it stays there.
func (r *Reader) keep(item page.Target) {
	list := r.here().list
	for t := list.Selected(); !t.IsZero(); t = page.Around(r.index, t) {
		if t == item {
			return
		}
	}
	for t := item; !t.IsZero(); t = page.Around(r.index, t) {
		if list.Select(t) {
			return
		}
	}
}

// zoom zooms in or out on time.
func (r *Reader) zoom(step int) {
	z, ok := r.here().focused().(column.Zoomer)
	switch {
	case !ok:
		r.Say("only the lanes of the timeline zoom; " + r.Keys.Of("view") + " shows them")
	case z.Zoom(step):
		r.Say(z.Scale() + " a mark")
	case step > 0:
		r.Say("this is as near as it gets")
	default:
		r.Say("this is as far as it gets")
	}
}

func (r *Reader) sideways() bool {
	g, ok := r.here().focused().(column.Grid)
	return ok && g.Sideways()
}
