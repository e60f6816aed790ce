package matrix

import (
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/column/columntest"
)

// TestClickMatrix clicks every cell: a sign takes the cursor to its position.
func TestClickMatrix(t *testing.T) {
	x := columntest.BuiltIn(t)
	m := New(x).(*matrix)
	size := column.Size{Cells: 120, Lines: 40}
	m.Resize(size)
	m.Move(column.NextGroup)
	m.Move(column.NextGroup)
	m.Move(column.NextGroup)
	m.Move(column.ScrollUp)
	signs := 0
	for y, row := range columntest.Cells(t, m, size)[:m.layout.Lines] {
		for cell, sign := range row {
			was := m.Mark()
			hit := m.Click(cell, y)
			if !hit && m.Mark() != was {
				t.Fatalf("a click at %d, %d that hits nothing moves the cursor", cell, y)
			}
			if !m.layout.InActors(cell) || !strings.Contains("+-?~.", sign) || row[cell-1] != " " {
				continue
			}
			signs++
			s, ok := m.stand()
			if !hit || !ok || s.Position.Stance.Sign() != sign {
				t.Fatalf("a click on %s at %d, %d leads to %v", sign, cell, y, m.Selected())
			}
		}
	}
	if signs < 5 {
		t.Fatalf("only %d signs were on the screen", signs)
	}
	// A narrow one is a list.
	m.Resize(column.Size{Cells: 50, Lines: 20})
	m.Select(page.To(briefing.KindClaim, "kursk-stationed"))
	columntest.Drawn(t, m, column.Size{Cells: 50, Lines: 20})
	before := m.Selected()
	for y := range 20 {
		m.Click(5, y)
	}
	if m.Selected() == before {
		t.Error("clicks in the list do not move the cursor")
	}
}

func TestWheel(t *testing.T) { columntest.CheckWheel(t, New(columntest.BuiltIn(t))) }
