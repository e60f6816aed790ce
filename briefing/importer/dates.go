package importer

import (
	"net/mail"
	"strings"
	"sync"
	"time"

	"sitrep/briefing/edtf"
)

// layouts are the forms of times in files that are not EDTF. None of them is
// ambiguous about the month.
var layouts = []string{
	"2006-01-02 15:04:05Z07:00", "2006-01-02T15:04:05Z07:00", "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05Z0700", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05",
	"2006-01-02 15:04", "2006/01/02", "2006/01/02 15:04:05", "January 2, 2006", "2 January 2006", "Jan 2, 2006", "2 Jan 2006",
	"2006-01-02T15:04:05 Z07:00", "Monday, January 2, 2006", "Monday, 2 January 2006",
}

// zones maps the names of time zones in mails and feeds to offsets: those of
// RFC 5322, and European ones with a single meaning. Package time would read
// them as the computer's own zone, or else as UTC.
var zones = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"UT": "+0000", "UTC": "+0000", "GMT": "+0000", "Z": "+0000",
		"EST": "-0500", "EDT": "-0400", "CST": "-0600", "CDT": "-0500", "MST": "-0700", "MDT": "-0600", "PST": "-0800", "PDT": "-0700",
		"WET": "+0000", "WEST": "+0100", "CET": "+0100", "CEST": "+0200", "EET": "+0200", "EEST": "+0300",
	}
})

// parseDate returns the date in s, which can be EDTF, a time of mails and
// feeds, or another unambiguous form. An empty text is valid and gives the zero
// Date.
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
	return parseMailDate(s)
}

// parseMailDate returns a time in the form of mails and feeds. If the name of
// its zone is unknown, the time has no zone.
func parseMailDate(s string) (d edtf.Date, ok bool) {
	layout := time.RFC3339
	if at := strings.LastIndexByte(s, ' '); at > 0 && isZoneName(s[at+1:]) {
		offset := zones()[strings.ToUpper(s[at+1:])]
		if offset == "" {
			layout, offset = time.DateTime, "+0000"
		}
		s = s[:at+1] + offset
	}
	t, err := mail.ParseDate(s)
	if err != nil {
		return edtf.Date{}, false
	}
	return dateOf(t, layout), true
}

// isZoneName reports whether a word has only letters.
func isZoneName(s string) bool {
	return s != "" && strings.Trim(strings.ToUpper(s), "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// dateOf returns t with the precision of the layout in which it was read.
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

// endOf returns the end of an interval, or d itself if it is not an interval.
func endOf(d edtf.Date) edtf.Date {
	if _, end, ok := strings.Cut(d.String(), "/"); ok {
		if end, err := edtf.Parse(end); err == nil {
			return end
		}
	}
	return d
}

// later reports whether d is a single date that ends after e.
func later(d, e edtf.Date) bool {
	_, end, _, ok := d.Bounds()
	_, before, _, has := e.Bounds()
	return ok && !d.IsInterval() && !strings.ContainsAny(d.String(), "[{") && (!has || end.After(before))
}
