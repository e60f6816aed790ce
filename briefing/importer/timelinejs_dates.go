package importer

import (
	"fmt"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

// timelinePoint is a start or an end: in EDTF, as precise as it is known, and
// as the timeline words it.
type timelinePoint struct{ date, display string }

// point reads a date of a timeline. Its numbers may be texts.
func (t *timeline) point(o object) timelinePoint {
	p := timelinePoint{display: t.words(o.text("display_date"))}
	o.drop("format")
	numbers := make([]int, 0, len(timelineUnits))
	open := false
	for _, unit := range timelineUnits {
		s := o.text(unit.name)
		n, err := strconv.Atoi(strings.TrimSuffix(s, ".0"))
		switch {
		case s == "":
			open = true
		case err != nil || n < unit.least || n > unit.most:
			t.lost.add(unit.name + " of a date that is not valid")
			open = true
		case open && n != unit.least: // some programs write all units, and 0 for unknown ones
			t.lost.add(unit.name + " of a date without what is before it")
		case !open:
			numbers = append(numbers, n)
		}
	}
	t.loseRest("date", o)
	p.date = timelineEDTF(numbers)
	return p
}

// timelineUnits are the numbers of a date, coarsest first.
var timelineUnits = []struct {
	name        string
	least, most int
}{
	{"year", -10000, 9999}, {"month", 1, 12}, {"day", 1, 31}, {"hour", 0, 23}, {"minute", 0, 59}, {"second", 0, 59}, {"millisecond", 0, 999},
}

// timelineEDTF returns a date in EDTF. TimelineJS shows the year -44 as 44 BCE,
// which is -0043 in ISO 8601. An hour without a minute is not a time there, and
// a fraction of a second means nothing on a timeline.
func timelineEDTF(n []int) string {
	const year, month, minute = 1, 2, 5
	if len(n) == 0 {
		return ""
	}
	y, sign := n[0], ""
	if y < 0 {
		if y++; y < 0 {
			y, sign = -y, "-"
		}
	}
	out := sign + fmt.Sprintf("%04d", y)
	switch {
	case len(n) == year:
	case len(n) == month:
		out += fmt.Sprintf("-%02d", n[1])
	case len(n) < minute:
		out += fmt.Sprintf("-%02d-%02d", n[1], n[2])
	case len(n) == minute:
		out += fmt.Sprintf("-%02d-%02dT%02d:%02d", n[1], n[2], n[3], n[4])
	default:
		out += fmt.Sprintf("-%02d-%02dT%02d:%02d:%02d", n[1], n[2], n[3], n[4], n[5])
	}
	return out
}

// timelineWhen returns the date of a slide. The words that it is shown as
// become the source's expression, unless the date says the same.
func timelineWhen(start, end timelinePoint, said string) (w briefing.When, lost string) {
	d, err := edtf.Parse(start.date)
	if err != nil {
		return w, "slide without a date that a briefing can have"
	}
	if end.date != "" && end.date != start.date {
		if span, err := edtf.Parse(start.date + "/" + end.date); err == nil {
			d = span
		} else {
			lost = "end that is before its start"
		}
	}
	w.Date = d
	if said != d.Words() {
		w.Said = said
	}
	return w, lost
}
