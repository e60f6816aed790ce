package lanes

import (
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/briefing/sample"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/column/columntest"
	"sitrep/ui/tui/layout"
)

// TestDensity looks at the strip of four events: where they crowd, where the
// cut-off is, and where the cursor.
func TestDensity(t *testing.T) {
	b := &briefing.Briefing{AsOf: sample.Date(t, "2024-10-05")}
	for _, date := range []string{"2024-10-01", "2024-10-05", "2024-10-05", "2024-10-10"} {
		b.Events = append(b.Events, briefing.Event{ID: "e" + string(rune('a'+len(b.Events))), Title: "x", When: briefing.When{Date: sample.Date(t, date)}})
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
