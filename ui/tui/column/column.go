// Package column contains what fills a column of the screen: the lists of the
// sections and the pages of their items, line under line, with a cursor that
// goes from link to link. Packages lanes and matrix fill a column in other
// ways. A column treats its rectangle as the whole terminal, moves its cursor
// and reports what the cursor is on. Opening, history and keys are left to the
// reader.
package column

import (
	"sitrep/briefing/page"
	"sitrep/briefing/width"
	"sitrep/ui/tui/layout"
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
	Left
	Right
	// Previous and Next go through items of one kind: the rows of a list, the
	// events of a lane, the positions of a table.
	Previous
	Next
	// ScrollUp and ScrollDown scroll by a notch of the mouse's wheel and leave
	// the cursor where it is.
	ScrollUp
	ScrollDown
)

// Motions maps the ids of actions to motions.
var Motions = map[string]Motion{
	"up": Up, "down": Down, "top": Top, "end": Bottom, "half-page-up": HalfUp, "half-page-down": HalfDown,
	"page-up": PageUp, "page-down": PageDown, "previous-group": PreviousGroup, "next-group": NextGroup,
}

// Steps returns how many rows a motion goes down, given the numbers of all rows
// and of those in sight. It returns 0 for a motion that does not go up or down.
func (m Motion) Steps(all, inSight int) int {
	switch m {
	case Up:
		return -1
	case Down:
		return 1
	case HalfUp:
		return -max(inSight/2, 1)
	case HalfDown:
		return max(inSight/2, 1)
	case PageUp:
		return -max(inSight-1, 1)
	case PageDown:
		return max(inSight-1, 1)
	case Top:
		return -all
	case Bottom:
		return all
	}
	return 0
}

// Size is the room of a column, the method that measures the width of text, and
// whether the program's own signs are ASCII.
type Size struct {
	Cells, Lines int
	Method       width.Method
	ASCII        bool
}

// Column is anything with a cursor that fills a rectangle.
type Column interface {
	Resize(Size)
	// Move moves the cursor. It returns false if the cursor is at the end in
	// that direction.
	Move(Motion) bool
	// Selected returns what the cursor is on, or the zero Target if that
	// leads nowhere.
	Selected() page.Target
	// Select puts the cursor on what leads to a target. It returns false if nothing does.
	Select(page.Target) bool
	// Click puts the cursor on what is at a cell of the column, counted from 0.
	// It returns false if nothing there leads anywhere.
	Click(x, y int) bool
	// Place returns the number of the cursor's row and how many rows there are.
	Place() (at, of int)
	Mark() Mark
	Restore(Mark)
	// Draw returns exactly the lines of the size, each exactly as wide.
	Draw(t *style.Theme, focused bool) []string
}

// Grid is a column whose cursor also goes left and right. There the keys that
// elsewhere open and leave move the cursor.
type Grid interface {
	Column
	// Sideways reports whether the cursor does so at the current size.
	Sideways() bool
}

// Zoomer is a column with a time scale.
type Zoomer interface {
	Column
	// Zoom goes n steps nearer, or further away if n is negative. It returns
	// false if there is no such scale.
	Zoom(n int) bool
	// Scale says how much time a mark stands for.
	Scale() string
}

// ShareOf returns how much of the frame a column asks for.
func ShareOf(c Column) layout.Share {
	if s, ok := c.(interface{ Share() layout.Share }); ok {
		return s.Share()
	}
	return layout.Usual
}
