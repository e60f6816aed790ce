package tui

import (
	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
)

// here is the section that is shown. Its list is made when it is first shown.
func (a *App) here() *section {
	s := a.sections[a.at]
	if s.list == nil {
		s.turnTo(0)
	}
	return s
}

// move moves the cursor of the focused column.
func (a *App) move(m column.Motion) {
	if a.here().focused().Move(m) {
		return
	}
	switch m {
	case column.Up, column.HalfUp, column.PageUp, column.Top, column.PreviousGroup:
		a.say("this is the top")
	case column.Left:
		a.say("nothing further to the left; " + a.bindings.Of("back") + " goes back")
	case column.Right:
		a.say("nothing further to the right; " + a.bindings.Of("open") + " opens")
	default:
		a.say("this is the end")
	}
}

// open goes deeper, to what the cursor stands on.
func (a *App) open() { a.openTarget(a.here().focused().Selected()) }

func (a *App) openTarget(t page.Target) {
	if a.inLibrary() {
		a.openEntry(t.Ref.ID)
		return
	}
	opened := column.Detail(a.index, t)
	if opened == nil {
		a.say("nothing to open here")
		return
	}
	a.history.leave(a.place())
	a.here().trail = append(a.here().trail, openPage{t, opened})
}

// back goes one step back, to the row that the step was made from.
func (a *App) back() {
	if a.giveUp() {
		return
	}
	if a.atHitOrigin() {
		a.leave()
		return
	}
	s := a.here()
	if len(s.trail) == 0 {
		if a.find.query != "" {
			a.endSearch()
			return
		}
		if !a.narrow.on.Empty() {
			a.applyFilter("")
			return
		}
		if a.file.quotes.lookingUp() {
			a.stopLookingUp()
			return
		}
		if a.library != nil && !a.inLibrary() {
			a.leave()
			return
		}
		a.say("this is the top of the section; " + a.bindings.Of("quit") + " quits")
		return
	}
	s.trail = s.trail[:len(s.trail)-1]
}

// backOrQuit goes one step back, and from a list out of the program.
func (a *App) backOrQuit() bool {
	if len(a.here().trail) == 0 && (a.library == nil || a.inLibrary()) {
		return true
	}
	a.back()
	return false
}

// sibling goes to the next or previous item of the same kind without leaving
// its page.
func (a *App) sibling(m column.Motion) {
	s := a.here()
	parent := s.parent()
	if parent == nil {
		a.move(m)
		return
	}
	open := &s.trail[len(s.trail)-1]
	was := parent.Mark()
	for parent.Move(m) {
		t := parent.Selected()
		if t.Ref.Kind != open.target.Ref.Kind || t == open.target {
			continue
		}
		if next := column.Detail(a.index, t); next != nil {
			*open = openPage{t, next}
			return
		}
	}
	parent.Restore(was)
	if m == column.Previous {
		a.say("this is the first one")
	} else {
		a.say("this is the last one")
	}
}

// goSection shows a section as it was left.
func (a *App) goSection(n int) {
	n = (n + len(a.sections)) % len(a.sections)
	if n == a.at {
		if len(a.here().trail) == 0 {
			a.say(a.sectionKinds[n].name + " is shown already")
			return
		}
		a.history.leave(a.place())
		a.here().trail = nil
		return
	}
	a.history.leave(a.place())
	a.at = n
}

// place is where the reader stands now.
func (a *App) place() place {
	s := a.here()
	p := place{section: a.at, view: s.view, list: markOf(s.list)}
	for _, l := range s.trail {
		p.trail = append(p.trail, l.target)
		p.marks = append(p.marks, markOf(l.column))
	}
	return p
}

// places are the places in all sections that have been seen.
func (a *App) places() []place {
	var out []place
	defer func(was int) { a.at = was }(a.at)
	for a.at = range a.sections {
		if a.sections[a.at].list != nil {
			out = append(out, a.place())
		}
	}
	return out
}

// markOf is the place in a column, with what the cursor stands on.
func markOf(c column.Column) column.Mark {
	m := c.Mark()
	m.On = c.Selected()
	return m
}

// restore goes back to a place in a column, or in what has taken its place.
func restore(c column.Column, m column.Mark) {
	c.Restore(m)
	if !m.On.IsZero() && c.Selected() != m.On {
		c.Select(m.On)
	}
}

// goTo restores a place.
func (a *App) goTo(p place) {
	a.at = p.section
	s := a.here()
	s.turnTo(p.view)
	restore(s.list, p.list)
	open := s.trail
	s.trail = nil
	for i, t := range p.trail {
		var opened column.Column
		if i < len(open) && open[i].target == t {
			opened = open[i].column // it may have rows by the thousand laid out and read
		} else if opened = column.Detail(a.index, t); opened == nil {
			break
		}
		a.fit(opened)
		restore(opened, p.marks[i])
		s.trail = append(s.trail, openPage{t, opened})
	}
}

func (a *App) jumpBack() {
	p, ok := a.history.back(a.place())
	if !ok {
		a.say("no earlier place")
		return
	}
	a.goTo(p)
}

func (a *App) jumpForward() {
	p, ok := a.history.forward(a.place())
	if !ok {
		a.say("no later place")
		return
	}
	a.goTo(p)
}
