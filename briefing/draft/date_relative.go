package draft

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// units are the units of the calendar, with whether there are several.
var units = map[string]string{"day": "day", "days": "day", "week": "week", "weeks": "week", "weekend": "weekend", "month": "month",
	"months": "month", "quarter": "quarter", "year": "year", "years": "year"}

// shifts are the words before a unit of the calendar that say which is meant.
var shifts = map[string]int{"last": -1, "this": 0, "next": 1}

// relativeUnit finds “last week”, “next month”, “later this year”, “two weeks ago” and
// “within days”.
func (d *dater) relativeUnit(i, _ int) (e dateExpression, ok bool) {
	if d.day.IsZero() {
		return e, false
	}
	if e, ok := d.ago(i); ok {
		return e, true
	}
	if e, ok := d.coming(i); ok {
		return e, true
	}
	k := i
	part := d.lower(k)
	if slices.Contains(timeParts, part) {
		k++
	} else {
		part = ""
	}
	shift, unit := d.unitAt(k)
	if unit == "" || part != "" && shift != 0 || part == "late" || part == "early" {
		return e, false
	}
	first, last, text := d.unit(unit, shift)
	e = dateExpression{to: k + 2, kind: unitFromNow, date: text, future: shift > 0}
	switch part {
	case "":
		return e, true
	case "later":
		e.kind, e.future, first = partOfUnit, true, d.day.AddDate(0, 0, 1)
	default:
		e.kind, last = partOfUnit, d.day
	}
	e.date = between(first, last)
	return e, !last.Before(first)
}

// unitAt returns the unit of the calendar that "last", "this" or "next" at token k
// means; "" if there is none, or if only a figure of that year is compared.
func (d *dater) unitAt(k int) (shift int, unit string) {
	shift, known := shifts[d.lower(k)]
	unit = units[d.bare(k+1)]
	before := d.lower(k - 1)
	switch {
	case !known, unit == "day", units[d.bare(k+1)+"s"] == "" && unit != "weekend" && unit != "quarter": // years
		return 0, ""
	case before == "the" && shift != 1:
		return 0, ""
	case unit == "year" && (isPossessive(d.text(k+1)) || slices.Contains(comparing, before)):
		return 0, ""
	}
	return shift, unit
}

// comparing are the words before a unit that something is compared with.
var comparing = []string{"from", "than", "with", "of", "over", "period", "to", "far",
	"approaching"}

// between returns one of the days from one to another in EDTF.
func between(first, last time.Time) string {
	return "[" + first.Format(time.DateOnly) + ".." + last.Format(time.DateOnly) + "]"
}

// unit returns the first and last day of a unit of the calendar, counted from that of
// publication, and the unit in EDTF.
func (d *dater) unit(unit string, shift int) (first, last time.Time, text string) {
	y, m := d.day.Year(), int(d.day.Month())
	switch unit {
	case "week":
		monday := d.day.AddDate(0, 0, -(int(d.day.Weekday())+6)%7+7*shift)
		return monday, monday.AddDate(0, 0, 6), between(monday, monday.AddDate(0, 0, 6))
	case "weekend":
		saturday := d.day.AddDate(0, 0, -(int(d.day.Weekday())+6)%7+5+7*shift)
		return saturday, saturday.AddDate(0, 0, 1), between(saturday, saturday.AddDate(0, 0, 1))
	case "month":
		first = date(y, m+shift, 1)
		return first, first.AddDate(0, 1, -1), first.Format("2006-01")
	case "quarter":
		first = date(y, (m-1)/3*3+1+3*shift, 1)
		return first, first.AddDate(0, 3, -1), quarterOf(first.Year(), (int(first.Month())+2)/3)
	default:
		first = date(y+shift, 1, 1)
		return first, first.AddDate(1, 0, -1), strconv.Itoa(y + shift)
	}
}

// quarterOf returns a quarter of a year in EDTF, whose codes begin with 33.
func quarterOf(year, n int) string { return fmt.Sprintf("%04d-%d", year, 32+n) }

// ago finds “two weeks ago”, “a year ago”. Longer ones are not known to the day.
func (d *dater) ago(i int) (e dateExpression, ok bool) {
	n, ok := d.numbers[d.lower(i)]
	if !ok {
		n, _ = strconv.Atoi(d.text(i))
	}
	unit := units[d.text(i+1)]
	if n < 1 || n > 1000 || unit == "" || d.text(i+2) != "ago" || d.lower(i) == "first" {
		return e, false
	}
	e = dateExpression{to: i + 3, kind: unitsAgo}
	switch unit {
	case "day":
		e.date = d.day.AddDate(0, 0, -n).Format(time.DateOnly)
	case "week": // or nearer to the day
		_, _, e.date = d.unit("week", -n)
		day := d.day.AddDate(0, 0, -7*n)
		e.others = []string{between(day.AddDate(0, 0, -3), day.AddDate(0, 0, 3))}
	case "month":
		first := date(d.day.Year(), int(d.day.Month())-n, 1)
		e.date, e.others = first.Format("2006-01"), []string{first.AddDate(0, -1, 0).Format("2006-01"), first.AddDate(0, 1, 0).Format("2006-01")}
	default: // some years ago is no year
		return e, false
	}
	return e, true
}

