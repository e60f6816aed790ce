package axis

import (
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

func TestMoments(t *testing.T) {
	cut := CutoffOf(&briefing.Briefing{AsOf: sample.Date(t, "2024-10-28")})
	if want := second(t, "2024-10-29"); cut.At != want {
		t.Fatalf("the cut-off is %d, not %d", cut.At, want)
	}
	const evening = "2024-10-28 23:59:59"
	tests := []struct {
		date   string
		status briefing.EventStatus
		at, to string
		stroke Stroke
		ending Ending
		bound  Bound
	}{
		{"2024-10-25", "occurred", "2024-10-25", "2024-10-25 23:59:59", Dotted, NoEnding, Known},
		{"2024-10-25?", "occurred", "2024-10-25", "2024-10-25 23:59:59", Dotted, NoEnding, Unsure},
		{"2024-06~", "occurred", "2024-06-01", "2024-06-30 23:59:59", Dotted, NoEnding, Unsure},
		{"2024-10", "occurred", "2024-10-01", evening, Dotted, NoEnding, Known},
		{"2024-11", "expected", "2024-11-01", "2024-11-30 23:59:59", Dotted, NoEnding, Known},
		{"2024-10-22/2024-10-24", "occurred", "2024-10-22", "2024-10-24 23:59:59", Solid, Closed, Known},
		{"2024-10-22/2024-11-24", "ongoing", "2024-10-22", "2024-11-24 23:59:59", Solid, Closed, Known},
		{"2022~/..", "ongoing", "2022-01-01", evening, Solid, Open, Unsure},
		{"2022/", "occurred", "2022-01-01", evening, Dotted, EndUnknown, Known},
		{"2025/..", "expected", "2025-01-01", "2025-01-01", Solid, Open, Known},
		{"[..2024-10-25]", "occurred", "2024-10-25 23:59:59", "2024-10-25 23:59:59", NoStroke, NoEnding, Until},
		{"[..2024-10-25]", "ongoing", "2024-10-25 23:59:59", evening, Solid, Open, Until},
		{"../2024-10-25", "occurred", "2024-10-25 23:59:59", "2024-10-25 23:59:59", NoStroke, NoEnding, Until},
		{"[2024-10-25..]", "expected", "2024-10-25", "2024-10-25", NoStroke, NoEnding, Since},
		{"[2024-10-29..2024-11-03]", "expected", "2024-10-29", "2024-11-03 23:59:59", Dotted, NoEnding, Known},
		{"201X", "occurred", "2010-01-01", "2019-12-31 23:59:59", Dotted, NoEnding, Known}, // one year of them
		{"2024-10-20", "ongoing", "2024-10-20", evening, Solid, Open, Known},
	}
	for _, test := range tests {
		e := briefing.Event{When: briefing.When{Date: sample.Date(t, test.date)}, Status: test.status}
		got := momentOf(&e, cut)
		want := Moment{second(t, test.at), second(t, test.to), test.stroke, test.ending, test.bound}
		if got != want {
			t.Errorf("%s, %s: %+v, not %+v", test.date, test.status, got, want)
		}
	}
}

func TestMomentsWithoutDate(t *testing.T) {
	for _, date := range []string{"", "XXXX"} {
		e := briefing.Event{When: briefing.When{Date: sample.Date(t, date)}, Status: briefing.EventOngoing}
		if got := momentOf(&e, Cutoff{}); got.At != Undated || got.Stroke != NoStroke {
			t.Errorf("%q is placed in time: %+v", date, got)
		}
	}
}

// TestMomentsInOrder makes sure that marks are in the order of the events where
// one without a time follows one with a time.
func TestMomentsInOrder(t *testing.T) {
	b := &briefing.Briefing{}
	for _, date := range []string{"2024-10-25T03:00", "2024-10-25", "2024-10-25T02:00", "2024-10"} {
		b.Events = append(b.Events, briefing.Event{ID: "e" + date, When: briefing.When{Date: sample.Date(t, date)}})
	}
	at := int64(0)
	for i, m := range MomentsOf(briefing.NewIndex(b).Events(), Cutoff{}) {
		if m.At < at || m.To < m.At {
			t.Errorf("event %d stands at %d, behind one at %d; it lasts to %d", i, m.At, at, m.To)
		}
		at = m.At
	}
}

func TestMomentsWithoutCutoff(t *testing.T) {
	e := briefing.Event{When: briefing.When{Date: sample.Date(t, "2022/..")}, Status: briefing.EventOngoing}
	at := second(t, "2022-01-01")
	if got, want := momentOf(&e, Cutoff{}), (Moment{at, at, Solid, Open, Known}); got != want {
		t.Errorf("%+v, not %+v: where nobody knows the end of knowing, no line is drawn", got, want)
	}
}
