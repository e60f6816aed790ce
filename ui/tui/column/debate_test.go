package column_test

import (
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/column/columntest"
)

// TestSidesReachEverything goes down through a question whose claims stand side
// by side: every position is met, with the cursor's sign beside it, on the way
// down and on the way up.
func TestSidesReachEverything(t *testing.T) {
	x := columntest.BuiltIn(t)
	size := column.Size{Cells: 120, Lines: 16}
	for i := range x.Briefing.Questions {
		q := &x.Briefing.Questions[i]
		c := column.Detail(x, page.To(briefing.KindQuestion, q.ID))
		c.Resize(size)
		for _, m := range []column.Motion{column.Down, column.Up} {
			seen := map[page.Target]bool{c.Selected(): true}
			for c.Move(m) {
				seen[c.Selected()] = true
			}
			for j := range q.Claims {
				for _, s := range x.StandsOn(q.Claims[j].ID) {
					if !seen[page.Target{Ref: s.Ref()}] {
						t.Errorf("motion %d does not meet %s", m, s.ID)
					}
				}
			}
			if screen := columntest.Drawn(t, c, size); !strings.Contains(screen, "▌") {
				t.Errorf("the cursor is not on the screen:\n%s", screen)
			}
		}
	}
}

// TestSidesSideways goes from claim to claim.
func TestSidesSideways(t *testing.T) {
	x := columntest.BuiltIn(t)
	c := column.Detail(x, page.To(briefing.KindQuestion, "escalation")).(column.Grid)
	c.Resize(column.Size{Cells: 120, Lines: 36})
	if !c.Sideways() {
		t.Fatal("the claims do not stand side by side")
	}
	claims := []string{"escalation-north-korea", "expansion-russia", "situation-dangerous", "war-escalates"}
	c.Select(page.To(briefing.KindClaim, claims[0]))
	for _, want := range claims[1:] {
		if !c.Move(column.Right) || c.Selected() != page.To(briefing.KindClaim, want) {
			t.Fatalf("the cursor is on %v, not on %s", c.Selected(), want)
		}
		if screen := columntest.Drawn(t, c, column.Size{Cells: 120, Lines: 36}); !strings.Contains(screen, "▌ "+columntest.FirstWord(x.Name(c.Selected().Ref))) {
			t.Fatalf("the cursor is not beside %s:\n%s", want, screen)
		}
	}
	if c.Move(column.Right) {
		t.Error("there is more to the right of the last claim")
	}
	for range claims[1:] {
		c.Move(column.Left)
	}
	if got := c.Selected(); got != page.To(briefing.KindClaim, claims[0]) || c.Move(column.Left) {
		t.Errorf("the way back ends on %v", got)
	}
}

// TestSidesThroughSizes keeps the cursor while the claims go side by side and
// under each other.
func TestSidesThroughSizes(t *testing.T) {
	x := columntest.BuiltIn(t)
	c := column.Detail(x, page.To(briefing.KindQuestion, "escalation")).(column.Grid)
	want := page.To(briefing.KindPosition, "expansion-russia/lavrov")
	c.Resize(column.Size{Cells: 120, Lines: 36})
	c.Select(want)
	mark := c.Mark()
	for _, cells := range []int{60, 100, 99, 140, 30, 120} {
		screen := columntest.Drawn(t, c, column.Size{Cells: cells, Lines: 36})
		if c.Selected() != want || !strings.Contains(screen, "▌") {
			t.Fatalf("at %d cells the cursor is on %v:\n%s", cells, c.Selected(), screen)
		}
		if c.Sideways() != (cells >= 100) {
			t.Fatalf("at %d cells the claims stand side by side: %v", cells, c.Sideways())
		}
	}
	c.Resize(column.Size{Cells: 60, Lines: 20})
	c.Move(column.Top)
	if c.Restore(mark); c.Selected() != want {
		t.Errorf("from the mark the cursor goes to %v", c.Selected())
	}
}
