package column

import (
	"slices"

	"sitrep/briefing/lines"
	"sitrep/briefing/page"
	"sitrep/ui/tui/layout"
)

// CursorRow returns the row under the cursor, laid out, and the number of the
// stop in it that the cursor is on.
func (f *Flow) CursorRow() (row lines.Laid, stop int) { return f.at(f.cursor.Row), f.cursor.In }

// Stops returns the number of stops of a row, counted and laid out.
func (f *Flow) Stops(row int) (counted, laid int) { return len(f.stops(row)), len(f.at(row).Stops) }

// WrapsMore reports whether one of the rows that tell how wide a flow wants to be
// takes more lines in a column of that width than in the widest.
func (f *Flow) WrapsMore(column int) bool {
	rows, _ := f.sample()
	return slices.ContainsFunc(rows, func(b page.Block) bool {
		linesAt := func(cells int) int { return len(lines.Layout(b, f.size.Method, cells).Lines) }
		return linesAt(layout.TextCells(column)) > linesAt(layout.MaxText)
	})
}
