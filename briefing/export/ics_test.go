package export

import (
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	ical "github.com/arran4/golang-ical"
	"github.com/google/go-cmp/cmp"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

func icsOf(t testing.TB, r *Request) string {
	t.Helper()
	f, err := Find("ics")
	if err != nil {
		t.Fatal(err)
	}
	return written(t, f, r)
}

// property is a property of a calendar, unfolded and with its value read.
type property struct{ name, value string }

// propertiesOf reads a calendar as strictly as RFC 5545 has it: CRLF, lines of at
// most 75 octets, whole characters, names and escapes that there are.
func propertiesOf(t testing.TB, calendar string) []property {
	t.Helper()
	if !strings.HasSuffix(calendar, "\r\n") || strings.Count(calendar, "\r\n") != strings.Count(calendar, "\n") ||
		strings.Count(calendar, "\r\n") != strings.Count(calendar, "\r") {
		t.Fatal("a line break that is not CRLF")
	}
	const octets = 75
	for _, line := range strings.Split(calendar, "\r\n") {
		if len(line) > octets || !utf8.ValidString(line) {
			t.Errorf("a line of %d octets: %q", len(line), line)
		}
	}
	var out []property
	unfolded := strings.ReplaceAll(calendar, "\r\n ", "")
	for line := range strings.SplitSeq(strings.TrimSuffix(unfolded, "\r\n"), "\r\n") {
		name, value, ok := strings.Cut(line, ":")
		if !ok || strings.Trim(strings.TrimSuffix(name, ";VALUE=DATE"), "ABCDEFGHIJKLMNOPQRSTUVWXYZ-") != "" {
			t.Errorf("no property: %q", line)
		}
		out = append(out, property{name, unescapeICS(t, value)})
	}
	return out
}

func unescapeICS(t testing.TB, s string) string {
	t.Helper()
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' {
			b.WriteByte(s[i])
			continue
		}
		i++
		switch {
		case i < len(s) && s[i] == 'n':
			b.WriteByte('\n')
		case i < len(s) && strings.IndexByte(`\;,`, s[i]) >= 0:
			b.WriteByte(s[i])
		default:
			t.Errorf("a bad escape in %q", s)
		}
	}
	return b.String()
}

func names(list []property) []string {
	out := make([]string, len(list))
	for i, p := range list {
		out[i] = p.name
	}
	return out
}

