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

// TestNothingLaidOutBeforehand demands that a new column makes none of its rows:
// its size is not known, and a row can be a long text.
func TestNothingLaidOutBeforehand(t *testing.T) {
	made := 0
	f := column.NewFlow(column.Rows{Len: 3, Block: func(int) page.Block {
		made++
		return page.Entry{Body: []page.Span{{Text: "A"}}, To: page.To(briefing.KindActor, "a")}
	}})
	if made > 0 {
		t.Errorf("%d rows are made at once", made)
	}
	if got := f.Selected(); got != page.To(briefing.KindActor, "a") {
		t.Errorf("the cursor is on %v", got)
	}
}

// TestStopsOfRows compares the stops that are counted without a layout with those
// of the layout.
func TestStopsOfRows(t *testing.T) {
	text := "the bridge is closed"
	for name, block := range map[string]page.Block{
		"blank":        page.Blank{},
		"no marks":     page.Paragraph{Text: text},
		"one mark":     page.Paragraph{Text: text, Marks: []page.Mark{{Start: 0, End: 3, Passage: 1, First: true}}},
		"two in three": page.Paragraph{Text: text, Marks: []page.Mark{{Start: 0, End: 10, Passage: 2, First: true}, {Start: 4, End: 10, Passage: 1, First: true}, {Start: 11, End: 13, Passage: 2}}},
		"entry":        page.Entry{Body: []page.Span{{Text: text}}, To: page.To(briefing.KindActor, "a")},
		"links":        page.Prose{Spans: []page.Span{{Text: "a", To: page.To(briefing.KindActor, "a")}, {Text: "b", To: page.To(briefing.KindActor, "b")}}},
	} {
		f := column.NewFlow(column.Blocks([]page.Block{block}))
		if counted, laid := f.Stops(0); counted != laid {
			t.Errorf("%s: %d stops are counted, and %d laid out", name, counted, laid)
		}
	}
}
