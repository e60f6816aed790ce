// Package pane holds what fills the space between the tab bar and the footer:
// the lists of the sections and the pages of their items. A pane believes that
// its rectangle is the whole terminal. It moves a cursor and says what the
// cursor stands on; opening, going back and everything else is the
// application's business.
package pane

import (
	"sitrep/briefing/page"
	"sitrep/briefing/width"
	"sitrep/ui/tui/style"
)

// Motion is a way of moving the cursor.
type Motion int

// The motions.
const (
	Up Motion = iota
	Down
	HalfUp
	HalfDown
	PageUp
	PageDown
	Top
	Bottom
	PreviousGroup
	NextGroup
	// ScrollUp and ScrollDown move what is seen by a notch of the mouse's
	// wheel, and not the cursor.
	ScrollUp
	ScrollDown
)

// Size is the room of a column, the rule for how wide text is in it, and
// whether the program's own signs are to be ASCII.
type Size struct {
	Cells, Lines int
	Method       width.Method
	ASCII        bool
}

// Mark is the cursor and the scroll of a column, to come back to.
type Mark struct{ cursor, top spot }

// Column is anything with a cursor that fills a rectangle.
type Column interface {
	Resize(Size)
	// Move moves the cursor; false where there is nothing further that way.
	Move(Motion) bool
	// Selected is what the cursor stands on; the zero Target where it stands
	// on nothing that leads anywhere.
	Selected() page.Target
	// Select puts the cursor on what leads to a target; false where nothing does.
	Select(page.Target) bool
	// Click puts the cursor on what is shown at a cell of the column, counted
	// from 0; false where nothing there leads anywhere.
	Click(x, y int) bool
	// Place is the number of the cursor's row and how many there are.
	Place() (at, of int)
	Mark() Mark
	Restore(Mark)
	// Draw is exactly as many lines, each exactly as wide, as the size says.
	Draw(t *style.Theme, focused bool) []string
}
