package edtf_test

import (
	"testing"

	"sitrep/briefing/edtf"
)

func TestAfter(t *testing.T) {
	for _, tt := range []struct {
		date, other string
		want        bool
	}{
		// Both without a zone: the same place.
		{"2024-06-13", "2024-06-12", true},
		{"2024-06-12", "2024-06-12", false},
		{"2024-06", "2024-05-31", true},
		{"2024-06-12T19:00", "2024-06-12T18:00", true},
		{"2024-06-12T18:00:30", "2024-06-12T18:00", false},
		// Both with one.
		{"2024-06-12T19:00+03:00", "2024-06-12T18:00Z", false},
		{"2024-06-12T22:00+03:00", "2024-06-12T18:00Z", true},
		// A date without a zone against a time with one: after it in UTC+14.
		{"2024-06-13", "2024-06-12T18:00Z", false},
		{"2024-06-13", "2024-06-12T09:59Z", true},
		{"2024-06-13", "2024-06-12T10:00Z", false},
		{"2024-06-12T19:00", "2024-06-12T18:00Z", false},
		{"2024-06-13T08:00", "2024-06-12T18:00Z", false},
		{"2024-06-13T08:01", "2024-06-12T18:00Z", true},
		{"2024-07", "2024-06-12T18:00Z", true},
		{"2024-07", "2024-06-30T18:00Z", false},
		// A time with a zone against a day without one: after it in UTC-12.
		{"2024-06-13T11:59Z", "2024-06-12", false},
		{"2024-06-13T12:00Z", "2024-06-12", true},
		{"2024-06-13T00:00-12:00", "2024-06-12", true},
		// Each end for itself.
		{"2024-06-13/2024-06-14T12:00Z", "2024-06-12T18:00Z", false},
		{"2024-06-12T18:01Z/2024-06-20", "2024-06-12T18:00Z", true},
		{"2024-06-13/..", "2024-06-12", true},
		{"[2024-06-13,2024-06-15T10:00Z]", "2024-06-12T18:00Z", false},
		// Without an end there.
		{"[..2024-06-13]", "2024-06-12", false},
		{"2024-06-13", "2024-06-12/..", false},
		{"XXXX", "2024", false},
		{"2024", "XXXX", false},
	} {
		if got := parse(t, tt.date).After(parse(t, tt.other)); got != tt.want {
			t.Errorf("%s after %s is %v, want %v", tt.date, tt.other, got, tt.want)
		}
	}
	if (edtf.Date{}).After(parse(t, "2024")) || parse(t, "2024").After(edtf.Date{}) {
		t.Error("no date is before or after another")
	}
}

// TestAfterIsOneSided holds After against itself for every two dates: never
// both after each other, and never before what it is after in UTC.
func TestAfterIsOneSided(t *testing.T) {
	for _, a := range everyValid() {
		for _, b := range everyValid() {
			d, e := parse(t, a), parse(t, b)
			if !d.After(e) {
				continue
			}
			if e.After(d) {
				t.Errorf("%s and %s are after each other", a, b)
			}
			first, _, _, _ := d.Bounds()
			if _, last, _, _ := e.Bounds(); !first.After(last) {
				t.Errorf("%s is after %s everywhere, and not in UTC", a, b)
			}
		}
	}
}

func TestEnds(t *testing.T) {
	const none = "none"
	for _, tt := range []struct{ text, earliest, latest string }{
		{"2024-06-20/2024-08", "2024-06-20T00:00:00Z day", "2024-08-31T23:59:59Z month"},
		{"2024-07/2025", "2024-07-01T00:00:00Z month", "2025-12-31T23:59:59Z year"},
		{"2024-06-20T18:30+02:00/2024-06-22", "2024-06-20T18:30:00+02:00 minute zoned", "2024-06-22T23:59:59Z day"},
		{"2024-06-20T18:30", "2024-06-20T18:30:00Z minute", "2024-06-20T18:30:59Z minute"},
		{"2024-06-20T18:30:05Z/..", "2024-06-20T18:30:05Z second zoned", none},
		{"2024-06/", "2024-06-01T00:00:00Z month", none},
		{"../2024-06-20", none, "2024-06-20T23:59:59Z day"},
		{"/2024-21", none, "2024-05-31T23:59:59Z sub-year"},
		{"[..2024-06-20]", none, "2024-06-20T23:59:59Z day"},
		{"[2024-08,2024-06-20]", "2024-06-20T00:00:00Z day", "2024-08-31T23:59:59Z month"},
		{"201X/2024-06", "2010-01-01T00:00:00Z year", "2024-06-30T23:59:59Z month"},
		{"XXXX", none, none},
	} {
		d := parse(t, tt.text)
		earliest, begins := d.Earliest()
		latest, ends := d.Latest()
		for _, end := range []struct {
			bound edtf.Bound
			ok    bool
			want  string
		}{{earliest, begins, tt.earliest}, {latest, ends, tt.latest}} {
			got := end.bound.At.Format("2006-01-02T15:04:05Z07:00") + " " + end.bound.Precision.String()
			if end.bound.Zoned {
				got += " zoned"
			}
			if !end.ok {
				got = none
			}
			if got != end.want {
				t.Errorf("%s has the end %s, want %s", tt.text, got, end.want)
			}
		}
	}
}

func TestClock(t *testing.T) {
	for _, tt := range [][2]string{
		{"2024-06-20", ""},
		{"XXXX", ""},
		{"2024-06-20T18:30", "18:30"},
		{"2024-06-20T00:00Z", "00:00 UTC"},
		{"2024-06-20T18:30:05+02:00", "18:30:05 UTC+02:00"},
		{"2024-12-15T04:03Z/2024-12-15T04:06Z", "04:03–04:06 UTC"},
		{"2024-12-15T04:03Z/2024-12-15T07:06+02:00", "04:03 UTC–07:06 UTC+02:00"},
		{"2024-12-15T04:03/2024-12-16T04:03", "04:03"},
		{"2024-12-15T04:03Z/2024-12-16", "from 04:03 UTC"},
		{"2024-12-15/2024-12-16T04:03", "until 04:03"},
		{"2024-12-15T04:03Z/..", "04:03 UTC"},
		{"[..2024-06-30T12:00Z]", "12:00 UTC"},
		{"../2024-06-30T12:00", "12:00"},
		{"[2024-06-20T10:00,2024-06-20T15:00]", "10:00–15:00"},
	} {
		if got := parse(t, tt[0]).Clock(); got != tt[1] {
			t.Errorf("the clock of %s is %q, want %q", tt[0], got, tt[1])
		}
	}
	if got := (edtf.Date{}).Clock(); got != "" {
		t.Errorf("the clock of no date is %q", got)
	}
}
