package column

import "sitrep/briefing/lines"

// CursorRow returns the row under the cursor, laid out, and the number of the
// stop in it that the cursor is on.
func (f *Flow) CursorRow() (row lines.Laid, stop int) { return f.at(f.cursor.Row), f.cursor.In }

// Stops returns the number of stops of a row, counted and laid out.
func (f *Flow) Stops(row int) (counted, laid int) { return len(f.stops(row)), len(f.at(row).Stops) }
