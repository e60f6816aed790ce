package export_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/export"
)

// checkTimelineJS checks a document against the documented data format of
// TimelineJS 3 and its code (TimelineConfig, TLDate), and tests that it has
// only allowed HTML.
func checkTimelineJS(document any) []string {
	var s strict
	root := s.object("timeline", document, names("scale eras"), names("title events"))
	ids := map[string]bool{}
	s.timelineSlide("title", root["title"], ids, nil)
	events, ok := root["events"].([]any)
	if !ok {
		s.failf("events is no list")
	}
	for i, event := range events {
		s.timelineSlide(fmt.Sprintf("event %d", i), event, ids, names("start_date display_date"))
	}
	return s.problems
}

func (s *strict) timelineSlide(at string, v any, ids map[string]bool, required []string) {
	slide := s.object(at, v, names("start_date end_date display_date group"), append(names("unique_id text autolink"), required...))
	id := s.text(at+" unique_id", slide["unique_id"])
	if ids[id] {
		s.failf("%s: unique_id %q comes twice", at, id)
	}
	ids[id] = true
	if slide["autolink"] != false {
		s.failf("%s makes links by itself", at)
	}
	s.text(at+" display_date", slide["display_date"])
	s.text(at+" group", slide["group"])
	text := s.object(at+" text", slide["text"], names("text"), names("headline"))
	s.onlyOwnHTML(at+" headline", s.text(at, text["headline"]), "")
	s.onlyOwnHTML(at+" text", s.text(at, text["text"]), "p|b|blockquote")
	if slide["start_date"] == nil {
		return
	}
	start := s.timelineDate(at+" start_date", slide["start_date"])
	if slide["end_date"] == nil {
		return
	}
	end := s.timelineDate(at+" end_date", slide["end_date"])
	if slices.Compare(start, end) >= 0 {
		s.failf("%s ends at %v, before or when it starts, %v", at, end, start)
	}
	// TimelineJS drops an end with the same numbers as the start, and draws an
	// end whose numbers begin the start's.
	if n := min(len(start), len(end)); slices.Equal(start[:n], end[:n]) {
		s.failf("%s has ends that are drawn alike: %v and %v", at, start, end)
	}
}

// timelineDate returns a date as its numbers, from the year on.
func (s *strict) timelineDate(at string, v any) []int {
	units := names("year month day hour minute second")
	d := s.object(at, v, units, names("year"))
	limits := [][2]int{{-10000, 10000}, {1, 12}, {1, 31}, {0, 23}, {0, 59}, {0, 59}}
	var out []int
	for i, unit := range units {
		if d[unit] == nil {
			if len(d) > i {
				s.failf("%s has no %s but something finer", at, unit)
			}
			break
		}
		out = append(out, s.integer(at+" "+unit, d[unit], limits[i][0], limits[i][1]))
	}
	return out
}

var entity = regexp.MustCompile(`&(amp|lt|gt|#34|#39);`)

// onlyOwnHTML removes allowed elements and entities, and reports anything left
// that HTML does not read as text.
func (s *strict) onlyOwnHTML(at, text, elements string) {
	rest := text
	if elements != "" {
		rest = regexp.MustCompile(`</?(`+elements+`)>`).ReplaceAllString(rest, "")
	}
	rest = entity.ReplaceAllString(rest, "")
	if strings.ContainsAny(rest, `<>&"'`) {
		s.failf("%s has HTML of others: %q", at, text)
	}
}

