package reader

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/column"
)

// click handles a mouse button.
func (r *Reader) click(msg tea.MouseClickMsg) tea.Cmd {
	if !r.Dialogs.Open() {
		r.endSelecting()
	}
	if msg.Button == tea.MouseForward && !r.Dialogs.Open() {
		r.Say("")
		r.jumpForward()
		return nil
	}
	return r.Click(msg, r.chosen, r.back, r.clickAt)
}

func (r *Reader) clickAt(x, y int) tea.Cmd {
	r.find.typing = false
	if r.Frame.Tabs.Holds(x, y) {
		if n := r.TabAt(r.tabs(), r.at, x); n >= 0 {
			r.goSection(n)
		}
		return nil
	}
	for i, rect := range r.rects() {
		if rect.Holds(x, y) {
			r.clickColumn(i, x-rect.X, y-rect.Y)
		}
	}
	return nil
}

// clickColumn handles a click in a column. The first on a row or a link selects
// it and moves the focus to its column. A click on the selected one opens it. A
// click in a preview opens its page.
func (r *Reader) clickColumn(n, x, y int) {
	s := r.here()
	columns, focus := s.columns(r.index, r.rects(), r.Held)
	c := columns[n]
	if c == nil {
		return
	}
	before := c.Mark()
	if n > focus {
		r.openPreviews(n - focus)
	}
	if !c.Click(x, y) {
		return
	}
	switch {
	case n < focus:
		s.trail = s.trail[:len(s.trail)-1]
	case n == focus && c.Mark() == before:
		r.open()
	}
}

// openPreviews opens the first count pages beside the focus, and keeps their
// state.
func (r *Reader) openPreviews(count int) {
	s := r.here()
	r.history.leave(r.place())
	for i := range s.previews[:count] {
		if s.previews[i].column == nil {
			return
		}
		s.trail = append(s.trail, s.previews[i])
		r.haveRead(s.previews[i].target.Ref)
		s.previews[i] = openPage{}
	}
}

func (r *Reader) shown() []column.Column {
	columns, _ := r.here().columns(r.index, r.rects(), r.Held)
	return columns
}
