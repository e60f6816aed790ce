package edtf_test

import (
	"testing"

	"sitrep/briefing/edtf"
)

// parse is for texts that the tests know to be dates.
func parse(t testing.TB, text string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(text)
	if err != nil {
		t.Fatalf("Parse(%q): %v", text, err)
	}
	return d
}

func TestZeroDate(t *testing.T) {
	var d edtf.Date
	if !d.IsZero() || d.String() != "" || d.Words() != "" || d.Short() != "" {
		t.Errorf("the zero date says something: %q %q %q", d.String(), d.Words(), d.Short())
	}
	if _, _, has, hasToo := d.Bounds(); has || hasToo {
		t.Error("the zero date has a bound")
	}
	if d.Precision() != edtf.Unknown || d.IsInterval() || d.Uncertain() || d.Approximate() {
		t.Error("the zero date has a quality")
	}
	if parse(t, "XXXX").IsZero() {
		t.Error("a date without a year is not no date")
	}
}

func TestEqual(t *testing.T) {
	for _, text := range everyValid() {
		first, second := parse(t, text), parse(t, string([]byte(text)))
		if first != second || !first.Equal(second) {
			t.Errorf("%q differs from itself", text)
		}
	}
	for _, pair := range [][2]string{
		{"2024", "2024~"},
		{"2024", "2024-01-01/2024-12-31"},
		{"[2024,2025]", "{2024,2025}"},
		{"2024-10-28T18:00Z", "2024-10-28T18:00+00:00"},
	} {
		if first, second := parse(t, pair[0]), parse(t, pair[1]); first == second || first.Equal(second) {
			t.Errorf("%q equals %q", pair[0], pair[1])
		}
	}
}

func TestQualities(t *testing.T) {
	type qualities struct{ interval, ongoing, endUnknown, uncertain, approximate bool }
	for _, tt := range []struct {
		text string
		want qualities
	}{
		{"2024", qualities{}},
		{"2024?", qualities{uncertain: true}},
		{"2024~", qualities{approximate: true}},
		{"2024%", qualities{uncertain: true, approximate: true}},
		{"?2024-06-~11", qualities{uncertain: true, approximate: true}},
		{"2024-?06-11", qualities{uncertain: true}},
		{"2024/2025", qualities{interval: true}},
		{"2024/2025~", qualities{interval: true, approximate: true}},
		{"2024/..", qualities{interval: true, ongoing: true}},
		{"2024?/..", qualities{interval: true, ongoing: true, uncertain: true}},
		{"2024/", qualities{interval: true, endUnknown: true}},
		{"../2024~", qualities{interval: true, approximate: true}},
		{"/2024", qualities{interval: true}},
		{"[2024..]", qualities{}},
		{"[2024,2025?]", qualities{uncertain: true}},
		{"{2023..2024~,2026}", qualities{approximate: true}},
	} {
		d := parse(t, tt.text)
		got := qualities{interval: d.IsInterval(), ongoing: d.Ongoing(), endUnknown: d.EndUnknown(), uncertain: d.Uncertain(), approximate: d.Approximate()}
		if got != tt.want {
			t.Errorf("%q: got %+v, want %+v", tt.text, got, tt.want)
		}
	}
}

func TestPrecision(t *testing.T) {
	for _, tt := range []struct {
		text string
		want edtf.Precision
		name string
	}{
		{"2024-10-28T18:00:30Z", edtf.Second, "second"},
		{"2024-10-28T18:00", edtf.Minute, "minute"},
		{"2024-10-28~", edtf.Day, "day"},
		{"2024-10", edtf.Month, "month"},
		{"2024-10-XX", edtf.Month, "month"},
		{"2024-10-2X", edtf.Month, "month"},
		{"2024-34", edtf.SubYear, "sub-year"},
		{"2024", edtf.Year, "year"},
		{"2024-XX", edtf.Year, "year"},
		{"2024-XX-28", edtf.Year, "year"},
		{"202X", edtf.Year, "year"}, // one year of ten
		{"20XX", edtf.Year, "year"},
		{"19X4", edtf.Year, "year"},
		{"XXXX", edtf.Year, "year"},
		{"156X-12-25", edtf.Year, "year"},
		{"201X-XX", edtf.Year, "year"},
		{"198X-21", edtf.Year, "year"},
		{"2024-10-28/2025", edtf.Year, "year"},
		{"2024/2025-10-28", edtf.Year, "year"},
		{"2024-10-28/..", edtf.Day, "day"},
		{"../2024-10", edtf.Month, "month"},
		{"/2024-10", edtf.Month, "month"},
		{"2024-10/", edtf.Month, "month"},
		{"[..2024-10-31]", edtf.Day, "day"},
		{"[2024-10-31,2024-11]", edtf.Month, "month"},
		{"{2024,2023-10..}", edtf.Year, "year"},
	} {
		got := parse(t, tt.text).Precision()
		if got != tt.want || got.String() != tt.name {
			t.Errorf("%q: precision %v, want %v", tt.text, got, tt.want)
		}
	}
	if got := (edtf.Date{}).Precision(); got != edtf.Unknown || got.String() != "unknown" {
		t.Errorf("the precision of no date is %v", got)
	}
	if got := edtf.Precision(200).String(); got != "unknown" {
		t.Errorf("a precision that does not exist is called %q", got)
	}
}

func TestSomeYear(t *testing.T) {
	for text, want := range map[string]bool{
		"201X": true, "20XX": true, "2X24": true, "201X-XX": true, "156X-12-25": true, "198X-24": true, "-000X": true,
		"[2023,2024]": true, "[2023-12-31..2024-01-01]": true, "[2023..2025]": true,
		"2024": false, "2024-XX": false, "2024-24": false, "XXXX": false, "2010/2019": false, "201X/2024": false,
		"{2023,2024}": false, "[2024-05-02,2024-05-05]": false, "[..2024]": false, "[2024..]": false, "2024/..": false,
	} {
		if got := parse(t, text).SomeYear(); got != want {
			t.Errorf("%s is in one of several years: %v", text, got)
		}
	}
	if (edtf.Date{}).SomeYear() {
		t.Error("no date is in one of several years")
	}
}

func TestSeason(t *testing.T) {
	for text, want := range map[string]int{
		"2024-21": 1, "2024-22": 2, "2024-23": 3, "2024-24": 4, "2024-25": 1, "2024-28": 4, "2024-29": 1, "2024-32": 4,
		"2024-21~": 1, "2024-33": 0, "2024-37": 0, "2024-41": 0, "198X-21": 0, "2024-21/2024-23": 0, "[2024-21,2024-22]": 0,
		"2024-06": 0, "2024": 0,
	} {
		if got := parse(t, text).Season(); got != want {
			t.Errorf("the season of %s is %d, not %d", text, got, want)
		}
	}
	if got := (edtf.Date{}).Season(); got != 0 {
		t.Errorf("the season of no date is %d", got)
	}
}

// A briefing may hold tens of thousands of dates.
func TestParseDoesNotAllocate(t *testing.T) {
	for _, text := range []string{"2024-10-28", "2024-10", "2024~", "2024-10-28T18:00:00Z", "2024-10-28/..", "2024-06-XX"} {
		allocations := testing.AllocsPerRun(100, func() {
			if _, err := edtf.Parse(text); err != nil {
				t.Fatal(err)
			}
		})
		if allocations > 0 {
			t.Errorf("Parse(%q) allocates %v times", text, allocations)
		}
	}
}
