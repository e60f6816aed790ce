package axis

import (
	"strconv"
	"time"
)

// The lengths of time in seconds; years and months by their average.
const (
	Hour  int64 = 60 * 60
	Day         = 24 * Hour
	Month       = Year / 12
	Year        = 365*Day + 6*Hour
)

// unit is a unit of the calendar.
type unit uint8

const (
	hours unit = iota
	days
	months
	years
)

// Tick is a way of labelling a ruler: a label every so many units of the
// calendar.
type Tick struct {
	unit  unit
	step  int
	Lasts int64 // about so many seconds
	Cells int   // of a label
}

// ticks are the ways of labelling, from near to far.
var ticks = []Tick{
	{hours, 3, 3 * Hour, 5}, {hours, 6, 6 * Hour, 5}, {hours, 12, 12 * Hour, 5},
	{days, 1, Day, 2}, {days, 2, 2 * Day, 2}, {days, 5, 5 * Day, 2}, {days, 10, 10 * Day, 2},
	{months, 1, Month, 3}, {months, 3, 3 * Month, 3},
	{years, 1, Year, 4}, {years, 2, 2 * Year, 4}, {years, 5, 5 * Year, 4}, {years, 10, 10 * Year, 4},
	{years, 20, 20 * Year, 4}, {years, 50, 50 * Year, 4}, {years, 100, 100 * Year, 4}, {years, 500, 500 * Year, 5},
	{years, 2000, 2000 * Year, 5},
}

// Nearest returns the nearest way of labelling whose labels fit.
func Nearest(fit func(Tick) bool) Tick {
	for _, k := range ticks {
		if fit(k) {
			return k
		}
	}
	return ticks[len(ticks)-1]
}

// Period returns the calendar period above the labels: the day of hours, the
// month of days, the year of months, ten steps of years.
func (k Tick) Period(t int64) (from, to time.Time) {
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
	first := int(FloorDiv(int64(y), int64(long))) * long
	return date(first, 1, 1), date(first+long, 1, 1)
}

func date(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

// PeriodName returns the heading of a period. It returns "" for decades and
// longer, because the years below name them.
func (k Tick) PeriodName(from time.Time) string {
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

// First returns the beginning of the unit that a second is in.
func (k Tick) First(t int64) time.Time {
	at := time.Unix(t, 0).UTC()
	y, m, d := at.Date()
	switch k.unit {
	case hours:
		return time.Unix(FloorDiv(t, Hour)*Hour, 0).UTC()
	case days:
		return date(y, m, d)
	case months:
		return date(y, m, 1)
	}
	return date(int(FloorDiv(int64(y), int64(k.step)))*k.step, 1, 1)
}

// Next returns the beginning of the next label after the beginning of a unit.
func (k Tick) Next(t time.Time) time.Time {
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

// Labelled reports whether a unit has a label. Round numbers and the first of a
// month do.
func (k Tick) Labelled(t time.Time) bool {
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

// Text returns the label of a unit that begins at a time.
func (k Tick) Text(t time.Time) string {
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

// FloorDiv returns a divided by b, rounded down.
func FloorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
