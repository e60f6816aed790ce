package column

import (
	"slices"
	"strings"

	"sitrep/briefing/lines"
	"sitrep/briefing/page"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
)

// Draw draws the part of the flow that is on the screen. The cursor's sign is
// in the gutter beside every line of its stop.
func (f *Flow) Draw(t *style.Theme, focused bool) []string {
	f.begin()
	out := make([]string, 0, f.headerLines+f.size.Lines)
	if f.headerLines > 0 {
		out = append(out, f.Header.Draw(t, Size{Cells: f.size.Cells, Lines: f.headerLines}, f.Selected())...)
	}
	blank := strings.Repeat(" ", f.size.Cells)
	row := f.top
	for len(out) < f.headerLines+f.size.Lines {
		if row.Row >= f.rows.Len {
			out = append(out, blank)
			continue
		}
		lines := f.at(row.Row).Lines
		if row.In < len(lines) {
			line, selected := f.withSelection(t, row, lines[row.In])
			out = append(out, f.drawLine(t, line, f.stopIn(row.Row), selected, focused))
			row.In++
			continue
		}
		row = Spot{row.Row + 1, 0}
	}
	return out
}

// stopIn returns the stop under the cursor in a row, or 0. While words are being
// selected they take its place.
func (f *Flow) stopIn(row int) int {
	if row == f.cursor.Row && f.selection == nil {
		return f.cursor.In
	}
	return 0
}

func (f *Flow) drawLine(t *style.Theme, line lines.Line, stop int, selected, focused bool) string {
	gutter := strings.Repeat(" ", min(layout.Gutter, f.size.Cells))
	switch {
	case selected && f.size.Cells >= layout.Gutter:
		gutter = t.CursorSign(focused) + " "
	case stop == 0 || !holds(line, stop) || f.size.Cells < layout.Gutter:
		stop = 0
	case !hasGutter(line, stop):
		gutter = t.CursorSign(focused) + " "
	}
	return gutter + t.Row(line, max(f.size.Cells-layout.Gutter, 0), stop, focused)
}

// holds reports whether a line shows any part of a stop.
func holds(line lines.Line, stop int) bool {
	return slices.ContainsFunc(line, func(run lines.Run) bool { return run.Stop == stop })
}

// hasGutter reports whether a line has a cell for the cursor's sign beside a
// stop.
func hasGutter(line lines.Line, stop int) bool {
	return slices.ContainsFunc(line, func(run lines.Run) bool { return run.Role == page.Gutter && run.Stop == stop })
}
