package tui

import (
	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
)

// turnView shows the section's other view, with the cursor on the same item. From
// a page it goes to the item that the page was opened for.
func (a *App) turnView() {
	s := a.here()
	if len(s.kind.views) == 1 {
		a.say(s.kind.name + " has only this view")
		return
	}
	item := s.list.Selected()
	if len(s.trail) > 0 {
		a.history.leave(a.place())
		item, s.trail = s.trail[0].target, nil
	}
	s.turnTo(s.nextView())
	a.fitList()
	a.keep(item)
}

// fitList gives the list of the section the room that it will be drawn in.
func (a *App) fitList() {
	s := a.here()
	s.list.Resize(a.size(a.frame.For(column.ShareOf(s.list))[0]))
}

// keep puts the cursor of the list on an item, or on the nearest thing around
// it that the list has; a cursor that is on a part of the item stays.
func (a *App) keep(item page.Target) {
	list := a.here().list
	for t := list.Selected(); !t.IsZero(); t = column.Around(a.index, t) {
		if t == item {
			return
		}
	}
	for t := item; !t.IsZero(); t = column.Around(a.index, t) {
		if list.Select(t) {
			return
		}
	}
}

// zoom draws time nearer or further away.
func (a *App) zoom(step int) {
	z, ok := a.here().focused().(column.Zoomer)
	switch {
	case !ok:
		a.say("only the lanes of the timeline zoom; " + a.bindings.Of("view") + " shows them")
	case z.Zoom(step):
		a.say(z.Scale() + " a mark")
	case step > 0:
		a.say("this is as near as it gets")
	default:
		a.say("this is as far as it gets")
	}
}

// left and right move the cursor where it goes sideways, and leave or open
// elsewhere.
func (a *App) left() {
	if a.sideways() {
		a.move(column.Left)
		return
	}
	a.back()
}

func (a *App) right() {
	if a.sideways() {
		a.move(column.Right)
		return
	}
	a.open()
}

func (a *App) sideways() bool {
	g, ok := a.here().focused().(column.Grid)
	return ok && g.Sideways()
}
