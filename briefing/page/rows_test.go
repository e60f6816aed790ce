package page

import (
	"strings"
	"testing"
	"unicode/utf8"

	"sitrep/briefing"
	"sitrep/briefing/sample"
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
		row := EventRow(briefing.NewIndex(&briefing.Briefing{}), &briefing.Event{ID: "e", Title: "Strike", When: briefing.When{Date: sample.Date(t, date)}})
		got := ""
		for _, s := range row.Body {
			got += s.Text
		}
		if got != want {
			t.Errorf("the row of %s says %q, not %q", date, got, want)
		}
	}
}

// TestTimelineRowSaysTheDateOnce has dates under the heading of the month that they
// begin in. No date loses what the heading does not say.
func TestTimelineRowSaysTheDateOnce(t *testing.T) {
	for _, test := range []struct{ date, heading, want string }{
		{"2024-10-28", "Oct 2024", "28"},
		{"2024-10-28?", "Oct 2024", "28?"},
		{"2024-10-22/2024-10-24", "Oct 2024", "22–24"},
		{"2024-10-28/2024-11-03", "Oct 2024", "28 Oct–3 Nov"},
		{"2023-09-28/2024-10-03", "Sep 2023", "28 Sep 2023–3 Oct 2024"},
		{"[2024-05-02,2024-05-05]", "May 2024", "2–5?"},
		{"2024-10", "Oct 2024", "Oct"},
		{"2022~/..", "2022", "since ~2022"},
	} {
		e := &briefing.Event{ID: "e", Title: "Strike", When: briefing.When{Date: sample.Date(t, test.date)}}
		if got := dateUnder(e, test.heading); got != test.want {
			t.Errorf("%s under %s is %q, want %q", test.date, test.heading, got, test.want)
		}
		x := briefing.NewIndex(&briefing.Briefing{})
		if again := TimelineRow(x, e, e, test.heading); strings.TrimSpace(again.Lead[0].Text) != "" {
			t.Errorf("%s is said again: %q", test.date, again.Lead[0].Text)
		}
	}
}

// TestFigureIsWhole wants a span of two long numbers before a scale uncut: a number
// that is cut is another number.
func TestFigureIsWhole(t *testing.T) {
	q := &briefing.Question{ID: "q", Claims: []briefing.Claim{{ID: "c", Figure: briefing.Figure{Low: "100000", High: "120000", Unit: "troops", Approximate: true}}}}
	x := briefing.NewIndex(&briefing.Briefing{Questions: []briefing.Question{*q}})
	if got := strings.TrimSpace(figureRow(x, x.Spread(q), &q.Claims[0]).Lead[0].Text); got != "about 100,000–120,000" {
		t.Errorf("the figure is %q", got)
	}
}

// TestFiguresOnScale draws figures that are equal, or nearly, as far as numbers go.
func TestFiguresOnScale(t *testing.T) {
	for _, f := range [][2]briefing.Decimal{
		{"1", "1.0"}, {"0", "-0"}, {"3", "12"}, {"-5", "5"}, {"999999999999999999999998", "999999999999999999999999"}, {"0.00000000000000000001", "0.00000000000000000002"},
	} {
		q := &briefing.Question{ID: "q", Claims: []briefing.Claim{{ID: "c", Figure: briefing.Figure{Low: f[0], High: f[1], Unit: "troops"}}}}
		x := briefing.NewIndex(&briefing.Briefing{Questions: []briefing.Question{*q}})
		row := figureRow(x, x.Spread(q), &q.Claims[0])
		if scaled := row.Body[0].Role == Sign; scaled != (f[0].Float() < f[1].Float()) {
			t.Errorf("%s and %s: on a scale is %v", f[0], f[1], scaled)
		} else if scaled && utf8.RuneCountInString(row.Body[0].Text) != figureScale {
			t.Errorf("%s and %s: the scale is %q", f[0], f[1], row.Body[0].Text)
		}
	}
}
