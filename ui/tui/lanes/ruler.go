package lanes

import (
	"math"
	"strconv"
	"time"

	"sitrep/ui/tui/layout"
)

// The lengths of time that rulers are made of, in seconds; years and months by
// their average.
const (
	hourLong  int64 = 60 * 60
	dayLong         = 24 * hourLong
	monthLong       = yearLong / 12
	yearLong        = 365*dayLong + 6*hourLong
)

// scales are how much time a slot stands for, from near to far.
var scales = []struct {
	slot int64
	name string
}{
	{hourLong, "1 hour"}, {3 * hourLong, "3 hours"}, {6 * hourLong, "6 hours"}, {12 * hourLong, "12 hours"},
	{dayLong, "1 day"}, {2 * dayLong, "2 days"}, {4 * dayLong, "4 days"}, {7 * dayLong, "1 week"}, {14 * dayLong, "2 weeks"},
	{30 * dayLong, "30 days"}, {61 * dayLong, "2 months"}, {122 * dayLong, "4 months"}, {yearLong, "1 year"}, {2 * yearLong, "2 years"},
	{5 * yearLong, "5 years"}, {10 * yearLong, "10 years"}, {20 * yearLong, "20 years"}, {50 * yearLong, "50 years"},
	{100 * yearLong, "100 years"}, {500 * yearLong, "500 years"},
}

// dayScale is the nearest scale at which a first look is taken: most dates in
// the news are days.
const dayScale = 4

