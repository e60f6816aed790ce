package draft

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// dateKind is a kind of expression for a time, by which the figures are counted.
type dateKind uint8

const (
	fullDay      dateKind = iota // 28 October 2024
	dayOfMonth                   // October 28
	monthOfYear                  // October 2024
	bareMonth                    // in October, last June
	bareYear                     // in 2024
	weekday                      // on Monday
	lastWeekday                  // last Friday
	nextWeekday                  // next Friday
	dayFromToday                 // today, yesterday, tonight
	unitFromNow                  // last week, this month, next year
	partOfUnit                   // later this week
	unitsAgo                     // two weeks ago
	quarter                      // the third quarter
	season                       // last summer
	decade                       // the 1990s
	comingUnits                  // within days
	dateKinds
)

var kindNames = [...]string{"28 October 2024", "October 28", "October 2024", "in October, last June", "in 2024", "on Monday", "last Friday",
	"next Friday", "today, yesterday", "last week, this month", "later this week", "two weeks ago", "third quarter", "last summer",
	"the 1990s", "within days"}

func (k dateKind) String() string { return kindNames[k] }

// dateExpression is an expression for a date, as tokens of a text, end exclusive.
type dateExpression struct {
	from, to int
	kind     dateKind
	date     string   // EDTF
	others   []string // what it may mean as well
	future   bool     // after the day of publication
}

// dater finds the dates of a text.
type dater struct {
	*lexicon
	w   []token
	day time.Time // of publication; zero: not known
}

// find returns the dates of the tokens from one to another.
func (d *dater) find(from, to int) (out []dateExpression) {
	for i := from; i < to; i++ {
		e, ok := d.at(i, from)
		if ok && e.to <= to {
			e.future = e.future || d.isLater(e.date)
			out = append(out, e)
			i = e.to - 1
		}
	}
	return out
}

// isLater reports whether a date begins after the day of publication.
func (d *dater) isLater(date string) bool {
	return !d.day.IsZero() && strings.TrimPrefix(date, "[") > d.day.Format(time.DateOnly) && date[0] != 'Y'
}

// text returns the word at token i, or "" if there is none.
func (d *dater) text(i int) string {
	if i < 0 || i >= len(d.w) || d.w[i].kind != word && d.w[i].kind != sign {
		return ""
	}
	return d.w[i].text
}

// lower returns it in small letters.
func (d *dater) lower(i int) string { return strings.ToLower(d.text(i)) }

// at returns the date whose expression begins at token i of a sentence from a token on.
func (d *dater) at(i, from int) (dateExpression, bool) {
	if !d.mayBegin(&d.w[i]) {
		return dateExpression{}, false
	}
	for _, find := range dateForms {
		if e, ok := find(d, i, from); ok {
			e.from = i
			return e, true
		}
	}
	return dateExpression{}, false
}

var dateForms = []func(*dater, int, int) (dateExpression, bool){
	(*dater).absolute, (*dater).relativeDay, (*dater).relativeUnit, (*dater).onWeekday, (*dater).inMonth, (*dater).inQuarter, (*dater).inYear,
}

// mayBegin reports whether a date may begin with a token, which most do not.
func (d *dater) mayBegin(t *token) bool {
	if t.kind != word || isNumber(t.text) {
		return t.kind == word
	}
	if d.dateStarts[t.text] {
		return true
	}
	w := strings.TrimSuffix(strings.TrimSuffix(t.text, "’s"), "'s")
	return d.dateStarts[strings.ToLower(w)] || isCapital(w) && (d.months[w] > 0 || d.weekdays[w] > 0 || w == "Sunday") || strings.HasSuffix(w, "-quarter")
}

// dayNumber returns the day of a month that a word is: 28, 28th; 0 if it is none.
func dayNumber(w string) int {
	for _, end := range []string{"st", "nd", "rd", "th"} {
		if len(w) > len(end) && isNumber(w) {
			w = strings.TrimSuffix(w, end)
		}
	}
	n, err := strconv.Atoi(w)
	if err != nil || n < 1 || n > 31 || len(w) > 2 {
		return 0
	}
	return n
}

// yearNumber returns the year that a word is, 0 if it is none.
func yearNumber(w string) int {
	n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSuffix(w, "’s"), "'s"))
	if err != nil || len(w) < 4 || n < 1700 || n > 2099 || w[0] == '+' {
		return 0
	}
	return n
}

