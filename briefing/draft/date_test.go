package draft

import (
	"strings"
	"testing"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

// TestDates has expressions with their dates in an article of Wednesday 15 May 2024,
// and nothing where the rules do not know.
func TestDates(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"It fell on 28 October 2023.", "28 October 2023=2023-10-28"},
		{"It fell on October 28, 2023, at noon.", "October 28, 2023=2023-10-28"},
		{"It fell on the 3rd of March 2024.", "3rd of March 2024=2024-03-03"},
		{"It fell on 2023-10-28.", "2023-10-28=2023-10-28"},
		{"It fell on Monday, May 6.", "Monday, May 6=2024-05-06"},
		{"It fell on Oct. 28.", "Oct. 28=2023-10-28"},
		{"It will open on June 3.", "June 3=2024-06-03"},
		{"It fell on 31 June 2023.", ""},
		{"It fell in October 2023.", "October 2023=2023-10"},
		{"It fell in October.", "October=2023-10"},
		{"It will open in October.", "October=2024-10"},
		{"It fell last June.", "last June=2023-06"},
		{"It fell last May.", "last May=2023-05"},
		{"It fell in June last year.", "June last year=2023-06"},
		{"It may march on.", ""},
		{"It fell in 2019.", "2019=2019"},
		{"It sold 2019 units.", ""},
		{"It fell on Monday.", "Monday=2024-05-13"},
		{"It fell on Wednesday.", "Wednesday=2024-05-15"},
		{"It fell on Thursday night.", "Thursday night=2024-05-09"},
		{"It will open on Thursday.", "Thursday=2024-05-16"},
		{"It is scheduled to open on Monday.", "Monday=2024-05-20"},
		{"He said Monday it would open.", "Monday=2024-05-13"},
		{"It fell last Wednesday.", "last Wednesday=2024-05-08"},
		{"It opens next Friday.", "next Friday=2024-05-17"},
		{"It opens every Friday.", ""},
		{"It opens Fridays.", ""},
		{"It fell yesterday evening.", "yesterday evening=2024-05-14"},
		{"It fell last night.", "last night=2024-05-14"},
		{"It opens tomorrow.", "tomorrow=2024-05-16"},
		{"It fell last week.", "last week=[2024-05-06..2024-05-12]"},
		{"It fell this month.", "this month=2024-05"},
		{"It opens next year.", "next year=2025"},
		{"It rose from last year.", ""},
		{"It opens later this week.", "later this week=[2024-05-16..2024-05-19]"},
		{"It fell earlier this month.", "earlier this month=[2024-05-01..2024-05-15]"},
		{"It fell three days ago.", "three days ago=2024-05-12"},
		{"It fell two years ago.", ""},
		{"It fell in the third quarter.", "third quarter=2023-35"},
		{"It fell in the first quarter of 2022.", "first quarter of 2022=2022-33"},
		{"It fell last summer.", "last summer=2023-22"},
		{"It fell in the 1990s.", "1990s=199X"},
		{"It opens within days.", "within days=[2024-05-15..]"},
		{"It opens within the next several weeks.", "within the next several weeks=[2024-05-15..]"},
	} {
		if got := strings.Join(datesOf(c.text, time.Date(2024, 5, 15, 0, 0, 0, 0, time.UTC)), ", "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func datesOf(text string, day time.Time) (out []string) {
	a := newArticle(text, "en", lexiconOf("en"))
	d := dater{a.lex, a.tokens, day}
	for _, s := range a.sentences {
		for _, e := range d.find(s.from, s.to) {
			out = append(out, text[a.tokens[e.from].start:a.tokens[e.to-1].end]+"="+e.date)
		}
	}
	return out
}

// TestDatesWithoutDay has only dates that say their year where the day of publication
// is not known.
func TestDatesWithoutDay(t *testing.T) {
	const text = "It fell on Monday, in June, on May 3, yesterday, last week, in the third quarter, last summer, within days, and on 3 May 2024."
	if got := strings.Join(datesOf(text, time.Time{}), ", "); got != "3 May 2024=2024-05-03" {
		t.Errorf("got %s", got)
	}
	for _, published := range []string{"", "2024", "2024-05", "2024-05-14/2024-05-15", "2024-05-XX"} {
		var s briefing.Source
		s.Publication.Published, _ = edtf.Parse(published)
		if day := publishedOn(&s); !day.IsZero() {
			t.Errorf("published %q is the day %v", published, day)
		}
	}
}

// TestEvents has sentences with the events that they tell of, and nothing where a date
// says only when something was said or published, or what did not happen.
func TestEvents(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"A ship hit the bridge on Monday.", "2024-05-13 (Monday) occurred: A ship hit the bridge on Monday"},
		{"The bridge will open on Thursday.", "2024-05-16 (Thursday) expected: The bridge will open on Thursday"},
		{"The bridge has been closed since April.", "2024-04/.. (since April) ongoing: The bridge has been closed since April"},
		{"The bridge is due to open by Friday.", "[..2024-05-17] (by Friday) expected: The bridge is due to open by Friday"},
		{"A concert planned for Thursday was cancelled.", "2024-05-16 (Thursday) cancelled: A concert planned for Thursday was cancelled"},
		{"Anna Weber claimed that the bridge was hit last June.", "2023-06 (last June) occurred alleged: The bridge was hit last June"},
		{"Anna Weber said on Monday that the bridge was hit last June.", "2023-06 (last June) occurred: The bridge was hit last June"},
		{"Anna Weber said on Monday that the bridge is safe.", ""},
		{"“The bridge is safe,” Anna Weber said in Talheim on Monday.", ""},
		{"“We will open today,” he said.", ""},
		{"The report was released on Monday by the agency.", ""},
		{"No ship did not hit the bridge on Monday.", ""},
		{"If the bridge opens on Monday, it is safe.", ""},
		{"It was Monday.", ""},
		{"The bridge was closed from Monday to Friday.", ""},
	} {
		var got []string
		for _, e := range Rules(briefingOf(c.text)).Events {
			words := e.When.Date.String() + " (" + e.When.Said + ") " + string(e.Status)
			if e.Certainty != briefing.CertaintyReported {
				words += " " + string(e.Certainty)
			}
			got = append(got, words+": "+e.Title)
		}
		if strings.Join(got, "\n") != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, strings.Join(got, "\n"), c.want)
		}
	}
}