// coming finds “within days” and “in the next several weeks”: from the day of
// publication on.
func (d *dater) coming(i int) (e dateExpression, ok bool) {
	k := i + 1
	switch d.lower(i) {
	case "within":
		for d.text(k) == "the" || d.text(k) == "next" || d.text(k) == "coming" || slices.Contains(vague, d.text(k)) {
			k++
		}
	case "in", "over":
		if d.text(k) != "the" || d.text(k+1) != "coming" && d.text(k+1) != "next" {
			return e, false
		}
		for k += 2; slices.Contains(vague, d.text(k)); k++ {
		}
	case "soon":
		return e, false
	default:
		return e, false
	}
	if units[d.text(k)] == "" || !strings.HasSuffix(d.text(k), "s") {
		return e, false
	}
	return dateExpression{to: k + 1, kind: comingUnits, date: "[" + d.day.Format(time.DateOnly) + "..]", future: true}, true
}

var vague = []string{"several", "few", "a", "couple", "of", "many"}

// onWeekday finds “Monday”, “last Friday”, “Thursday night”.
func (d *dater) onWeekday(i, from int) (e dateExpression, ok bool) {
	which, k := d.which(i)
	day, ok := d.weekdays[d.bare(k)]
	if !ok || d.day.IsZero() || strings.HasSuffix(d.text(k), "days") || slices.Contains(others, d.lower(i-1)) {
		return e, false
	}
	e = dateExpression{to: k + 1, kind: weekday}
	if slices.Contains(dayParts, d.text(k+1)) {
		e.to++
	}
	back := (int(d.day.Weekday()) - day + 7) % 7 // days since
	shift := -back
	switch {
	case which == "last":
		e.kind = lastWeekday
		if back == 0 {
			shift = -7
		}
	case which == "next":
		e.kind, shift = nextWeekday, 7-back
		e.others = []string{d.day.AddDate(0, 0, shift+7).Format(time.DateOnly)} // or that of next week
	case which == "this", back > 0 && d.isFuture(i, from):
		shift = (7 - back) % 7
	}
	e.date = d.day.AddDate(0, 0, shift).Format(time.DateOnly)
	return e, true
}

// others are the words before a day of the week that mean another than the nearest, or
// several.
var others = []string{"each", "every", "previous", "following", "coming"}

// which returns "last", "this" or "next" at token i, if it is one of them, and the
// token after it.
func (d *dater) which(i int) (which string, next int) {
	if _, ok := shifts[d.lower(i)]; ok {
		return d.lower(i), i + 1
	}
	return "", i
}

// bare returns the word at token i without a genitive.
func (d *dater) bare(i int) string {
	return strings.TrimSuffix(strings.TrimSuffix(d.text(i), "’s"), "'s")
}

// isFuture reports whether the words before token i say that something is yet to come,
// and no word for what was said stands between.
func (d *dater) isFuture(i, from int) bool {
	const most = 15 // tokens
	if before := d.lower(i - 1); before == "until" || before == "by" || before == "till" {
		return true
	}
	for k := i - 1; k >= max(from, i-most, 0); k-- {
		t := &d.w[k]
		v, reports := d.verbs[t.text]
		switch {
		case d.isPlanned(k, from), d.is(t, modal) && d.is(t, future), strings.HasSuffix(t.text, "’ll"), strings.HasSuffix(t.text, "'ll"):
			return true
		case reports && v.form == past, t.text == ";", t.kind == opens, t.kind == closes:
			return false
		}
	}
	return false
}

// isPlanned reports whether token k is "to" before a verb or "for", after a word such as
// planned, or "to" after a form of “be”.
func (d *dater) isPlanned(k, from int) bool {
	if k == from || !d.is(&d.w[k-1], future|be) {
		return false
	}
	return d.w[k].text == "to" && d.isInfinitive(k) || d.w[k].text == "for" && !d.be(k-1)
}

// isInfinitive reports whether “to” at token k stands before a verb and not a noun.
func (d *dater) isInfinitive(k int) bool {
	t := d.text(k + 1)
	return t != "" && !isCapital(t) && d.words[t]&(determiner|possessive) == 0
}