// month returns the month that a word names, 0 if it names none.
func (d *dater) month(i int) int {
	return d.months[d.bare(i)]
}

// absolute finds days and months with their year, and days of a month: “28 October
// 2024”, “Oct. 28”, “2024-10-28”, “October 2024”.
func (d *dater) absolute(i, _ int) (e dateExpression, ok bool) {
	if t, err := time.Parse(time.DateOnly, d.text(i)); err == nil {
		return dateExpression{to: i + 1, kind: fullDay, date: t.Format(time.DateOnly)}, true
	}
	start := i
	if _, named := d.weekdays[d.text(i)]; named { // Monday, October 28
		start++
		if d.text(start) == "," {
			start++
		}
	}
	month, day, next := d.monthAndDay(start)
	if month == 0 || start > i && day == 0 {
		return e, false
	}
	year, after := d.ofYear(next)
	switch {
	case year > 0 && day > 0:
		e = dateExpression{to: after, kind: fullDay, date: fmt.Sprintf("%04d-%02d-%02d", year, month, day)}
		_, err := time.Parse(time.DateOnly, e.date)
		return e, err == nil
	case year > 0 && dayNumber(d.text(i-1)) == 0: // not of 31 June 2024
		return dateExpression{to: after, kind: monthOfYear, date: fmt.Sprintf("%04d-%02d", year, month)}, true
	case day > 0 && !d.day.IsZero() && d.text(next) != "(": // of a dateline
		e = dateExpression{to: next, kind: dayOfMonth, date: d.nearest(month, day, d.isFuture(i, 0)).Format(time.DateOnly)}
		return e, date(2000, month, day).Day() == day
	}
	return e, false
}

// monthAndDay returns the month and the day, if any, that begin at token i, and the
// token after them: “October 28”, “28th of October”, “October”.
func (d *dater) monthAndDay(i int) (month, day, next int) {
	if month = d.month(i); month > 0 {
		if day = dayNumber(d.text(i + 1)); day == 0 {
			return month, 0, i + 1
		}
		return month, day, i + 2
	}
	if day = dayNumber(d.text(i)); day == 0 {
		return 0, 0, i
	}
	i++
	if d.text(i) == "of" {
		i++
	}
	return d.month(i), day, i + 1
}

// nearest returns the day of a month that is nearest to that of publication. One that
// is far from it is in the past, unless what is to come is spoken of.
func (d *dater) nearest(month, day int, future bool) time.Time {
	const far = 75 * 24 * time.Hour
	best := date(d.day.Year(), month, day)
	for _, year := range []int{d.day.Year() - 1, d.day.Year() + 1} {
		if t := date(year, month, day); t.Sub(d.day).Abs() < best.Sub(d.day).Abs() {
			best = t
		}
	}
	switch away := best.Sub(d.day); {
	case away > far && !future:
		return date(best.Year()-1, month, day)
	case away < -far && future:
		return date(best.Year()+1, month, day)
	}
	return best
}

func date(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

// days of what is said relative to that of publication.
var relativeDays = map[string]int{"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}

var dayParts = []string{"morning", "afternoon", "evening", "night"}

// relativeDay finds “yesterday”, “tomorrow night”, “this morning”, “last night”.
func (d *dater) relativeDay(i, from int) (e dateExpression, ok bool) {
	if d.day.IsZero() || i > from && isCapital(d.text(i)) && isCapital(d.text(i-1)) { // USA Today
		return e, false
	}
	e = dateExpression{to: i + 1, kind: dayFromToday}
	w := strings.TrimSuffix(strings.TrimSuffix(d.lower(i), "’s"), "'s")
	shift, ok := relativeDays[w]
	switch {
	case ok && slices.Contains(dayParts, d.text(i+1)):
		e.to++
	case ok && d.lower(i) != w && w == "today": // today’s world
		return e, false
	case w == "this" && slices.Contains(dayParts, d.text(i+1)):
		e.to, ok = i+2, true
	case w == "last" && d.text(i+1) == "night":
		e.to, shift, ok = i+2, -1, true
	}
	e.date, e.future = d.day.AddDate(0, 0, shift).Format(time.DateOnly), shift > 0
	return e, ok
}
