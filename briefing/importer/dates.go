package importer

import (
	"net/mail"
	"strings"
	"time"

	"sitrep/briefing/edtf"
)

// layouts are forms of times that files have and EDTF does not. None of them
// leaves open which number is the month.
var layouts = []string{
	"2006-01-02 15:04:05Z07:00", "2006-01-02T15:04:05Z07:00", "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05Z0700", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05",
	"2006-01-02 15:04", "2006/01/02", "2006/01/02 15:04:05", "January 2, 2006", "2 January 2006", "Jan 2, 2006", "2 Jan 2006",
}

// parseDate returns the date that s says, which can be EDTF, a time of mails and
// feeds, or another form that is read in one way only. An empty text is no date
// and right.
func parseDate(s string) (d edtf.Date, ok bool) {
	s = strings.TrimSpace(s)
	if s == "" {
		return edtf.Date{}, true
	}
	if d, err := edtf.Parse(s); err == nil {
		return d, true
	}
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil {
			return dateOf(t, layout), true
		}
	}
	if t, err := mail.ParseDate(s); err == nil {
		return dateOf(t, time.RFC3339), true
	}
	return edtf.Date{}, false
}

// dateOf returns t as precisely as the layout that it was read in has it.
func dateOf(t time.Time, layout string) edtf.Date {
	out := "2006-01-02"
	if strings.Contains(layout, "15:04") {
		out = "2006-01-02T15:04:05"
		if strings.Contains(layout, "07") {
			out = time.RFC3339
		}
	}
	d, err := edtf.Parse(t.Format(out))
	if err != nil { // a year of five digits
		return edtf.Date{}
	}
	return d
}
