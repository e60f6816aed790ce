package tui

import (
	"sitrep/briefing/page"
	"sitrep/ui/tui/pane"
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
func (a *App) move(m pane.Motion) {
	if a.here().focused().Move(m) {
		return
	}
	switch m {
	case pane.Up, pane.HalfUp, pane.PageUp, pane.Top, pane.PreviousGroup:
		a.say("this is the top")
	case pane.Left:
		a.say("nothing further to the left; " + a.keyOf("back") + " goes back")
	case pane.Right:
		a.say("nothing further to the right; " + a.keyOf("open") + " opens")
	default:
		a.say("this is the end")
	}
}

// open goes deeper, to what the cursor stands on.
func (a *App) open() { a.openTarget(a.here().focused().Selected()) }

func (a *App) openTarget(t page.Target) {
	if a.onShelf() {
		a.openBook(t.Ref.ID)
		return
	}
	column := pane.Detail(a.index, t)
	if column == nil {
		a.say("nothing to open here")
		return
	}
	a.history.leave(a.place())
	a.here().trail = append(a.here().trail, leaf{t, column})
}

// back goes one step back, to the row that the step was made from.
func (a *App) back() {
	if a.giveUp() {
		return
	}
	if a.atEntrance() {
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
		if a.shelf != nil && !a.onShelf() {
			a.leave()
			return
		}
		a.say("this is the top of the section; " + a.keyOf("quit") + " quits")
		return
	}
	s.trail = s.trail[:len(s.trail)-1]
}

// backOrQuit goes one step back, and from a list out of the program.
func (a *App) backOrQuit() bool {
	if len(a.here().trail) == 0 && (a.shelf == nil || a.onShelf()) {
		return true
	}
	a.back()
	return false
}

// sibling goes to the next or previous item of the same kind without leaving
// its page.
func (a *App) sibling(m pane.Motion) {
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
		if column := pane.Detail(a.index, t); column != nil {
			*open = leaf{t, column}
			return
		}
	}
	parent.Restore(was)
	if m == pane.Previous {
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
			a.say(a.panes[n].name + " is shown already")
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
func markOf(c pane.Column) pane.Mark {
	m := c.Mark()
	m.On = c.Selected()
	return m
}

// restore goes back to a place in a column, or in what has taken its place.
func restore(c pane.Column, m pane.Mark) {
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
		var column pane.Column
		if i < len(open) && open[i].target == t {
			column = open[i].column // it may have rows by the thousand laid out and read
		} else if column = pane.Detail(a.index, t); column == nil {
			break
		}
		a.fit(column)
		restore(column, p.marks[i])
		s.trail = append(s.trail, leaf{t, column})
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
