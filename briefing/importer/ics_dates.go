package importer

import (
	"strconv"
	"strings"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

// icsValue matches a DATE or DATE-TIME of a calendar.
var icsValue = pattern(`^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$`)

// icsTime returns a date or time of a calendar in EDTF, or "" if value is none.
func icsTime(value string) string {
	m := icsValue().FindStringSubmatch(strings.TrimSpace(value))
	if m == nil {
		return ""
	}
	out := m[1] + "-" + m[2] + "-" + m[3]
	if m[4] == "" {
		return out
	}
	out += "T" + m[4] + ":" + m[5]
	if m[6] != "00" {
		out += ":" + m[6]
	}
	return out + m[7]
}

// when returns the date of an entry. For a task it is when it is due, or when
// it was completed. The name of a time zone becomes a note, since only its
// rules would give the time in UTC.
func (c *calendar) when(e *icsEntry) (w briefing.When) {
	if exact, err := edtf.Parse(e.properties["X-EDTF"].text()); c.own && err == nil {
		return briefing.When{Date: exact}
	}
	start := icsTime(e.properties["DTSTART"].value)
	zone := e.properties["DTSTART"].params["TZID"]
	text := start
	if e.kind == "VTODO" {
		due, done := e.properties["DUE"], icsTime(e.properties["COMPLETED"].value)
		switch at := icsTime(due.value); {
		case done != "":
			text, zone = done, ""
		case at != "":
			text, zone = "[.."+at+"]", due.params["TZID"]
		}
	} else if end := c.end(e, start); end != "" && end != start {
		text += "/" + end
	}
	d, err := edtf.Parse(text)
	if err != nil {
		if d, err = edtf.Parse(start); err == nil {
			c.lost.add("end that is before its start")
		}
	}
	w.Date = d
	if zone != "" && strings.Contains(text, "T") {
		w.Note = "time of " + zone
	}
	return w
}

// end returns the last day or moment of an event. For whole days DTEND is the
// day after.
func (c *calendar) end(e *icsEntry, start string) string {
	end := icsTime(e.properties["DTEND"].value)
	whole := !strings.Contains(start, "T")
	if end == "" {
		return c.endOfDuration(e, start)
	}
	if !whole {
		return end
	}
	day, err := time.Parse(time.DateOnly, end)
	if err != nil {
		return ""
	}
	return day.AddDate(0, 0, -1).Format(time.DateOnly)
}

// icsDuration matches a duration of a calendar.
var icsDuration = pattern(`^\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?$`)

func (c *calendar) endOfDuration(e *icsEntry, start string) string {
	value := strings.TrimSpace(e.properties["DURATION"].value)
	m := icsDuration().FindStringSubmatch(value)
	if m == nil || start == "" {
		if value != "" {
			c.lost.add("invalid duration")
		}
		return ""
	}
	n := make([]int, len(m))
	for i, s := range m {
		n[i], _ = strconv.Atoi(s) // 0 for a missing part
	}
	const week = 7
	days, clock := n[1]*week+n[2], time.Duration(n[3])*time.Hour+time.Duration(n[4])*time.Minute+time.Duration(n[5])*time.Second
	layout, zone := "2006-01-02T15:04", ""
	if !strings.Contains(start, "T") {
		layout, days = time.DateOnly, days-1
	}
	if strings.HasSuffix(start, "Z") {
		start, zone = strings.TrimSuffix(start, "Z"), "Z"
	}
	if len(start) > len(layout) {
		layout += ":05"
	}
	at, err := time.Parse(layout, start)
	if err != nil || days < 0 {
		return ""
	}
	return at.AddDate(0, 0, days).Add(clock).Format(layout) + zone
}
