package page

import (
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

// TestEventRowShowsTheTime has events whose rows differ only in the time of day.
func TestEventRowShowsTheTime(t *testing.T) {
	for date, want := range map[string]string{
		"2004-05-19T03:00":                         "03:00 Strike",
		"2004-05-19T03:00:00+02:00":                "03:00 UTC+02:00 Strike",
		"2024-12-15T04:03Z/2024-12-15T04:06Z":      "04:03–04:06 UTC Strike",
		"2004-05-19":                               "Strike",
		"[2004-05-19T03:00,2004-05-20,2004-05-21]": "from 03:00 Strike",
	} {
		d, err := edtf.Parse(date)
		if err != nil {
			t.Fatal(err)
		}
		row := EventRow(briefing.NewIndex(&briefing.Briefing{}), &briefing.Event{ID: "e", Title: "Strike", When: briefing.When{Date: d}})
		got := ""
		for _, s := range row.Body {
			got += s.Text
		}
		if got != want {
			t.Errorf("the row of %s says %q, not %q", date, got, want)
		}
	}
}
