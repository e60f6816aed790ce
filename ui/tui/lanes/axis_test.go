package lanes

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/column/columntest"
	"sitrep/ui/tui/layout"
)

// TestAxisKeepsOrder puts random times on axes: all are on it, none before an
// earlier one, the last cell is used, and past and future do not share a cell.
func TestAxisKeepsOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(15, 16))
	for range 500 {
		var times []int64
		for range 1 + random.IntN(30) {
			times = append(times, random.Int64N(1<<uint(2+random.IntN(38))))
		}
		slices.Sort(times)
		cut := cutoff{random.Int64N(1 << 38), random.IntN(3) > 0}
		a := newAxis(times, cut)
		cells := 16 + random.IntN(100)
		a.fit(cells)
		last := 0
		sides := map[int]bool{}
		for _, at := range times {
			x := a.cell(at)
			if x < last || x >= cells {
				t.Fatalf("%d stands at %d of %d, after %d; %+v", at, x, cells, last, a)
			}
			last = x
			if ahead, known := sides[x]; cut.known && known && ahead != (at >= cut.at) {
				t.Fatalf("past and future share cell %d: %+v", x, a)
			}
			sides[x] = at >= cut.at
		}
	}
}

func TestAxisLeavesOutTheLongest(t *testing.T) {
	a := newAxis([]int64{0, 100_000, 100_100, 190_000, 190_100, 190_200}, cutoff{})
	a.fit(20)
	var skipped []int64
	for _, p := range a.parts {
		if p.skipped {
			skipped = append(skipped, p.from)
		}
	}
	if !slices.Equal(skipped, []int64{100_000, 190_000}) {
		t.Errorf("time is left out before %v", skipped)
	}
	if even := newAxis([]int64{0, 1, 2, 3, 4}, cutoff{}); len(even.parts) != 1 {
		t.Errorf("an even axis is broken: %+v", even)
	}
}

// TestDensity looks at the strip of four events: where they crowd, where the
// cut-off is, and where the cursor.
func TestDensity(t *testing.T) {
	b := &briefing.Briefing{AsOf: edtfDate(t, "2024-10-05")}
	for _, date := range []string{"2024-10-01", "2024-10-05", "2024-10-05", "2024-10-10"} {
		b.Events = append(b.Events, briefing.Event{ID: "e" + string(rune('a'+len(b.Events))), Title: "x", When: briefing.When{Date: edtfDate(t, date)}})
	}
	timeline := Timeline(briefing.NewIndex(b))
	strip := func() string {
		line, _, _ := strings.Cut(columntest.Drawn(t, timeline, column.Size{Cells: 60, Lines: 12}), "\n")
		return strings.TrimSpace(line)
	}
	if got, want := strip(), "October 2024 ◆            ▇   │            ▃ October 2024"; got != want {
		t.Errorf("the strip is\n%q, not\n%q", got, want)
	}
	timeline.Select(page.To(briefing.KindEvent, "ed"))
	if got, want := strip(), "October 2024 ▃            ▇   │            ◆ October 2024"; got != want {
		t.Errorf("the strip is\n%q, not\n%q", got, want)
	}
	from := strings.Index(strip(), "▃") + layout.Gutter
	for x, want := range map[int]string{0: "ed", from: "ea", from + 1: "eb", from + 13: "eb", from + 14: "ed"} {
		timeline.Select(page.To(briefing.KindEvent, "ed"))
		timeline.Click(x, 0)
		if got := timeline.Selected(); got != page.To(briefing.KindEvent, want) {
			t.Errorf("a click on cell %d of the strip leads to %v, not to %s", x, got, want)
		}
	}
	if got := columntest.Drawn(t, timeline, column.Size{Cells: 60, Lines: 6}); strings.Contains(got, "◆") {
		t.Errorf("few lines hold a strip:\n%s", got)
	}
}
