package pane

import (
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/page"
)

// grid is a drawn column cell by cell; all its signs are one cell wide.
func grid(t *testing.T, c Column, s Size) [][]string {
	var out [][]string
	for _, line := range strings.Split(drawn(t, c, s), "\n") {
		out = append(out, strings.Split(line, ""))
	}
	return out
}

// TestClickLanes clicks every cell: a mark takes the cursor to an event in its
// slot, and nothing scrolls.
func TestClickLanes(t *testing.T) {
	l := Lanes(builtIn(t)).(*lanes)
	size := Size{Cells: 90, Lines: 30}
	l.Resize(size)
	for y, row := range grid(t, l, size) {
		for x, sign := range row {
			was := l.Mark()
			hit := l.Click(x, y)
			if !hit && l.Mark() != was {
				t.Fatalf("a click at %d, %d that hits nothing moves the cursor", x, y)
			}
			if l.top != was.top.row || l.left != was.top.in {
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

// TestClickMatrix clicks every cell: a sign takes the cursor to its position.
func TestClickMatrix(t *testing.T) {
	x := builtIn(t)
	m := Matrix(x).(*matrix)
	size := Size{Cells: 120, Lines: 40}
	m.Resize(size)
	m.Move(NextGroup)
	m.Move(NextGroup)
	m.Move(NextGroup)
	m.Move(ScrollUp)
	signs := 0
	for y, row := range grid(t, m, size)[:m.layout.Lines] {
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
	m.Resize(Size{Cells: 50, Lines: 20})
	m.Select(page.To(briefing.KindClaim, "kursk-stationed"))
	drawn(t, m, Size{Cells: 50, Lines: 20})
	before := m.Selected()
	for y := range 20 {
		m.Click(5, y)
	}
	if m.Selected() == before {
		t.Error("clicks in the list do not move the cursor")
	}
}

// TestWheel scrolls the views and leaves the cursor where it is; the next
// motion brings it back on the screen.
func TestWheel(t *testing.T) {
	size := Size{Cells: 80, Lines: 16}
	for name, c := range map[string]Column{"lanes": Lanes(builtIn(t)), "matrix": Matrix(builtIn(t))} {
		c.Resize(size)
		c.Move(Top)
		was, top := c.Selected(), drawn(t, c, size)
		for range 8 {
			c.Move(ScrollDown)
		}
		if c.Selected() != was || drawn(t, c, size) == top {
			t.Errorf("%s: the wheel has moved the cursor to %v, or nothing", name, c.Selected())
		}
		for c.Move(ScrollDown) {
		}
		for c.Move(ScrollUp) {
		}
		if got := drawn(t, c, size); got != top {
			t.Errorf("%s: the wheel comes back to\n%snot\n%s", name, got, top)
		}
		for range 8 {
			c.Move(ScrollDown)
		}
		c.Move(Down)
		if got := drawn(t, c, size); !strings.Contains(got, "▌") {
			t.Errorf("%s: the cursor does not come back:\n%s", name, got)
		}
	}
}
