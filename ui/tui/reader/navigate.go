package reader

import (
	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/data/notebook"
	"sitrep/ui/tui/column"
)

// here returns the section on the screen. Its list is made when it is first
// shown.
func (r *Reader) here() *section {
	s := r.sections[r.at]
	switch {
	case s.left != nil:
		r.goTo(*s.left)
	case s.list == nil:
		s.turnTo(0)
	}
	return s
}

// goToEach restores the places of several sections and shows one of them, whose
// views replace others. The other sections are made when they are first shown.
func (r *Reader) goToEach(places []place, at int, replaced []column.Column) {
	for i := range places {
		r.sections[places[i].section].left = &places[i]
	}
	r.at = at
	r.sections[at].replaced = replaced
	r.here()
}

// open opens what is under the cursor.
func (r *Reader) open() { r.openTarget(r.here().focused().Selected()) }

func (r *Reader) openTarget(t page.Target) {
	opened := column.Detail(r.index, t)
	if opened == nil {
		r.Say("nothing to open here")
		return
	}
	r.history.leave(r.place())
	r.here().trail = append(r.here().trail, openPage{t, opened})
	r.haveRead(t.Ref)
}

// sibling goes to the next or previous item of the same kind without leaving
// its page.
func (r *Reader) sibling(m column.Motion) {
	s := r.here()
	parent := s.parent()
	if parent == nil {
		r.Move(r.here().focused(), m)
		return
	}
	open := &s.trail[len(s.trail)-1]
	was := parent.Mark()
	for parent.Move(m) {
		t := parent.Selected()
		if t.Ref.Kind != open.target.Ref.Kind || t == open.target {
			continue
		}
		if next := column.Detail(r.index, t); next != nil {
			*open = openPage{t, next}
			r.haveRead(t.Ref)
			return
		}
	}
	parent.Restore(was)
	if m == column.Previous {
		r.Say("this is the first one")
	} else {
		r.Say("this is the last one")
	}
}

// goSection shows a section as it was left.
func (r *Reader) goSection(n int) {
	n = (n + len(r.sections)) % len(r.sections)
	if n == r.at {
		if len(r.here().trail) == 0 {
			r.Say(r.sectionKinds[n].name + " is shown already")
			return
		}
		r.history.leave(r.place())
		r.here().trail = nil
		return
	}
	r.history.leave(r.place())
	r.at = n
}

// place returns the current place.
func (r *Reader) place() place {
	s := r.here()
	p := place{section: r.at, view: s.view, list: column.MarkOf(s.list)}
	for _, l := range s.trail {
		p.trail = append(p.trail, l.target)
		p.marks = append(p.marks, column.MarkOf(l.column))
	}
	return p
}

// places returns the places in all sections that have been shown.
func (r *Reader) places() []place {
	var out []place
	defer func(was int) { r.at = was }(r.at)
	for r.at = range r.sections {
		switch s := r.sections[r.at]; {
		case s.left != nil:
			out = append(out, *s.left)
		case s.list != nil:
			out = append(out, r.place())
		}
	}
	return out
}

func (r *Reader) goTo(p place) {
	r.at = p.section
	s := r.sections[r.at]
	s.left = nil
	s.turnTo(p.view)
	column.Restore(s.list, p.list)
	open := s.trail
	s.trail = nil
	for i, t := range p.trail {
		var opened column.Column
		if i < len(open) && open[i].target == t {
			opened = open[i].column // thousands of its rows may have been laid out and read
		} else if opened = column.Detail(r.index, t); opened == nil {
			break
		}
		r.fit(opened)
		column.Restore(opened, p.marks[i])
		s.trail = append(s.trail, openPage{t, opened})
	}
}

// jump goes to the place that a step through the history of jumps leads to.
func (r *Reader) jump(step func(now place) (place, bool), none string) {
	if p, ok := step(r.place()); ok {
		r.goTo(p)
	} else {
		r.Say(none)
	}
}

func (r *Reader) jumpForward() { r.jump(r.history.forward, "no later place") }

// haveRead keeps that the user has opened an item. Passing over one with the cursor
// does not count.
func (r *Reader) haveRead(ref briefing.Ref) {
	n := &r.notes
	hash, known := n.hashes[ref]
	if !known || !notebook.Readable(ref.Kind) || n.Freshness(ref) == briefing.Read {
		return
	}
	if n.limited && n.book.ReadAs(n.key(ref)) != "" {
		delete(n.changed, ref) // the hash of a part is not that of the whole
	}
	n.recounted(ref, func() {
		if !n.limited || n.book.ReadAs(n.key(ref)) == "" {
			n.book.SetRead(n.key(ref), hash)
		}
	})
	r.remarked(ref)
}

// remarked shows what has changed about an item, or about any if ref is zero.
func (r *Reader) remarked(ref briefing.Ref) {
	for _, s := range r.sections {
		for _, c := range s.made {
			if list, ok := c.(interface{ Refresh() }); ok {
				list.Refresh()
			}
		}
		for i := range s.previews {
			if p := &s.previews[i]; ref.Kind == briefing.KindNone || p.target.Ref == ref {
				*p = openPage{}
			}
		}
	}
	r.remakePages(ref)
}

// remakePages makes the open pages of an item again, or all of them if ref is zero.
func (r *Reader) remakePages(ref briefing.Ref) {
	s := r.here()
	for i := range s.trail {
		open := &s.trail[i]
		if ref.Kind != briefing.KindNone && open.target.Ref != ref {
			continue
		}
		if again := column.Detail(r.index, open.target); again != nil {
			mark := column.MarkOf(open.column)
			if mark.Top == (column.Spot{}) { // it has not been scrolled: what is new above the cursor stays in sight
				mark = column.Mark{On: mark.On}
			}
			r.fit(again)
			column.Restore(again, mark)
			open.column = again
		}
	}
}
