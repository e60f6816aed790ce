package tui

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/column"
)

// While the mouse is the reader's, the terminal does not select text with it
// unless shift is held. So it is off at first.

// turnMouse turns the mouse on or off.
func (a *App) turnMouse() {
	a.look.mouse = !a.look.mouse
	if a.look.mouse {
		a.say("mouse on: it clicks and scrolls; shift selects text")
	} else {
		a.say("mouse off: the terminal selects text again")
	}
}

// click does what a button asks for.
func (a *App) click(msg tea.MouseClickMsg) tea.Cmd {
	a.status = ""
	switch msg.Button {
	case tea.MouseLeft:
		return a.clickAt(msg.X, msg.Y)
	case tea.MouseBackward:
		if !a.dialogs.Open() {
			a.back()
		}
	case tea.MouseForward:
		if !a.dialogs.Open() {
			a.jumpForward()
		}
	}
	return nil
}

func (a *App) clickAt(x, y int) tea.Cmd {
	if a.frame.TooSmall() {
		return nil
	}
	if a.dialogs.Open() {
		return a.chosen(a.dialogs.Click(x, y, a.frame))
	}
	a.find.typing = false
	if a.frame.Tabs.Holds(x, y) {
		if n := a.tabAt(x); n >= 0 {
			a.goSection(n)
		}
		return nil
	}
	for i, r := range a.rects() {
		if r.Holds(x, y) {
			a.clickColumn(i, x-r.X, y-r.Y)
		}
	}
	return nil
}

// tabAt is the section whose tab stands at a cell; -1 where there is none.
func (a *App) tabAt(x int) int {
	end := 0
	for n := range a.sectionKinds {
		end += a.look.theme.Width(a.tab(n))
		if x < end {
			return n
		}
	}
	return -1
}

// clickColumn takes a click in a column. The first on a row or a link selects
// it, and gives its column the focus; one on what is selected opens it. One in
// a preview opens what it is a preview of.
func (a *App) clickColumn(n, x, y int) {
	s := a.here()
	columns, focus := s.columns(a.index, len(a.rects()))
	c := columns[n]
	if c == nil {
		return
	}
	before := c.Mark()
	if n > focus {
		if a.inLibrary() {
			a.open()
			return
		}
		a.openPreviews(n - focus)
	}
	if !c.Click(x, y) {
		return
	}
	switch {
	case n < focus:
		s.trail = s.trail[:len(s.trail)-1]
	case n == focus && c.Mark() == before:
		a.open()
	}
}

// openPreviews opens the first of the pages beside the focus, as they stand.
func (a *App) openPreviews(count int) {
	s := a.here()
	a.history.leave(a.place())
	for i := range s.previews[:count] {
		if s.previews[i].column == nil {
			return
		}
		s.trail = append(s.trail, s.previews[i])
		s.previews[i] = openPage{}
	}
}

// wheel scrolls what is under the pointer.
func (a *App) wheel(msg tea.MouseWheelMsg) {
	m := column.ScrollDown
	switch msg.Button {
	case tea.MouseWheelUp:
		m = column.ScrollUp
	case tea.MouseWheelLeft, tea.MouseWheelRight:
		return
	}
	if a.frame.TooSmall() {
		return
	}
	if a.dialogs.Open() {
		a.dialogs.Scroll(m)
		return
	}
	columns, _ := a.here().columns(a.index, len(a.rects()))
	for i, r := range a.rects() {
		if r.Holds(msg.X, msg.Y) && columns[i] != nil {
			columns[i].Move(m)
		}
	}
}
