package lanes

import (
	"slices"
	"testing"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

func edtfDate(t testing.TB, text string) edtf.Date {
	t.Helper()
	if text == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return d
}

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

func TestMoments(t *testing.T) {
	cut := cutoffOf(&briefing.Briefing{AsOf: edtfDate(t, "2024-10-28")})
	if want := second(t, "2024-10-29"); cut.at != want {
		t.Fatalf("the cut-off is %d, not %d", cut.at, want)
	}
	const evening = "2024-10-28 23:59:59"
	tests := []struct {
		date   string
		status briefing.EventStatus
		at, to string
		stroke stroke
		ending ending
		bound  bound
	}{
		{"2024-10-25", "occurred", "2024-10-25", "2024-10-25 23:59:59", dotted, noEnding, known},
		{"2024-10-25?", "occurred", "2024-10-25", "2024-10-25 23:59:59", dotted, noEnding, unsure},
		{"2024-06~", "occurred", "2024-06-01", "2024-06-30 23:59:59", dotted, noEnding, unsure},
		{"2024-10", "occurred", "2024-10-01", evening, dotted, noEnding, known},
		{"2024-11", "expected", "2024-11-01", "2024-11-30 23:59:59", dotted, noEnding, known},
		{"2024-10-22/2024-10-24", "occurred", "2024-10-22", "2024-10-24 23:59:59", solid, closed, known},
		{"2024-10-22/2024-11-24", "ongoing", "2024-10-22", "2024-11-24 23:59:59", solid, closed, known},
		{"2022~/..", "ongoing", "2022-01-01", evening, solid, open, unsure},
		{"2022/", "occurred", "2022-01-01", evening, dotted, endUnknown, known},
		{"2025/..", "expected", "2025-01-01", "2025-01-01", solid, open, known},
		{"[..2024-10-25]", "occurred", "2024-10-25 23:59:59", "2024-10-25 23:59:59", noStroke, noEnding, until},
		{"[..2024-10-25]", "ongoing", "2024-10-25 23:59:59", evening, solid, open, until},
		{"../2024-10-25", "occurred", "2024-10-25 23:59:59", "2024-10-25 23:59:59", noStroke, noEnding, until},
		{"[2024-10-25..]", "expected", "2024-10-25", "2024-10-25", noStroke, noEnding, since},
		{"[2024-10-29..2024-11-03]", "expected", "2024-10-29", "2024-11-03 23:59:59", dotted, noEnding, known},
		{"201X", "occurred", "2010-01-01", "2019-12-31 23:59:59", dotted, noEnding, known}, // one year of them
		{"2024-10-20", "ongoing", "2024-10-20", evening, solid, open, known},
	}
	for _, test := range tests {
		e := briefing.Event{When: briefing.When{Date: edtfDate(t, test.date)}, Status: test.status}
		got := momentOf(&e, cut)
		want := moment{second(t, test.at), second(t, test.to), test.stroke, test.ending, test.bound}
		if got != want {
			t.Errorf("%s, %s: %+v, not %+v", test.date, test.status, got, want)
		}
	}
}

func TestMomentsWithoutDate(t *testing.T) {
	for _, date := range []string{"", "XXXX"} {
		e := briefing.Event{When: briefing.When{Date: edtfDate(t, date)}, Status: briefing.EventOngoing}
		if got := momentOf(&e, cutoff{}); got.at != undated || got.stroke != noStroke {
			t.Errorf("%q is placed in time: %+v", date, got)
		}
	}
}

// TestMomentsInOrder makes sure that marks are in the order of the events where
// one without a time follows one with a time.
func TestMomentsInOrder(t *testing.T) {
	b := &briefing.Briefing{}
	for _, date := range []string{"2024-10-25T03:00", "2024-10-25", "2024-10-25T02:00", "2024-10"} {
		b.Events = append(b.Events, briefing.Event{ID: "e" + date, When: briefing.When{Date: edtfDate(t, date)}})
	}
	at := int64(0)
	for i, m := range momentsOf(briefing.NewIndex(b).Events(), cutoff{}) {
		if m.at < at || m.to < m.at {
			t.Errorf("event %d stands at %d, behind one at %d; it lasts to %d", i, m.at, at, m.to)
		}
		at = m.at
	}
	if lanes := New(briefing.NewIndex(b)).(*lanes); !slices.IsSorted(lanes.times) || !slices.IsSorted(newDensity(briefing.NewIndex(b)).(*density).times) {
		t.Error("times are not in order")
	}
}

func TestMomentsWithoutCutoff(t *testing.T) {
	e := briefing.Event{When: briefing.When{Date: edtfDate(t, "2022/..")}, Status: briefing.EventOngoing}
	at := second(t, "2022-01-01")
	if got, want := momentOf(&e, cutoff{}), (moment{at, at, solid, open, known}); got != want {
		t.Errorf("%+v, not %+v: where nobody knows the end of knowing, no line is drawn", got, want)
	}
}
