package reader

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/column"
)

// click does what a button asks for.
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

// clickColumn takes a click in a column. The first on a row or a link selects
// it, and gives its column the focus; one on what is selected opens it. One in
// a preview opens what it is a preview of.
func (r *Reader) clickColumn(n, x, y int) {
	s := r.here()
	columns, focus := s.columns(r.index, len(r.rects()))
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

// openPreviews opens the first of the pages beside the focus, as they stand.
func (r *Reader) openPreviews(count int) {
	s := r.here()
	r.history.leave(r.place())
	for i := range s.previews[:count] {
		if s.previews[i].column == nil {
			return
		}
		s.trail = append(s.trail, s.previews[i])
		s.previews[i] = openPage{}
	}
}

func (r *Reader) shown() []column.Column {
	columns, _ := r.here().columns(r.index, len(r.rects()))
	return columns
}
