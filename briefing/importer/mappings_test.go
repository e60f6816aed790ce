package importer

import (
	"strings"
	"testing"

	"sitrep/briefing"
)

func TestCSLNames(t *testing.T) {
	for _, test := range []struct {
		name object
		want string
	}{
		{object{"family": "Sand", "given": "Mira"}, "Mira Sand"},
		{object{"family": "Gogh", "given": "Vera", "non-dropping-particle": "van"}, "Vera van Gogh"},
		{object{"family": "Alembert", "given": "Jean", "dropping-particle": "d’"}, "Jean d’Alembert"},
		{object{"family": "King", "given": "M. L.", "suffix": "Jr."}, "M. L. King, Jr."},
		{object{"family": "Ode", "given": "R.", "suffix": "III"}, "R. Ode III"},
		{object{"literal": "The  Press", "family": "no"}, "The  Press"},
		{object{"family": "Mononym"}, "Mononym"},
	} {
		if got := cslName(test.name); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

func TestCSLDates(t *testing.T) {
	list := func(v ...any) []any { return v }
	for _, test := range []struct {
		date any
		want string
	}{
		{"2031-05~", "2031-05~"},
		{object{"date-parts": list(list("2031", "5", "15"))}, "2031-05-15"},
		{object{"date-parts": list(list("2031", "13"))}, "2031-21"},
		{object{"date-parts": list(list("2031", "24"))}, "2031-24"},
		{object{"date-parts": list(list("2031")), "season": "2"}, "2031-22"},
		{object{"date-parts": list(list("2031")), "season": "Fall"}, "2031-23"},
		{object{"date-parts": list(list("2031")), "circa": "true"}, "2031~"},
		{object{"date-parts": list(list("2031")), "circa": "false"}, "2031"},
		{object{"date-parts": list(list("1999"), list("2001", "4"))}, "1999/2001-04"},
		{object{"date-parts": list(list("-44"))}, "-0043"},
		{object{"date-parts": list(list("-1"))}, "0000"},
		{object{"raw": "May 12, 2001"}, "2001-05-12"},
		{object{"literal": "n.d."}, ""},
		{object{"date-parts": list(list("2031", "2", "31"))}, ""},
		{object{"date-parts": list(list("0"))}, ""},
		{object{"date-parts": "2031"}, ""},
	} {
		r := references{builder: newBuilder(Options{})}
		if got := r.cslDate(object{"issued": test.date}, "issued").String(); got != test.want {
			t.Errorf("%v is %q, want %q", test.date, got, test.want)
		}
	}
}

func TestTimelineDates(t *testing.T) {
	date := func(numbers string) object {
		o := object{}
		for i, n := range strings.Split(numbers, " ") {
			o[timelineUnits[i].name] = strings.TrimPrefix(n, "_")
		}
		return o
	}
	for _, test := range []struct{ start, end, said, want, wantSaid string }{
		{"1815 12 10", "1852 11 27", "", "1815-12-10/1852-11-27", ""},
		{"1943 7 _", "1946", "", "1943-07/1946", ""},
		{"1943", "1943", "", "1943", ""},
		{"1950", "1940", "", "1950", ""},
		{"-44 3 15", "", "", "-0043-03-15", ""},
		{"-1", "1", "", "0000/0001", ""},
		{"2024 6 12 18 30", "", "", "2024-06-12T18:30", ""},
		{"2024 6 12 18 30 5", "", "", "2024-06-12T18:30:05", ""},
		{"2024 6 12 18", "", "", "2024-06-12", ""},
		{"2024 06 12 0 0", "", "", "2024-06-12T00:00", ""},
		{"2024 6", "", "June 2024", "2024-06", ""},
		{"2024 6", "", "early summer", "2024-06", "early summer"},
		{"2024 13", "", "", "2024", ""},
		{"2024 2 30", "", "", "", ""},
		{"20240", "", "", "", ""},
		{"", "2024", "", "", ""},
	} {
		tl := timeline{builder: newBuilder(Options{})}
		w, _ := timelineWhen(tl.point(date(test.start)), tl.point(date(test.end)), test.said)
		if w.Date.String() != test.want || w.Said != test.wantSaid {
			t.Errorf("%s to %s is %q, said %q; want %q, %q", test.start, test.end, w.Date, w.Said, test.want, test.wantSaid)
		}
	}
}

func TestClockTimes(t *testing.T) {
	for s, want := range map[string]string{
		"14:30": "14 30 ", "2:30 PM": "14 30 ", "12:05 am": "0 05 ", "12:00 pm": "12 00 ", "09:05:07": "09 05 07", "13:00 pm": "13:00 pm  ", "noon": "noon  ",
	} {
		got := clockOf(s)
		if strings.Join(got[:], " ") != want {
			t.Errorf("%s is %q, want %q", s, got, want)
		}
	}
}

func TestCalendarDates(t *testing.T) {
	for _, test := range []struct{ properties, want string }{
		{"DTSTART;VALUE=DATE:20310514", "2031-05-14"},
		{"DTSTART;VALUE=DATE:20310514\nDTEND;VALUE=DATE:20310515", "2031-05-14"},
		{"DTSTART:20310514\nDTEND:20310517", "2031-05-14/2031-05-16"},
		{"DTSTART:20310514\nDURATION:P2D", "2031-05-14/2031-05-15"},
		{"DTSTART:20310514T170000Z\nDTEND:20310514T181530Z", "2031-05-14T17:00Z/2031-05-14T18:15:30Z"},
		{"DTSTART;TZID=Europe/Paris:20310514T230000\nDURATION:PT1H30M", "2031-05-14T23:00/2031-05-15T00:30"},
		{"DTSTART:20310514T170000Z\nDTEND:20310514T160000Z", "2031-05-14T17:00Z"},
		{"DTSTART:20310230", ""},
		{"DTSTART:tomorrow", ""},
	} {
		text := "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\n" + test.properties + "\nEND:VEVENT\nEND:VCALENDAR\n"
		r, err := Import([]Input{{"a.ics", []byte(text)}}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if events := r.Document.Briefing.Events; len(events) > 0 {
			got = events[0].When.Date.String()
		}
		if got != test.want {
			t.Errorf("%q is %q, want %q", test.properties, got, test.want)
		}
	}
}

func TestUnknownColumns(t *testing.T) {
	_, err := Import([]Input{{"a.csv", []byte("colour,size\nred,3\n")}}, Options{})
	var hinted interface{ Hint() string }
	if err == nil || !strings.Contains(err.Error(), "colour,size") {
		t.Fatalf("the error is %v", err)
	}
	hinted, _ = unwrap(err).(interface{ Hint() string })
	if hinted == nil || !strings.Contains(hinted.Hint(), "claims: question, ") || !strings.Contains(hinted.Hint(), "events: id, when") {
		t.Errorf("the hint does not list what is known: %v", hinted)
	}
}

func unwrap(err error) error {
	for {
		inner, ok := err.(interface{ Unwrap() error })
		if !ok {
			return err
		}
		err = inner.Unwrap()
	}
}

// TestApostrophes tests that the apostrophe before a formula is removed, and no
// other.
func TestApostrophes(t *testing.T) {
	r, err := Import([]Input{{"a.csv", []byte("date,title\n2031,'=1+1\n2032,'Twas\n2033,''-x\n")}}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var titles []string
	for _, e := range r.Document.Briefing.Events {
		titles = append(titles, e.Title)
	}
	if got, want := strings.Join(titles, "|"), "=1+1|'Twas|''-x"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestSplitQuotes(t *testing.T) {
	for s, want := range map[string]string{
		"“a”": "a", "“a”; “b”": "a|b", "“a; b”; “c”": "a; b|c", "; “b”": "|b", "“a”; ": "a|", "": "",
	} {
		if got := strings.Join(splitQuotes(s), "|"); got != want {
			t.Errorf("%s is %q, want %q", s, got, want)
		}
	}
}

func TestFigures(t *testing.T) {
	for _, f := range []briefing.Figure{
		{Value: "3", Unit: "boats"}, {Low: "3", High: "12.5", Unit: "tree trunks", Approximate: true}, {Value: "-2", Unit: "degrees C"},
	} {
		if got, ok := parseFigure(f.String()); !ok || got != f {
			t.Errorf("%s is read as %+v", f.String(), got)
		}
	}
	if _, ok := parseFigure("a dozen"); ok {
		t.Error("words are a figure")
	}
}