func TestICSIsReadByALibrary(t *testing.T) {
	calendar, err := ical.ParseCalendar(strings.NewReader(icsOf(t, &Request{Index: sample(t)})))
	if err != nil {
		t.Fatal(err)
	}
	type entry struct{ Start, End, Status, Summary string }
	got := map[string]entry{}
	for _, e := range calendar.Events() {
		value := func(p ical.ComponentProperty) string {
			if found := e.GetProperty(p); found != nil {
				return found.Value
			}
			return ""
		}
		got[e.Id()] = entry{value(ical.ComponentPropertyDtStart), value(ical.ComponentPropertyDtEnd), value(ical.ComponentPropertyStatus), value(ical.ComponentPropertySummary)}
	}
	want := map[string]entry{
		"election@harbour-closure":       {"20291001", "20300101", "CONFIRMED", "Election of the mayor"},
		"harbour-closed@harbour-closure": {"20310514", "", "CONFIRMED", "The harbour is closed"},
		"call@harbour-closure":           {"20310520", "20310521", "CONFIRMED", "The minister calls"},
		"reopening@harbour-closure":      {"20310601", "20310701", "TENTATIVE", "The harbour opens again (alleged)"},
		"regatta@harbour-closure":        {"20310524", "20310526", "CANCELLED", "Regatta"},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// TestICSSaysThatItIsAPart reads what a calendar program shows of a calendar.
func TestICSSaysThatItIsAPart(t *testing.T) {
	r := &Request{Index: sample(t), Only: []briefing.Part{briefing.PartTimeline}, Keep: everything, Where: `place:"Aldis, quay"; closed`}
	got := map[string]string{}
	for _, p := range propertiesOf(t, icsOf(t, r)) {
		if p.name == "BEGIN" && p.value == "VEVENT" {
			break
		}
		got[p.name] = p.value
	}
	want := `A part of the briefing: only timeline; filtered by place:"Aldis, quay"; closed`
	if got["DESCRIPTION"] != want || got["X-WR-CALDESC"] != want {
		t.Errorf("the calendar says %q and %q", got["DESCRIPTION"], got["X-WR-CALDESC"])
	}
}

func TestICSLosses(t *testing.T) {
	losses, err := writeICS(io.Discard, &Request{Index: sample(t)})
	if err != nil {
		t.Fatal(err)
	}
	want := "event without a first day (1), bottom line (1), judgment (2), gap (2), question (2), claim (4), position (7), actor (5), source (3)"
	if losses.String() != want {
		t.Errorf("losses are %s", losses)
	}
	losses, err = writeICS(io.Discard, &Request{Index: sample(t), Only: []briefing.Part{briefing.PartTimeline}})
	if err != nil || losses.String() != "event without a first day (1)" {
		t.Errorf("of the timeline, losses are %s (%v)", losses, err)
	}
}

// TestICSTellsOfEventsLeftOut has every kind of date that no entry can begin
// with: each event that is not in the calendar is counted, by the reason.
func TestICSTellsOfEventsLeftOut(t *testing.T) {
	for date, want := range map[string]string{
		"[..2031-05-14]": "event without a first day (1)",
		"../2031-05-14":  "event without a first day (1)",
		"/2031-05-14":    "event without a first day (1)",
		"XXXX-05-14":     "event without a first day (1)",
		"-0044-03-15":    "event outside the years 1 to 9999 (1)",
		"-0044/2031":     "event outside the years 1 to 9999 (1)",
		"2031-05-14/..":  "",
		"2031-05-14/":    "",
		"[2031-05-14..]": "",
	} {
		d, err := edtf.Parse(date)
		if err != nil {
			t.Errorf("%s: %v", date, err)
			continue
		}
		x := briefing.NewIndex(&briefing.Briefing{ID: "b", Title: "B", Events: []briefing.Event{{ID: "e", Title: "E", When: briefing.When{Date: d}}}})
		var b strings.Builder
		losses, err := writeICS(&b, &Request{Index: x})
		if err != nil || losses.String() != want {
			t.Errorf("%s: losses are %q, not %q (%v)", date, losses, want, err)
		}
		if inside := strings.Contains(b.String(), "BEGIN:VEVENT"); inside != (want == "") {
			t.Errorf("%s: the event is in the calendar: %v", date, inside)
		}
	}
}

func TestICSDays(t *testing.T) {
	for _, c := range []struct {
		date, start, end string
		ok               bool
	}{
		{"2031-05-14", "20310514", "20310515", true},
		{"2031-05", "20310501", "20310601", true},
		{"2031", "20310101", "20320101", true},
		{"2031-05-14/2031-05-16", "20310514", "20310517", true},
		{"2031-05-14/..", "20310514", "", true},
		{"2031-05-14/", "20310514", "", true},
		{"[2031-05-14..]", "20310514", "", true},
		{"2031-05-14T23:30:00-05:00", "20310514", "20310515", true},
		{"2031-05-15T00:30:00+03:00", "20310515", "20310516", true},
		{"2031-05-14T23:30:00-05:00/2031-05-16", "20310514", "20310517", true},
		{"[..2031-05-14]", "", "", false},
		{"../2031-05-14", "", "", false},
		{"-0044-03-15", "", "", false},
		{"9999-12-31", "99991231", "", true},
	} {
		d, err := edtf.Parse(c.date)
		if err != nil {
			t.Fatal(err)
		}
		start, end, ok := icsDays(d)
		if start != c.start || end != c.end || ok != c.ok {
			t.Errorf("%s: %q to %q, %v", c.date, start, end, ok)
		}
	}
}

func TestICSDoesNotAskTheClock(t *testing.T) {
	for _, p := range propertiesOf(t, icsOf(t, &Request{Index: sample(t)})) {
		if (p.name == "DTSTAMP" || p.name == "LAST-MODIFIED") && p.value != "20310521T000000Z" {
			t.Errorf("%s is %s", p.name, p.value)
		}
		if p.name == "CLASS" && p.value != "CONFIDENTIAL" {
			t.Errorf("the class is %s", p.value)
		}
	}
}

// FuzzICS writes a calendar with one text in every field and asks for the same
// properties and for the text itself.
func FuzzICS(f *testing.F) {
	for _, s := range hostileTexts {
		f.Add(s)
	}
	want := propertiesOf(f, icsOf(f, &Request{Index: titled(f, "word")}))
	f.Fuzz(func(t *testing.T, content string) {
		propertiesOf(t, icsOf(t, &Request{Index: hostile(t, content), Keep: everything, Where: content}))
		if !steady(content) {
			return
		}
		calendar := icsOf(t, &Request{Index: titled(t, content)})
		got := propertiesOf(t, calendar)
		if !slices.Equal(names(got), names(want)) {
			t.Fatalf("%q changes the properties of the calendar", content)
		}
		for i, p := range got {
			if want[i].value == "word" && words(p.value) != words(content) {
				t.Errorf("%s is %q, not %q", p.name, p.value, content)
			}
		}
		read, err := ical.ParseCalendar(strings.NewReader(calendar))
		if err != nil {
			t.Fatalf("%q: %v", content, err)
		}
		if n := len(read.Events()); n != datedEvents {
			t.Errorf("%q: a library reads %d events, not %d", content, n, datedEvents)
		}
	})
}

func everything(briefing.Ref) bool { return true }

// datedEvents is how many events of the sample have a first day.
const datedEvents = 5
