package importer

import (
	"fmt"
	"strings"
	"testing"
)

// TestTooManyEntries has files of many short entries, which would take far more
// memory than their bytes.
func TestTooManyEntries(t *testing.T) {
	for name, tt := range map[string]struct {
		format, begin, entry, end string
		times                     int
	}{
		"rss":         {"feed", "<rss><channel>", "<item/>", "</channel></rss>", maxEntries},
		"json feed":   {"feed", `{"version":"https://jsonfeed.org/version/1.1","items":[{}`, `,{}`, "]}", maxEntries},
		"mailbox":     {"mail", "", "From a@b.example Tue Jun 11 08:01:10 2024\nFrom: a@b.example\nSubject: S\n\nText\n\n", "", maxEntries},
		"csl":         {"csl-json", `[{"id":"a","type":"book","title":"T"}`, `,{"id":"a","type":"book","title":"T"}`, "]", maxEntries},
		"ris":         {"ris", "", "TY  - BOOK\nTI  - T\nER  - \n", "", maxEntries},
		"table":       {"csv", "title,when\n", "T,2024-06-11\n", "", maxEntries},
		"calendar":    {"ics", "BEGIN:VCALENDAR\n", "BEGIN:VEVENT\nSUMMARY:T\nDTSTART:20240611\nEND:VEVENT\n", "END:VCALENDAR\n", maxEntries},
		"timeline":    {"timelinejs", `{"events":[{"start_date":{"year":"2024"},"text":{"headline":"T"}}`, `,{"start_date":{"year":"2024"},"text":{"headline":"T"}}`, "]}", maxEntries},
		"annotations": {"annotations", `{"rows":[{"uri":"https://a.example/","target":[],"text":"T"}`, `,{"uri":"https://a.example/","target":[],"text":"T"}`, "]}", maxEntries},
		"attributes":  {"misp", `{"Event":{"info":"T","date":"2024-06-11","Attribute":[{}`, `,{"type":"link","value":"https://a.example/%d"}`, "]}}", maxEntries},
	} {
		var b strings.Builder
		b.WriteString(tt.begin)
		for i := range tt.times + 1 {
			if strings.Contains(tt.entry, "%d") {
				fmt.Fprintf(&b, tt.entry, i)
			} else {
				b.WriteString(tt.entry)
			}
		}
		b.WriteString(tt.end)
		o := options()
		o.Format = tt.format
		if _, err := Import([]Input{{name, []byte(b.String())}}, o); err == nil || !strings.Contains(err.Error(), "entries") {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
}

// TestLargeEntry has feeds with a single entry larger than the limit of an
// item.
func TestLargeEntry(t *testing.T) {
	for _, feed := range []string{
		"<rss><channel><item>" + repeat("<category>c</category>", maxItemBytes+100) + "</item></channel></rss>",
		`{"version":"https://jsonfeed.org/version/1.1","items":[{"tags":["a"` + repeat(`,"a"`, maxItemBytes+100) + "]}]}",
	} {
		o := options()
		o.Format = "feed"
		if _, err := Import([]Input{{"large", []byte(feed)}}, o); err == nil || !strings.Contains(err.Error(), "of more than 8 MB") {
			t.Errorf("the error is %v", err)
		}
	}
}
