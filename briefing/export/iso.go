package export

import (
	"strings"

	"sitrep/briefing/edtf"
)

// isoDates is the part of a date that ISO 8601 (part 1) can express: its start
// and, for an interval, its end, each as precise as the date itself. It leaves
// out qualifiers, sets, seasons, open ends and unspecified digits.
type isoDates struct {
	start, end string
	whole      bool // nothing but qualifiers is left out
}

func isoDatesOf(d edtf.Date) isoDates {
	text := d.String()
	if text == "" || text[0] == '[' || text[0] == '{' {
		return isoDates{}
	}
	from, to, interval := strings.Cut(text, "/")
	var out isoDates
	out.start, out.whole = isoPoint(from)
	if interval {
		whole := false
		out.end, whole = isoPoint(to)
		out.whole = out.whole && whole
	}
	return out
}

// isoPoint reduces a single date to what ISO 8601 can express. A year with an
// unspecified digit becomes "", a season its year.
func isoPoint(text string) (iso string, whole bool) {
	const year, month, day = len("2006"), len("2006-01"), len("2006-01-02")
	text = strings.Map(func(r rune) rune {
		if strings.ContainsRune("?~%", r) {
			return -1
		}
		return r
	}, text)
	sign := ""
	if strings.HasPrefix(text, "-") {
		sign, text = "-", text[1:]
	}
	known := len(text)
	if at := strings.IndexByte(text, 'X'); at >= 0 {
		known = at
	}
	switch {
	case known < year:
		return "", false
	case known < month || text[year:month] > "-12":
		return sign + text[:year], len(text) == year
	case known < day:
		return sign + text[:month], len(text) == month
	}
	return sign + text, true
}
