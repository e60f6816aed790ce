package edtf_test

import (
	"errors"
	"strings"
	"testing"

	"sitrep/briefing/edtf"
)

// What an author may get wrong, and the message for it.
var mistakes = []struct{ text, want string }{
	{"", "character 1: an empty date; expected YYYY, YYYY-MM, YYYY-MM-DD or an interval of them"},
	{"2024-13", "character 6: there is no month 13; expected 01 to 12, or 21 to 41 for a season, quarter, third or half"},
	{"2024-2X", "character 6: no month has these digits; expected 01 to 12, or 21 to 41 for a season, quarter, third or half"},
	{"2023-02-29", "character 9: February 2023 has no day 29; expected a day that the calendar has"},
	{"-0043-02-30", "character 10: February -0043 has no day 30; expected a day that the calendar has"},
	{"2023-02-00", "character 9: there is no day 00; expected a day that the calendar has"},
	{"2023-02-3X", "character 9: no day has these digits; expected a day that the calendar has"},
	{"2024/X900-02-29", "character 6: no year has this day; expected a day that the calendar has"},
	{"2024-34-05", "character 8: a season, quarter, third or half has no day; expected a month from 01 to 12 before a day"},
	{"-0000", "character 2: there is no year -0000; expected 0000, or -0001 for the year before it"},
	{"2024-1-05", "character 7: '-' does not belong here; expected a month of 2 digits"},
	{"2024-1", "character 7: the date ends too soon; expected a month of 2 digits"},
	{"20241028", "character 5: a year of more than 4 digits; expected YYYY, YYYY-MM or YYYY-MM-DD"},
	{"2024-302", "character 8: a month of more than 2 digits; expected YYYY, YYYY-MM or YYYY-MM-DD"},
	{"201u", "character 4: a small letter for an unspecified digit; expected a capital X"},
	{"2024-10-28 18:00", "character 11: a space; expected no spaces, and a T before a time"},
	{"[2024, 2025]", "character 7: a space; expected a year of 4 digits, and no spaces"},
	{"2024-10-28t18:00", "character 11: a small t or z; expected capital letters: 2024-10-28T18:00Z"},
	{"1950S2", "character 5: significant digits, which are not supported; expected the end of the date"},
	{"Y170000002", "character 1: a year of more than four digits, which is not supported; expected a year from -9999 to 9999"},
	{"yesterday", "character 1: a word; expected a year of 4 digits"},
	{"Sunday", "character 1: a word; expected a year of 4 digits"},
	{"unknown", "character 1: a word; expected a year of 4 digits"},
	{"12th June", "character 3: a word; expected a year of 4 digits"},
	{"20xx", "character 3: a small letter for an unspecified digit; expected a capital X"},
	{"2024?~", "character 6: a second qualifier; expected one of ? ~ %, where % is both together"},
	{"2024/10/28", "character 8: a slash; expected one start and one end at most; a day is written 2024-10-28"},
	{"2024-10-28T18", "character 14: the date ends too soon; expected a colon and the minutes"},
	{"2024-10-28T25:00", "character 12: 25 for the hours; expected 00 to 23"},
	{"2024-10T18:00", "character 8: a time on a date that is not a whole day; expected year, month and day before a time"},
	{"2024-10-28~T18:00", "character 12: a time on a qualified date; expected a time without ? ~ %, or an interval of times"},
	{"2024-10-28T18:00?", "character 17: a qualified time; expected a time without ? ~ %, or an interval of times"},
	{"2024-10-28T18:00:60Z", "character 12: second 60 at a time that has no leap second; expected seconds from 00 to 59"},
	{"2024-10-28T18:00:00.Z", "character 21: a fraction of 0 digits; expected 1 to 9 digits after the point"},
	{"2024-10-28/2024-10-22", "character 12: the end is before the start; expected the earlier date first (without a zone, UTC counts)"},
	{"2024/open", "character 6: a word; expected a date, .. for an open end, or nothing for an unknown one"},
	{"../..", "character 4: an interval without a date; expected a date at one end at least"},
	{"..2024", "character 3: an open start without a slash; expected ../DATE, or [..DATE] for a date or earlier"},
	{".2024", "character 1: a single point; expected .. for an open start"},
	{"[2024/2025]", "character 6: an interval inside a set; expected FIRST..LAST for a range of members"},
	{"[2024..2025-03]", "character 8: a range from one unit to another; expected both ends as days, as months or as years"},
	{"[2024..,2025]", "character 8: .. in the middle of a set; expected an open end as the last of the set"},
	{"{2024,..2025}", "character 9: an open start in the middle of a set; expected ..DATE as the first of the set"},
	{"{2024", "character 6: the date ends too soon; expected a comma, .. or }"},
	{"2024\x1b[31m", "character 5: a character that no date has; expected plain ASCII; the end of the date"},
	{"2024\x00", "character 5: a character that no date has; expected plain ASCII; the end of the date"},
}

func TestSyntaxErrorSaysWhatAndWhere(t *testing.T) {
	for _, tt := range mistakes {
		_, err := edtf.Parse(tt.text)
		var syntax *edtf.SyntaxError
		if !errors.As(err, &syntax) {
			t.Errorf("Parse(%q): %v, want a *SyntaxError", tt.text, err)
			continue
		}
		if got := strings.TrimPrefix(err.Error(), "parse date: "); got != tt.want {
			t.Errorf("Parse(%q)\n got %s\nwant %s", tt.text, got, tt.want)
		}
		if syntax.Offset > len(tt.text) {
			t.Errorf("Parse(%q): offset %d is outside the text", tt.text, syntax.Offset)
		}
	}
}
