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
	"2006-01-02T15:04:05 Z07:00", "Monday, January 2, 2006", "Monday, 2 January 2006",
}

// zones are the names of time zones that mails and feeds write, with their offsets:
// those of RFC 5322, and European ones that mean nothing else. Package time would
// read them as the zone of the computer has them, or else as UTC.
var zones = map[string]string{
	"UT": "+0000", "UTC": "+0000", "GMT": "+0000", "Z": "+0000",
	"EST": "-0500", "EDT": "-0400", "CST": "-0600", "CDT": "-0500", "MST": "-0700", "MDT": "-0600", "PST": "-0800", "PDT": "-0700",
	"WET": "+0000", "WEST": "+0100", "CET": "+0100", "CEST": "+0200", "EET": "+0200", "EEST": "+0300",
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
	return parseMailDate(s)
}

// parseMailDate returns a time as mails and feeds write it. With the name of a zone
// that is not known, it is a time of no zone.
func parseMailDate(s string) (d edtf.Date, ok bool) {
	layout := time.RFC3339
	if at := strings.LastIndexByte(s, ' '); at > 0 && isZoneName(s[at+1:]) {
		offset := zones[strings.ToUpper(s[at+1:])]
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

// endOf returns the end of an interval, or a date that is none.
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
