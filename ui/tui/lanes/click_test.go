package lanes

import (
	"strings"
	"testing"

	"sitrep/ui/tui/column"
	"sitrep/ui/tui/column/columntest"
)

// TestClickLanes clicks every cell: a mark takes the cursor to an event in its
// slot, and nothing scrolls.
func TestClickLanes(t *testing.T) {
	l := New(columntest.BuiltIn(t)).(*lanes)
	size := column.Size{Cells: 90, Lines: 30}
	l.Resize(size)
	for y, row := range columntest.Cells(t, l, size) {
		for x, sign := range row {
			was := l.Mark()
			hit := l.Click(x, y)
			if !hit && l.Mark() != was {
				t.Fatalf("a click at %d, %d that hits nothing moves the cursor", x, y)
			}
			if l.top != was.Top.Row || l.left != was.Top.In {
				t.Fatalf("a click at %d, %d scrolls", x, y)
			}
			inLanes := y >= l.chart.Head && y < l.chart.Head+l.chart.Lanes && x >= l.chart.Before()
			if inLanes && strings.Contains("●◐○?23456789", sign) {
				cell, ok := (&laneDrawing{lanes: l, ruler: l.ruler(), ahead: l.ruler().ahead()}).cursorCell()
				if !hit || !ok || l.chart.Before()+cell != x {
					t.Fatalf("a click on %s at %d, %d leaves the cursor at %d", sign, x, y, l.chart.Before()+cell)
				}
			}
		}
	}
}

func TestWheel(t *testing.T) { columntest.CheckWheel(t, New(columntest.BuiltIn(t))) }
