package column_test

import (
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/column/columntest"
)

// TestWholePassageUnderTheCursor opens sources as they are first seen: all the
// words of the passage under the cursor are marked as its own, also those that
// belong to others as well.
func TestWholePassageUnderTheCursor(t *testing.T) {
	x := columntest.BuiltIn(t)
	ap := page.To(briefing.KindSource, "ap")
	for _, size := range []column.Size{{Cells: 67, Lines: 56}, {Cells: 80, Lines: 20}} {
		f := column.Detail(x, ap).(*column.Flow)
		f.Resize(size)
		for f.Selected().Passage == 0 && f.Move(column.Down) {
		}
		p := &x.Passages[f.Selected().Passage-1]
		var marked []string
		row, stop := f.CursorRow()
		for _, line := range row.Lines {
			for _, run := range line {
				if run.Stop == stop && run.Role == page.Marked {
					marked = append(marked, run.Text)
				}
			}
		}
		got := strings.Join(strings.Fields(strings.Join(marked, " ")), " ")
		if got != p.Evidence.Quote {
			t.Errorf("of %v “%s” only “%s” is marked on %v cells", f.Selected(), p.Evidence.Quote, got, size)
		}
	}
}
