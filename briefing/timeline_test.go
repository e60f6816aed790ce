package briefing_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

// dated are events with these dates in this order, named e0, e1 and so on.
func dated(t testing.TB, dates ...string) []briefing.Event {
	t.Helper()
	out := make([]briefing.Event, len(dates))
	for i, text := range dates {
		out[i].ID = fmt.Sprintf("e%d", i)
		if text == "" {
			continue
		}
		d, err := edtf.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		out[i].When.Date = d
	}
	return out
}

// timeline are the dates of events in the order of lists.
func timeline(events []briefing.Event) []string {
	var out []string
	for _, e := range briefing.NewIndex(&briefing.Briefing{Events: events}).Events() {
		out = append(out, e.When.Date.String())
	}
	return out
}

func TestTimeline(t *testing.T) {
	for name, tt := range map[string]struct{ file, want []string }{
		"without a time after the one before it": {
			[]string{"2004-05-19T03:00", "2004-05-19", "2004-05-19?"},
			[]string{"2004-05-19T03:00", "2004-05-19", "2004-05-19?"},
		},
		"without a time first": {
			[]string{"2004-05-19", "2004-05-19T03:00"},
			[]string{"2004-05-19", "2004-05-19T03:00"},
		},
		"times in their order, each with what follows it": {
			[]string{"2004-05-19%", "2004-05-19T10:00", "2004-05-19?", "2004-05-19~", "2004-05-19T09:00", "2004-05-19"},
			[]string{"2004-05-19%", "2004-05-19T09:00", "2004-05-19", "2004-05-19T10:00", "2004-05-19?", "2004-05-19~"},
		},
		"the one before it on that day, not on another": {
			[]string{"2004-05-19T10:00", "2004-05-20T08:00", "2004-05-19", "2004-05-20"},
			[]string{"2004-05-19T10:00", "2004-05-19", "2004-05-20T08:00", "2004-05-20"},
		},
		"times in UTC": {
			[]string{"2004-05-19T03:30+02:00", "2004-05-19T01:00Z", "2004-05-20T00:30+02:00", "2004-05-19T02:00"},
			[]string{"2004-05-19T01:00Z", "2004-05-19T03:30+02:00", "2004-05-19T02:00", "2004-05-20T00:30+02:00"},
		},
		"intervals by their ends, behind the day": {
			[]string{"2004-05", "2004-05-01/..", "2004-05-01/2004-05-03", "2004-05-01/2004-05-02", "2004-05-01T23:00", "2004-05-01"},
			[]string{"2004-05-01T23:00", "2004-05-01", "2004-05-01/2004-05-02", "2004-05-01/2004-05-03", "2004-05", "2004-05-01/.."},
		},
		"an interval that begins at a time stands at it": {
			[]string{"2004-05-19T15:00", "2004-05-19T10:00/2004-05-21", "2004-05-19/2004-05-19T12:00"},
			[]string{"2004-05-19T10:00/2004-05-21", "2004-05-19/2004-05-19T12:00", "2004-05-19T15:00"},
		},
		"what is only known to have a last day, behind that day": {
			[]string{"[..2004-05-19]", "../2004-05-19", "2004-05-20", "2004-05-19/2004-06", "2004-05-19", "[..2004-05-19T12:00]", "2004-05-19T13:00"},
			[]string{"2004-05-19", "[..2004-05-19T12:00]", "2004-05-19T13:00", "2004-05-19/2004-06", "[..2004-05-19]", "../2004-05-19", "2004-05-20"},
		},
		"what may have a year, at its first, and what has none last": {
			[]string{"XXXX-12-25", "", "2004-05-19", "200X", "-0043-03-15", "1969-12-31T23:59"},
			[]string{"-0043-03-15", "1969-12-31T23:59", "200X", "2004-05-19", "XXXX-12-25", ""},
		},
		"alike, as in the file": {
			[]string{"2004-06~", "2004-06", "2004-06?", "2004-05-19/..", "2004-05-19/"},
			[]string{"2004-05-19/..", "2004-05-19/", "2004-06~", "2004-06", "2004-06?"},
		},
	} {
		if got := timeline(dated(t, tt.file...)); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

// TestTimelineIsOfTheFile shuffles events on few days, so that most of them
// touch, and holds their order to what it promises.
func TestTimelineIsOfTheFile(t *testing.T) {
	dates := []string{
		"2004-05-18", "2004-05-18T23:00", "2004-05-19", "2004-05-19?", "2004-05-19T00:00", "2004-05-19T03:00", "2004-05-19T03:00Z",
		"2004-05-19T09:00/2004-05-20", "2004-05-19T05:00+02:00", "2004-05-19/2004-05-21", "2004-05-19/..", "[..2004-05-19]",
		"[..2004-05-19T04:00]", "[2004-05-19,2004-05-20]", "2004-05", "2004-05-20", "200X", "XXXX", "",
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 2_000 {
		texts := make([]string, 1+random.IntN(2*len(dates)))
		for i := range texts {
			texts[i] = dates[random.IntN(len(dates))]
		}
		events := dated(t, texts...)
		want := timeline(events)
		ids := random.Perm(len(events))
		for i := range events {
			events[i].ID = fmt.Sprintf("e%d", ids[i])
		}
		if got := timeline(events); !slices.Equal(got, want) {
			t.Fatalf("other ids make %q of %q", got, want)
		}
		mustBeInOrder(t, texts, briefing.NewIndex(&briefing.Briefing{Events: events}).Events())
		if t.Failed() {
			return
		}
	}
}

// mustBeInOrder looks at each event and the one after it.
func mustBeInOrder(t *testing.T, file []string, list []*briefing.Event) {
	t.Helper()
	const day = "2006-01-02"
	times := map[string]int64{}
	last := ""
	for _, e := range list {
		d := e.When.Date
		bound, ok := d.Earliest()
		if !ok {
			bound, ok = d.Latest()
		}
		on := "undated"
		if ok {
			on = bound.At.UTC().Format(day)
		}
		if on < last {
			t.Errorf("of %q, %s stands behind %s", file, d, last)
		}
		last = on
		if at := bound.At.UnixMicro(); bound.Precision >= edtf.Minute {
			if at < times[on] {
				t.Errorf("of %q, %s stands behind a later time", file, d)
			}
			times[on] = at
		}
	}
	if len(list) != len(file) {
		t.Errorf("%d events of %d", len(list), len(file))
	}
}

func TestAhead(t *testing.T) {
	asOf, err := edtf.Parse("2024-06-12T18:00Z")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		date   string
		status briefing.EventStatus
		want   bool
	}{
		{"2024-06-12T19:00", briefing.EventOccurred, false}, // in Kyiv that is before
		{"2024-06-12T19:00", briefing.EventExpected, true},
		{"2024-06-13", briefing.EventExpected, true},
		{"2024-06-13", briefing.EventCancelled, true},
		{"2024-06-13", briefing.EventOngoing, false},
		{"2024-06-14", briefing.EventOccurred, true},
		{"2024-06-12", briefing.EventExpected, false},
		{"[..2024-06-30]", briefing.EventExpected, false}, // it may have begun
	} {
		e := &dated(t, tt.date)[0]
		e.Status = tt.status
		x := briefing.NewIndex(&briefing.Briefing{AsOf: asOf})
		if got := x.Ahead(e); got != tt.want {
			t.Errorf("%s, %s: ahead is %v", tt.date, tt.status, got)
		}
	}
}
