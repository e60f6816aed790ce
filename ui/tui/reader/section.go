package reader

import (
	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/layout"
)

// newSection returns a section of a kind; its first view is made when it is first
// shown.
func newSection(listing *briefing.Index, p *sectionKind) *section {
	return &section{kind: p, listing: listing, made: make([]column.Column, len(p.views))}
}

// turnTo shows a view of the section, as it was left.
func (s *section) turnTo(view int) {
	if s.made[view] == nil {
		s.made[view] = s.kind.views[view].make(s.listing)
	}
	s.view, s.list = view, s.made[view]
}

// nextView is the number of the view that v turns to.
func (s *section) nextView() int { return (s.view + 1) % len(s.kind.views) }

// wish returns what the section asks of the frame: what the column in focus does, or a
// list that stays in sight beside the page opened from it. Pages leave the list as
// wide as it is.
func (s *section) wish() layout.Wish {
	list := column.WishOf(s.list)
	w := layout.Wish{Share: column.ShareOf(s.focused()), Cells: list.Cells, Upper: s.upper, NoPassage: s.noPassage}
	if len(s.trail) == 1 && w.Share == layout.Usual && list.Share == layout.Wide {
		w.Share = layout.Wide
	}
	return w
}

// focused is the column that the keys go to.
func (s *section) focused() column.Column {
	if n := len(s.trail); n > 0 {
		return s.trail[n-1].column
	}
	return s.list
}

// parent is the column from which the focused page was opened; nil for a list.
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

// preview is the page of a target at a place beside the focus, made anew only
// when the target is another one.
func (s *section) preview(x *briefing.Index, at int, t page.Target) column.Column {
	for len(s.previews) <= at {
		s.previews = append(s.previews, openPage{})
	}
	if s.previews[at].target != t {
		s.previews[at] = openPage{t, column.Detail(x, t)}
	}
	return s.previews[at].column
}

// opened are the columns to show whatever the cursor stands on: the focused one
// and, where there is room for more than one, the one before it.
func (s *section) opened(room int) (columns []column.Column, focus int) {
	if p := s.parent(); p != nil && room > 1 && column.ShareOf(s.focused()) == layout.Usual {
		columns, focus = append(columns, p), 1
	}
	return append(columns, s.focused()), focus
}

// noPassage is said where there is room for a passage and none to show.
const noPassage = "There is no passage to show beside it."

// columns are the columns to show where there is room for so many: those that
// are opened, and previews of what the cursor stands on.
func (s *section) columns(x *briefing.Index, room int) (columns []column.Column, focus int) {
	columns, focus = s.opened(room)
	s.noPassage = false
	if len(columns) == room {
		return columns, focus
	}
	t := s.focused().Selected()
	for at := 0; len(columns) < room; at++ {
		shown := t
		if at > 0 || focus > 0 {
			t = column.PassageBehind(x, t)
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

// last is what the last of so many columns is the preview of; nothing where it
// is none.
func (s *section) last(room int) page.Target {
	columns, _ := s.opened(room)
	if at := room - len(columns); at > 0 && at <= len(s.previews) {
		return s.previews[at-1].target
	}
	return page.Target{}
}
