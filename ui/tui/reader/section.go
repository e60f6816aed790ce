package reader

import (
	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/matrix"
)

// newSection returns a section of a kind. Its first view is made when it is
// first shown.
func (r *Reader) newSection(listing *briefing.Index, p *sectionKind) *section {
	views := make([]column.Column, len(p.views))
	make := func(view int) column.Column {
		if v := p.views[view]; v.make != nil {
			return v.make(listing)
		}
		return matrix.NewHypotheses(r.full, listing, r.analyses, r.without)
	}
	return &section{kind: p, make: make, made: views}
}

// turnTo shows a view of the section as it was left.
func (s *section) turnTo(view int) {
	if s.made[view] == nil {
		s.made[view] = s.make(view)
		if s.replaced != nil {
			column.Reuse(s.made[view], s.replaced[view])
			s.replaced = nil
		}
	}
	s.view, s.list = view, s.made[view]
}

// nextView returns the number of the view that v turns to.
func (s *section) nextView() int { return (s.view + 1) % len(s.kind.views) }

// wish returns the section's wish for the layout: that of the focused column,
// or of a list that stays in sight beside the page opened from it. Pages leave
// the list as wide as it is.
func (s *section) wish() layout.Wish {
	list := column.WishOf(s.list)
	w := layout.Wish{Share: column.ShareOf(s.focused()), Cells: list.Cells, Upper: s.upper, NoPassage: s.noPassage,
		Passage: list.Passage, Opened: len(s.trail) > 0}
	if len(s.trail) == 1 && w.Share == layout.Usual && list.Share == layout.Wide {
		w.Share = layout.Wide
	}
	return w
}

// focused returns the column that gets the keys.
func (s *section) focused() column.Column {
	if n := len(s.trail); n > 0 {
		return s.trail[n-1].column
	}
	return s.list
}

// parent returns the column from which the focused page was opened, or nil for
// a list.
func (s *section) parent() column.Column {
	switch n := len(s.trail); n {
	case 0:
		return nil
	case 1:
		return s.list
	default:
		return s.trail[n-2].column
	}
}

// preview returns the page of a target at a position beside the focus. It makes
// the page again only if the target has changed.
func (s *section) preview(x *briefing.Index, at int, t page.Target) column.Column {
	for len(s.previews) <= at {
		s.previews = append(s.previews, openPage{})
	}
	if s.previews[at].target != t {
		s.previews[at] = openPage{t, column.Detail(x, t)}
	}
	return s.previews[at].column
}

// opened returns the columns to show wherever the cursor is: the focused one
// and, if there is room for more than one, the one before it.
func (s *section) opened(room int) (columns []column.Column, focus int) {
	if p := s.parent(); p != nil && room > 1 && column.ShareOf(s.focused()) == layout.Usual {
		columns, focus = append(columns, p), 1
	}
	return append(columns, s.focused()), focus
}

// noPassage is shown if there is room for a passage and none to show.
const noPassage = "There is no passage to show beside it."

// columns returns the columns to show in the given rectangles: those that are opened,
// and previews of what is under the cursor. If held, the previews that are there
// stay.
func (s *section) columns(x *briefing.Index, rects []layout.Rect, held bool) (columns []column.Column, focus int) {
	room := len(rects)
	columns, focus = s.opened(room)
	s.noPassage = false
	if len(columns) == room {
		return columns, focus
	}
	held = held && s.of == s.focused() && s.previews[0].column != nil
	s.of = s.focused()
	t := s.of.Selected()
	for at := 0; len(columns) < room; at++ {
		shown := t
		switch {
		case at == 0 && held:
			t = s.previews[0].target
		case at > 0 || focus > 0 || layout.Under(rects):
			t = page.PassageBehind(x, t)
		}
		if at > 0 && t == shown {
			t = page.Target{} // it would be the same page twice
		}
		c := s.preview(x, at, t)
		if c == nil && !shown.IsZero() {
			c, s.noPassage = column.Note(noPassage), true
		}
		columns = append(columns, c)
	}
	return columns, focus
}

// last returns the target of the last of the columns if that is a preview, or
// else the zero Target.
func (s *section) last(room int) page.Target {
	columns, _ := s.opened(room)
	if at := room - len(columns); at > 0 && at <= len(s.previews) {
		return s.previews[at-1].target
	}
	return page.Target{}
}
