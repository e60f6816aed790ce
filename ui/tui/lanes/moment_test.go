package lanes

import (
	"slices"
	"testing"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/sample"
)

// second returns a moment of a test, as "2024-10-28" or "2024-10-28 23:59:59".
func second(t testing.TB, text string) int64 {
	t.Helper()
	for _, layout := range []string{time.DateOnly, time.DateTime} {
		if at, err := time.Parse(layout, text); err == nil {
			return at.Unix()
		}
	}
	t.Fatalf("no moment: %q", text)
	return 0
}

// TestTimesInOrder makes sure that times are in the order of the events where one
// without a time follows one with a time.
func TestTimesInOrder(t *testing.T) {
	b := &briefing.Briefing{}
	for _, date := range []string{"2024-10-25T03:00", "2024-10-25", "2024-10-25T02:00", "2024-10"} {
		b.Events = append(b.Events, briefing.Event{ID: "e" + date, When: briefing.When{Date: sample.Date(t, date)}})
	}
	if lanes := New(briefing.NewIndex(b)).(*lanes); !slices.IsSorted(lanes.times) || !slices.IsSorted(newDensity(briefing.NewIndex(b)).(*density).times) {
		t.Error("times are not in order")
	}
}
