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

// property is a property of a calendar, unfolded and with its value decoded.
type property struct{ name, value string }

// propertiesOf parses a calendar as strictly as RFC 5545: CRLF, lines of at
// most 75 octets, whole characters, only known names and escapes.
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
		"call@harbour-closure":           {"20310519T221500Z", "", "CONFIRMED", "(TLP:GREEN) The minister calls"},
		"reopening@harbour-closure":      {"20310601", "20310701", "TENTATIVE", "The harbour opens again (alleged)"},
		"strike@harbour-closure":         {"20310514", "20310515", "CONFIRMED", "By 14 May 2031: A strike begins (alleged)"},
		"regatta@harbour-closure":        {"20310524", "20310526", "CANCELLED", "Regatta"},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// TestICSSaysThatItIsAPart tests the properties that a calendar program shows
// of a calendar.
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
	want := "bottom line (1), judgment (2), gap (2), question (3), claim (6), position (10), actor (5), source (3), briefing language (1), briefing authors (2)"
	if losses.String() != want {
		t.Errorf("losses are %s", losses)
	}
	losses, err = writeICS(io.Discard, &Request{Index: sample(t), Only: []briefing.Part{briefing.PartTimeline}})
	if err != nil || losses.String() != "briefing language (1), briefing authors (2)" {
		t.Errorf("of the timeline, losses are %s (%v)", losses, err)
	}
}