// be reports whether token k is a form of “be”.
func (d *dater) be(k int) bool { return d.words[d.lower(k)]&be != 0 }

// inMonth finds months without a year: “in October”, “last June”, “June last year”.
func (d *dater) inMonth(i, from int) (e dateExpression, ok bool) {
	which, k := d.which(i)
	month := d.month(k)
	if month == 0 || d.day.IsZero() || which == "" && !slices.Contains(datePrepositions, d.lower(i-1)) {
		return e, false
	}
	year, now := d.day.Year(), int(d.day.Month())
	e = dateExpression{to: k + 1, kind: bareMonth}
	if shift, ok := shifts[d.text(k+1)]; ok && units[d.text(k+2)] == "year" && which == "" {
		e.to, which, year = k+3, "this", year+shift
	}
	if which == "" {
		which = "last"
		if d.isFuture(i, from) {
			which = "next"
		}
		if month == now {
			which = "this"
		}
	}
	switch {
	case which == "last" && month >= now:
		year--
	case which == "next" && month <= now:
		year++
	}
	e.date = fmt.Sprintf("%04d-%02d", year, month)
	return e, true
}

// datePrepositions are the words before a month or a year that is a date.
var datePrepositions = []string{"in", "since", "by", "until", "from", "during", "of",
	"through", "before", "after", "till", "late", "early", "mid"}

// inQuarter finds “the third quarter of 2024” and “last summer”.
func (d *dater) inQuarter(i, from int) (e dateExpression, ok bool) {
	ordinal, hyphen := strings.CutSuffix(d.lower(i), "-quarter")
	n, k := ordinals[ordinal], i+1
	if !hyphen {
		if d.text(k) != "quarter" {
			n = 0
		}
		k++
	}
	before := d.lower(i - 1)
	if strings.HasPrefix(before, "year-") || isPossessive(before) || yearNumber(before) > 0 || before == "quarter" || before == "fiscal" {
		n = 0 // of a year that is said before
	}
	if n > 0 {
		year, next := d.ofYear(k)
		if year == 0 {
			if d.day.IsZero() {
				return e, false
			}
			year, next = d.day.Year(), k
			if current := (int(d.day.Month()) + 2) / 3; n > current && !d.isFuture(i, from) {
				year--
			}
		}
		return dateExpression{to: next, kind: quarter, date: quarterOf(year, n)}, true
	}
	return d.inSeason(i)
}

var ordinals = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4}

// ofYear returns the year that follows at token i, with or without "of" and "in", and
// the token after it; 0 if there is none.
func (d *dater) ofYear(i int) (year, next int) {
	if d.text(i) == "of" || d.text(i) == "in" || d.text(i) == "," {
		i++
	}
	return yearNumber(d.text(i)), i + 1
}

// inSeason finds “last summer” and “the spring of 2024”.
func (d *dater) inSeason(i int) (e dateExpression, ok bool) {
	which := d.lower(i)
	if code := d.seasons[which]; code > 0 {
		if year, next := d.ofYear(i + 1); year > 0 && d.text(i+1) != "," {
			return dateExpression{to: next, kind: season, date: fmt.Sprintf("%04d-%d", year, code)}, true
		}
	}
	code := d.seasons[d.lower(i+1)]
	if code == 0 || d.day.IsZero() || which != "last" && which != "this" && which != "next" {
		return e, false
	}
	const firstSeason, monthsEach = 21, 3
	year, begins := d.day.Year(), (code-firstSeason)*monthsEach+3 // the month in which it begins
	switch now := int(d.day.Month()); {
	case which == "last" && now < begins+monthsEach:
		year--
	case which == "next" && now >= begins:
		year++
	}
	return dateExpression{to: i + 2, kind: season, date: fmt.Sprintf("%04d-%d", year, code), future: which == "next"}, true
}

// inYear finds “in 2024” and “the 1990s”.
func (d *dater) inYear(i, _ int) (e dateExpression, ok bool) {
	w, before := d.text(i), d.lower(i-1)
	if len(w) == len("1990s") && strings.HasSuffix(w, "0s") && yearNumber(w[:4]) > 0 {
		return dateExpression{to: i + 1, kind: decade, date: w[:3] + "X"}, true
	}
	next := d.text(i + 1)
	if yearNumber(w) == 0 || len(w) != 4 || !slices.Contains(datePrepositions, before) && !slices.Contains(rangePrepositions, before) || isCapital(next) && d.words[next] == 0 {
		return e, false
	}
	return dateExpression{to: i + 1, kind: bareYear, date: w}, true
}

var rangePrepositions = []string{"to", "between", "and", "for"}