func TestTimelineJSDates(t *testing.T) {
	for _, c := range []struct{ when, start, end, words string }{
		{"2024", "2024", "", "2024"},
		{"2024-10", "2024 10", "", "October 2024"},
		{"2024-10-28", "2024 10 28", "", "28 October 2024"},
		{"2024-10-28T06:05+02:00", "2024 10 28 4 5", "", "28 October 2024, 06:05 UTC+02:00"},
		{"2024-10-28T06:05:07Z", "2024 10 28 6 5 7", "", "28 October 2024, 06:05:07 UTC"},
		{"2024-24", "2024 12", "2025 2", "winter 2024–25"},
		{"2024-33", "2024 1", "2024 3", "first quarter of 2024"},
		{"202X", "2020", "", "some year from 2020 to 2029"},
		{"2024-XX", "2024", "", "some month in 2024"},
		{"2024-06-XX", "2024 6", "", "some day in June 2024"},
		{"2022~/..", "2022", "", "since about 2022"},
		{"20XX", "2000", "", "some year from 2000 to 2099"},
		{"202X-XX", "2020", "", "some month in the 2020s"},
		{"202X-21", "2020", "", "spring, some year in the 2020s"},
		{"[2024-06-11,2024-06-13]", "2024 6 11", "", "one of 11 June 2024, 13 June 2024"}, // one of two days, not three
		{"{2024-06-11,2024-06-13}", "2024 6 11", "2024 6 13", "all of 11 June 2024, 13 June 2024"},
		{"2024-06-20/2024-08", "2024 6 20", "2024 8", "from 20 June 2024 until August 2024"},
		{"2024-07/2025", "2024 7", "2025", "from July 2024 until 2025"},
		{"2024-06-20T18:30Z/2024-06-22", "2024 6 20 18 30", "2024 6 22", "from 20 June 2024, 18:30 UTC until 22 June 2024"},
		{"2024-06-20/2024-12", "2024 6 20", "2024 12", "from 20 June 2024 until December 2024"},
		{"2024-06-20/2024", "2024 6 20", "", "from 20 June 2024 until 2024"}, // it would be drawn to end in January
		{"2024-06/2024-06-20", "2024 6", "", "from June 2024 until 20 June 2024"},
		{"2024-06/2024-08-12", "2024 6", "2024 8 12", "from June 2024 until 12 August 2024"},
		{"2024-06-11/2024-06-13", "2024 6 11", "2024 6 13", "11–13 June 2024"},
		{"[..2024-10-28]", "2024 10 28", "", "by 28 October 2024"},
		{"../2024-06", "2024 6", "", "until June 2024"},
		{"[2024-11-05..]", "2024 11 5", "", "5 November 2024 or later"},
		{"-0043", "-44", "", "year -0043"}, // 44 BCE
	} {
		b := &briefing.Briefing{ID: "b", Title: "B", AsOf: edtfDate(t, "2024"), Events: []briefing.Event{
			{ID: "e", Title: "E", When: briefing.When{Date: edtfDate(t, c.when)}},
		}}
		out, losses := writeFormat(t, "timelinejs", &export.Request{Index: briefing.NewIndex(b)})
		document := decoded(t, out)
		mustPass(t, "timelinejs", document)
		slide := document.(map[string]any)["events"].([]any)[0].(map[string]any)
		start, end := numbersOf(slide["start_date"]), numbersOf(slide["end_date"])
		if start != c.start || end != c.end || slide["display_date"] != c.words || len(losses) > 0 {
			t.Errorf("%s: %q to %q, %q, lost %v; want %q to %q, %q", c.when, start, end, slide["display_date"], losses, c.start, c.end, c.words)
		}
	}
}

// numbersOf returns a date's numbers, from the year on, separated by spaces.
func numbersOf(date any) string {
	var s strict
	if date == nil {
		return ""
	}
	return strings.Trim(fmt.Sprint(s.timelineDate("", date)), "[]")
}

// TimelineJS parses a group's name as HTML to strip it, then sets the result as
// HTML. What is escaped only once becomes markup.
func TestTimelineJSEscapesGroupsTwice(t *testing.T) {
	r := everyRequest(t)
	out, _ := writeFormat(t, "timelinejs", r)
	for _, e := range decoded(t, out).(map[string]any)["events"].([]any) {
		if slide := e.(map[string]any); slide["unique_id"] == "closing" {
			if want := "port &amp;amp; &amp;lt;b&amp;gt;quay&amp;lt;/b&amp;gt;"; slide["group"] != want {
				t.Errorf("group %q, want %q", slide["group"], want)
			}
			return
		}
	}
	t.Error("the event is not there")
}