// entryOf returns the calendar of one event, parsed by a library, and its
// losses.
func entryOf(t testing.TB, e briefing.Event) (entry *ical.VEvent, losses Losses) {
	t.Helper()
	e.ID, e.Title = "e", "Vote"
	x := briefing.NewIndex(&briefing.Briefing{ID: "b", Title: "B", Events: []briefing.Event{e}})
	var b strings.Builder
	losses, err := writeICS(&b, &Request{Index: x})
	if err != nil {
		t.Fatal(err)
	}
	propertiesOf(t, b.String())
	calendar, err := ical.ParseCalendar(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	if events := calendar.Events(); len(events) > 0 {
		entry = events[0]
	}
	return entry, losses
}

// icsValue returns a property of an entry as it is written in the calendar.
func icsValue(entry *ical.VEvent, name ical.ComponentProperty) string {
	p := entry.GetProperty(name)
	switch {
	case p == nil:
		return ""
	case len(p.ICalParameters["VALUE"]) > 0:
		return p.ICalParameters["VALUE"][0] + ":" + p.Value
	}
	return p.Value
}

func TestICSDates(t *testing.T) {
	for _, c := range []struct{ date, start, end, title string }{
		{"2031-05-14", "DATE:20310514", "DATE:20310515", "Vote"},
		{"2031-05", "DATE:20310501", "DATE:20310601", "Vote"},
		{"2031", "DATE:20310101", "DATE:20320101", "Vote"},
		{"2031-05-14/2031-05-16", "DATE:20310514", "DATE:20310517", "Vote"},
		{"2031-05-14/..", "DATE:20310514", "", "Vote"},
		{"2031-05-14/", "DATE:20310514", "", "Vote"},
		{"9999-12-31", "DATE:99991231", "", "Vote"},
		{"[2031-05-14..]", "DATE:20310514", "", "Vote (14 May 2031 or later)"},
		{"[2031-05-14,2031-05-16]", "DATE:20310514", "DATE:20310517", "Vote (one of 14 May 2031, 16 May 2031)"},
		// Times: in UTC with a zone, floating without.
		{"2031-05-14T23:30:05-05:00", "20310515T043005Z", "", "Vote"},
		{"2031-05-15T00:30+03:00", "20310514T213000Z", "", "Vote"},
		{"2031-05-14T23:30", "20310514T233000", "", "Vote"},
		{"2031-05-14T04:03Z/2031-05-14T04:06Z", "20310514T040300Z", "20310514T040600Z", "Vote"},
		{"2031-05-14T04:03/2031-05-16T04:06:07", "20310514T040300", "20310516T040607", "Vote"},
		{"2031-05-14T04:03Z/2031-05-14T06:03+02:00", "20310514T040300Z", "", "Vote"}, // an end must be later
		{"2031-05-14T04:03Z/..", "20310514T040300Z", "", "Vote"},
		{"2031-12-31T23:59:60Z", "20311231T235959Z", "", "Vote"},
		// Only the last day or moment is known.
		{"[..2031-06-30]", "DATE:20310630", "DATE:20310701", "By 30 June 2031: Vote"},
		{"../2031-07-05", "DATE:20310705", "DATE:20310706", "By 5 July 2031: Vote"},
		{"/2031-07-05", "DATE:20310705", "DATE:20310706", "By 5 July 2031, start not known: Vote"},
		{"[..2031-06]", "DATE:20310630", "DATE:20310701", "By June 2031: Vote"},
		{"[..2031-06-30T12:00Z]", "20310630T120000Z", "", "By 30 June 2031, 12:00 UTC: Vote"},
		// One year of several.
		{"201X", "DATE:20100101", "", "Vote (some year from 2010 to 2019)"},
		{"20XX-12-25", "DATE:20001225", "", "Vote (25 December, some year from 2000 to 2099)"},
		{"[2031,2033]", "DATE:20310101", "", "Vote (one of 2031, 2033)"},
	} {
		entry, losses := entryOf(t, briefing.Event{Status: briefing.EventExpected, When: briefing.When{Date: parsed(t, c.date)}})
		if entry == nil {
			t.Errorf("%s: no entry", c.date)
			continue
		}
		start, end := icsValue(entry, ical.ComponentPropertyDtStart), icsValue(entry, ical.ComponentPropertyDtEnd)
		if title := icsValue(entry, ical.ComponentPropertySummary); start != c.start || end != c.end || unescapeICS(t, title) != c.title || len(losses) > 0 {
			t.Errorf("%s: %q to %q, %q, lost %v; want %q to %q, %q", c.date, start, end, title, losses, c.start, c.end, c.title)
		}
	}
}

// TestICSSaysUntil tests that only expected events have a due date.
func TestICSSaysUntil(t *testing.T) {
	entry, _ := entryOf(t, briefing.Event{Status: briefing.EventOccurred, When: briefing.When{Date: parsed(t, "../2031-07-05")}})
	if got := icsValue(entry, ical.ComponentPropertySummary); got != "Until 5 July 2031: Vote" {
		t.Errorf("the title is %q", got)
	}
}

// TestICSTellsWhatItLeavesOut has every kind of date that a calendar cannot
// hold, or not completely.
func TestICSTellsWhatItLeavesOut(t *testing.T) {
	for _, c := range []struct{ date, start, end, loss string }{
		{"XXXX-05-14", "", "", eventUndated},
		{"[..1984,1990..]", "", "", eventUndated},
		{"-0044-03-15", "", "", icsTooFar},
		{"-0044/2031", "", "", icsTooFar},
		{"[..-0044]", "", "", icsTooFar},
		{"0001-01-01T00:30+02:00", "", "", icsTooFar},
		{"2031-05-14T23:30-05:00/2031-05-16", "DATE:20310514", "DATE:20310517", icsMixed}, // the days as written
		{"2031-05-14/2031-05-16T10:00", "DATE:20310514", "DATE:20310517", icsMixed},
		{"2031-05-14T10:00Z/2031-05-14T12:00", "DATE:20310514", "DATE:20310515", icsMixed},
		{"2031-05-14T10:00:00.5Z", "20310514T100000Z", "", icsInstant},
	} {
		entry, losses := entryOf(t, briefing.Event{When: briefing.When{Date: parsed(t, c.date)}})
		start, end := "", ""
		if entry != nil {
			start, end = icsValue(entry, ical.ComponentPropertyDtStart), icsValue(entry, ical.ComponentPropertyDtEnd)
		}
		if start != c.start || end != c.end || losses.String() != c.loss+" (1)" {
			t.Errorf("%s: %q to %q, lost %q; want %q to %q, lost %q", c.date, start, end, losses, c.start, c.end, c.loss)
		}
	}
}

func parsed(t testing.TB, date string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(date)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// FuzzICSDates writes any date and parses it with a library: a date with a
// bound in the years of the format has an entry, an end has the type of its
// start and is later, and a date with a time does not become a whole day
// silently.
func FuzzICSDates(f *testing.F) {
	for _, date := range []string{"2031-05-14", "2031-05-14T04:03Z/2031-05-16T06:00+02:00", "[..2031-06]", "201X", "2031-05-14T10:00/2031-06", "-0044", "[2023..2025]"} {
		f.Add(date)
	}
	f.Fuzz(func(t *testing.T, date string) {
		d, err := edtf.Parse(date)
		if err != nil {
			return
		}
		entry, losses := entryOf(t, briefing.Event{When: briefing.When{Date: d}})
		if entry == nil {
			if len(losses) == 0 {
				t.Fatalf("%s is left out without a word", date)
			}
			return
		}
		start, end := icsValue(entry, ical.ComponentPropertyDtStart), icsValue(entry, ical.ComponentPropertyDtEnd)
		if end != "" && (len(start) != len(end) || start[len(start)-1:] == "Z" != (end[len(end)-1:] == "Z") || start >= end) {
			t.Fatalf("%s is from %s to %s", date, start, end)
		}
		if strings.HasPrefix(start, "DATE:") {
			if _, err := entry.GetAllDayStartAt(); err != nil || d.Clock() != "" && len(losses) == 0 {
				t.Fatalf("%s is the day %s, lost %v (%v)", date, start, losses, err)
			}
		} else if _, err := entry.GetStartAt(); err != nil {
			t.Fatalf("%s is at %s: %v", date, start, err)
		}
	})
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

// FuzzICS writes a calendar with one text in every field, and tests that it has
// the same properties and the text itself.
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

// datedEvents is the number of events of the sample with a first or a last day.
const datedEvents = 6
