package importer

import (
	"fmt"
	"strconv"
	"strings"

	"sitrep/briefing/edtf"
)

// cslDate reads a date of CSL-JSON: an EDTF text, numbers, a season, or words.
func (r *references) cslDate(o object, name string) edtf.Date {
	if s := o.text(name); s != "" {
		return r.date(s)
	}
	d := o.object(name)
	parts := d.list("date-parts")
	var ends []string
	for _, part := range parts {
		if part, ok := part.([]any); ok {
			if end := cslPoint(part, d); end != "" {
				ends = append(ends, end)
			}
		}
	}
	text := strings.Join(ends, "/")
	circa := d.text("circa")
	if circa != "" && circa != "false" && circa != "0" && len(ends) == 1 {
		text += "~"
	}
	words := d.firstText("raw", "literal")
	if text == "" {
		text = words
	}
	r.loseRest("date", d)
	return r.date(text)
}

// cslPoint returns year, month and day in EDTF. A month above 12 is a season.
// The year -1 is the one before 1, which is 0 in ISO 8601.
func cslPoint(parts []any, d object) string {
	const most = 3
	numbers := make([]int, 0, most)
	for _, part := range parts {
		s, _ := part.(string)
		n, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil || n == 0 || len(numbers) == most {
			break
		}
		numbers = append(numbers, n)
	}
	if len(numbers) == 0 {
		return ""
	}
	year, sign := numbers[0], ""
	if year < 0 {
		if year++; year < 0 {
			year, sign = -year, "-"
		}
	}
	out := fmt.Sprintf("%s%04d", sign, year)
	season := d.text("season")
	switch {
	case len(numbers) > 1:
		out += fmt.Sprintf("-%02d", seasonCode(numbers[1]))
		for _, day := range numbers[2:] {
			out += fmt.Sprintf("-%02d", day)
		}
	case season != "":
		if n, ok := cslSeasons[strings.ToLower(season)]; ok {
			out += "-" + strconv.Itoa(n)
		} else {
			d["season"] = season
		}
	}
	return out
}

// seasonCode returns the EDTF code of a season written as a month, which CSL
// 1.0 numbers from 13 and later versions from 21.
func seasonCode(n int) int {
	const first, last, edtfFirst = 13, 16, 21
	if n >= first && n <= last {
		return n - first + edtfFirst
	}
	return n
}

// cslSeasons maps the seasons of CSL to EDTF codes.
var cslSeasons = map[string]int{
	"1": 21, "2": 22, "3": 23, "4": 24, "spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24,
}