// ruler divides time into slots of equal length, numbered without a gap. A slot
// that contains the cut-off is split in two, so that no slot has both past and
// future.
type ruler struct {
	slot  int64
	cut   cutoff
	cells int // of a slot
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// splits returns 1 if the cut-off is within a slot, or else 0.
func (r ruler) splits() int64 {
	if !r.cut.known || floorDiv(r.cut.at, r.slot)*r.slot == r.cut.at {
		return 0
	}
	return 1
}

// at returns the number of the slot that a second falls into.
func (r ruler) at(t int64) int {
	n := floorDiv(t, r.slot)
	if r.cut.known && t >= r.cut.at {
		n += r.splits()
	}
	return int(n)
}

// start returns the first second of a slot.
func (r ruler) start(slot int) int64 {
	n := int64(slot)
	if !r.cut.known || slot < r.ahead() {
		return n * r.slot
	}
	return max((n-r.splits())*r.slot, r.cut.at)
}

// ahead returns the first slot after the cut-off, or math.MaxInt if the cut-off
// is not known.
func (r ruler) ahead() int {
	if !r.cut.known {
		return math.MaxInt
	}
	return r.at(r.cut.at)
}

// unit is a unit of the calendar.
type unit uint8

const (
	hours unit = iota
	days
	months
	years
)

// tick is a way of labelling a ruler: a label every so many units of the
// calendar.
type tick struct {
	unit  unit
	step  int
	lasts int64 // about so many seconds
	cells int   // of a label
}

// ticks are the ways of labelling, from near to far.
var ticks = []tick{
	{hours, 3, 3 * hourLong, 5}, {hours, 6, 6 * hourLong, 5}, {hours, 12, 12 * hourLong, 5},
	{days, 1, dayLong, 2}, {days, 2, 2 * dayLong, 2}, {days, 5, 5 * dayLong, 2}, {days, 10, 10 * dayLong, 2},
	{months, 1, monthLong, 3}, {months, 3, 3 * monthLong, 3},
	{years, 1, yearLong, 4}, {years, 2, 2 * yearLong, 4}, {years, 5, 5 * yearLong, 4}, {years, 10, 10 * yearLong, 4},
	{years, 20, 20 * yearLong, 4}, {years, 50, 50 * yearLong, 4}, {years, 100, 100 * yearLong, 4}, {years, 500, 500 * yearLong, 5},
	{years, 2000, 2000 * yearLong, 5},
}

// ticks returns the nearest way of labelling whose labels fit at this scale.
func (r ruler) ticks() tick {
	for _, k := range ticks {
		if k.lasts*int64(r.cells) >= int64(layout.LabelCells(k.cells))*r.slot {
			return k
		}
	}
	return ticks[len(ticks)-1]
}

// period returns the calendar period above the labels: the day of hours, the
// month of days, the year of months, ten steps of years.
func (k tick) period(t int64) (from, to time.Time) {
	at := time.Unix(t, 0).UTC()
	y, m, d := at.Date()
	switch k.unit {
	case hours:
		return date(y, m, d), date(y, m, d+1)
	case days:
		return date(y, m, 1), date(y, m+1, 1)
	case months:
		return date(y, 1, 1), date(y+1, 1, 1)
	}
	long := 10 * k.step
	first := int(floorDiv(int64(y), int64(long))) * long
	return date(first, 1, 1), date(first+long, 1, 1)
}

func date(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

// periodName returns the heading of a period. It returns "" for decades and
// longer, because the years below name them.
func (k tick) periodName(from time.Time) string {
	switch k.unit {
	case hours:
		return from.Format("2 Jan ") + strconv.Itoa(from.Year())
	case days:
		return from.Format("Jan ") + strconv.Itoa(from.Year())
	case months:
		return strconv.Itoa(from.Year())
	}
	return ""
}

// label is text at a slot of the ruler.
type label struct {
	slot int
	text string
}

// periods returns the labels of the upper line for n slots from left on. The
// first is at the left edge, wherever its period began.
func (r ruler) periods(left, n int) []label {
	k := r.ticks()
	var out []label
	if k.unit == years {
		return nil
	}
	for t := r.start(left); r.at(t) < left+n; {
		from, to := k.period(t)
		out = append(out, label{max(r.at(from.Unix()), left), k.periodName(from)})
		t = to.Unix()
	}
	return out
}

// labels returns the labels of the lower line for n slots from left on.
func (r ruler) labels(left, n int) []label {
	k := r.ticks()
	var out []label
	for t := k.first(r.start(left)); ; t = k.next(t) {
		slot := r.at(t.Unix())
		if slot >= left+n {
			return out
		}
		if slot >= left && k.labelled(t) {
			out = append(out, label{slot, k.text(t)})
		}
	}
}

// first returns the beginning of the unit that a second is in.
func (k tick) first(t int64) time.Time {
	at := time.Unix(t, 0).UTC()
	y, m, d := at.Date()
	switch k.unit {
	case hours:
		return time.Unix(floorDiv(t, hourLong)*hourLong, 0).UTC()
	case days:
		return date(y, m, d)
	case months:
		return date(y, m, 1)
	}
	return date(int(floorDiv(int64(y), int64(k.step)))*k.step, 1, 1)
}

func (k tick) next(t time.Time) time.Time {
	switch k.unit {
	case hours:
		return t.Add(time.Hour)
	case days:
		return t.AddDate(0, 0, 1)
	case months:
		return t.AddDate(0, 1, 0)
	}
	return t.AddDate(k.step, 0, 0)
}

// lastDay is the first day of a month that is too close to the next month for a
// label of its own.
const lastDay = 29

// labelled reports whether a unit has a label. Round numbers and the first of a
// month do.
func (k tick) labelled(t time.Time) bool {
	switch k.unit {
	case hours:
		return t.Hour()%k.step == 0
	case days:
		d := t.Day()
		return k.step == 1 || d == 1 || k.step == 2 && d%2 == 1 && d <= lastDay || k.step > 2 && d%k.step == 0 && d <= lastDay
	case months:
		return (int(t.Month())-1)%k.step == 0
	}
	return true
}

func (k tick) text(t time.Time) string {
	switch k.unit {
	case hours:
		return t.Format("15:04")
	case days:
		return strconv.Itoa(t.Day())
	case months:
		return t.Format("Jan")
	}
	return strconv.Itoa(t.Year())
}
