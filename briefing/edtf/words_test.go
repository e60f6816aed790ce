package edtf_test

import "testing"

func TestWordsOfSingleDates(t *testing.T) {
	check(t, [][2]string{
		{"2024-06-11", "11 June 2024"},
		{"2024-06", "June 2024"},
		{"2024", "2024"},
		{"0044-03-15", "15 March 0044"},
		{"-0043", "year -0043"},
		{"-0043-03-15", "15 March -0043"},

		{"2024-10-28T18:00Z", "28 October 2024, 18:00 UTC"},
		{"2024-10-28T18:00", "28 October 2024, 18:00"},
		{"2024-10-28T00:00Z", "28 October 2024, 00:00 UTC"},
		{"2024-10-28T18:00:00Z", "28 October 2024, 18:00 UTC"},
		{"2024-10-28T18:00:07Z", "28 October 2024, 18:00:07 UTC"},
		{"2024-10-28T18:00:00.5Z", "28 October 2024, 18:00:00 UTC"},
		{"2024-10-28T18:00+02:00", "28 October 2024, 18:00 UTC+02:00"},
		{"2024-10-28T18:00-05:30", "28 October 2024, 18:00 UTC-05:30"},
		{"2024-10-28T18:00-04", "28 October 2024, 18:00 UTC-04:00"},
		{"2024-10-28T18:00-00:00", "28 October 2024, 18:00 UTC"},

		{"2024-21", "spring 2024"},
		{"2024-23", "autumn 2024"},
		{"2024-24", "winter 2024–25"},
		{"1999-24", "winter 1999–2000"},
		{"2008-24", "winter 2008–09"},
		{"-0043-24", "winter -0043"},
		{"2024-26", "summer 2024 (northern hemisphere)"},
		{"2024-28", "winter 2024–25 (northern hemisphere)"},
		{"2024-30", "summer 2024–25 (southern hemisphere)"},
		{"2024-32", "winter 2024 (southern hemisphere)"},
		{"2024-34", "second quarter of 2024"},
		{"2024-36", "fourth quarter of 2024"},
		{"2024-37", "first third of 2024"},
		{"2024-39", "last third of 2024"},
		{"2024-40", "first half of 2024"},
		{"2024-41", "second half of 2024"},
	})
}

func TestWordsOfQualifiedDates(t *testing.T) {
	check(t, [][2]string{
		{"2024-06-11~", "about 11 June 2024"},
		{"2024-06-11?", "possibly 11 June 2024"},
		{"2024-06-11%", "about 11 June 2024, uncertain"},
		{"2024?", "possibly 2024"},
		{"2024%", "about 2024, uncertain"},
		{"2024-21~", "about spring 2024"},
		{"2024-34~", "about the second quarter of 2024"},
		{"198X~", "some year from 1980 to 1989, approximate"},
		{"198X?", "some year from 1980 to 1989, uncertain"},
		{"2024-06-XX~", "some day in June 2024, approximate"},
		{"2024-06-XX?", "some day in June 2024, uncertain"},
		{"XXXX-06-11%", "11 June, year not known, approximate and uncertain"},

		{"~2024-~06-~11", "about 11 June 2024"},
		{"2024-06-~11", "June 2024, about the 11th"},
		{"2024-06-~22", "June 2024, about the 22nd"},
		{"2024-06-~03", "June 2024, about the 3rd"},
		{"2024-06-~01", "June 2024, about the 1st"},
		{"2024-06-~13", "June 2024, about the 13th"},
		{"2004-06~-11", "11 June 2004 (year and month approximate)"},
		{"2004?-06-11", "11 June 2004 (year uncertain)"},
		{"?2004-06-~11", "11 June 2004 (day approximate, year uncertain)"},
		{"2004-%06-11", "11 June 2004 (month approximate and uncertain)"},
		{"2004?-06~-11", "11 June 2004 (month approximate, year approximate and uncertain)"},
		{"?2001-21", "spring 2001 (year uncertain)"},
		{"2001-~21", "spring 2001 (season approximate)"},
		{"2001-~34", "second quarter of 2001 (quarter approximate)"},
	})
}

func TestWordsOfUnspecifiedDigits(t *testing.T) {
	check(t, [][2]string{
		{"201X", "some year from 2010 to 2019"},
		{"198X", "some year from 1980 to 1989"},
		{"190X", "some year from 1900 to 1909"},
		{"20XX", "some year from 2000 to 2099"},
		{"1XXX", "some year from 1000 to 1999"},
		{"-198X", "some year from -1989 to -1980"},
		{"-000X", "some year from -0009 to -0001"},
		{"XXXX", "year not known"},
		{"1X99", "a year of the form 1X99"},

		{"2024-XX", "some month in 2024"},
		{"2024-XX-XX", "some day in 2024"},
		{"2024-06-XX", "some day in June 2024"},
		{"2024-06-1X", "some day from 10 to 19 June 2024"},
		{"2023-02-2X", "some day from 20 to 28 February 2023"},
		{"2024-05-3X", "30 or 31 May 2024"},
		{"2024-06-3X", "30 June 2024"},
		{"2024-06-X5", "5, 15 or 25 June 2024"},
		{"2024-XX-25", "the 25th of some month in 2024"},
		{"2024-XX-3X", "the 30th or 31st of some month in 2024"},
		{"2024-1X", "some month from October to December 2024"},
		{"2024-1X-XX", "some day from October to December 2024"},
		{"2024-X2", "February or December 2024"},
		{"2024-X2-XX", "some day in February or December 2024"},
		{"2024-X2-25", "the 25th of February or December 2024"},
		{"2024-X2-1X", "the 10th to 19th of February or December 2024"},

		{"156X-12-25", "25 December, some year in the 1560s"},
		{"15XX-12-XX", "some day in December, some year from 1500 to 1599"},
		{"156X-XX", "some month in the 1560s"},
		{"1XXX-XX", "some month in the years 1000–1999"},
		{"XXXX-12", "December, year not known"},
		{"XXXX-12-25", "25 December, year not known"},
		{"XXXX-12-XX", "some day in December, year not known"},
		{"XXXX-XX-XX", "some day, year not known"},
		{"1X99-12", "December, a year of the form 1X99"},
		{"198X-21", "spring, some year in the 1980s"},
		{"198X-34", "second quarter, some year in the 1980s"},
	})
}

func TestWordsOfIntervals(t *testing.T) {
	check(t, [][2]string{
		{"2024-10-22/2024-10-24", "22–24 October 2024"},
		{"2024-10-28/2024-11-03", "28 October – 3 November 2024"},
		{"2023-12-28/2024-01-03", "28 December 2023 – 3 January 2024"},
		{"2024-10-28/2024-10-28", "28 October 2024"},
		{"2024-10/2024-12", "October–December 2024"},
		{"2023-10/2024-03", "October 2023 – March 2024"},
		{"2020/2024", "2020–2024"},
		{"2024/2024", "2024"},
		{"2024-10-28T18:00Z/2024-10-28T19:30Z", "28 October 2024, 18:00–19:30 UTC"},
		{"2024-10-28T18:00Z/2024-10-28T18:00Z", "28 October 2024, 18:00 UTC"},
		{"2024-10-28T18:00/2024-10-29T02:00", "from 28 October 2024, 18:00 until 29 October 2024, 02:00"},
		{"2024-10-28T18:00Z/2024-10-28T21:30+02:00", "from 28 October 2024, 18:00 UTC until 28 October 2024, 21:30 UTC+02:00"},

		{"2024-04/..", "since April 2024"},
		{"2024-04~/..", "since about April 2024"},
		{"2024-34/..", "since the second quarter of 2024"},
		{"2024-04/", "from April 2024, end not known"},
		{"../2024-04", "until April 2024"},
		{"/2024-04", "until April 2024, start not known"},
		{"2004-02-01/2005", "from 1 February 2004 until 2005"},
		{"2024-33/2024-35", "from the first quarter of 2024 until the third quarter of 2024"},
		{"1984?/2004%", "from possibly 1984 until about 2004 (uncertain)"},
		{"1984%/2004~", "from about 1984 (uncertain) until about 2004"},
		{"2004-06-~01/2004-06-~20", "from 1 June 2004 (day approximate) until 20 June 2004 (day approximate)"},
		{"2004-06-XX/2004-07-03", "from some day in June 2004 until 3 July 2004"},
		{"198X/199X", "from some year in the 1980s until some year in the 1990s"},
		{"19XX/..", "since some year in the years 1900–1999"},
		{"-0043/-0040", "from year -0043 until year -0040"},
	})
}

func TestWordsOfSets(t *testing.T) {
	check(t, [][2]string{
		{"[..2024-10-31]", "by 31 October 2024"},
		{"[..2024-10-31~]", "by about 31 October 2024"},
		{"[..2024-34]", "by the second quarter of 2024"},
		{"[2024-10-31..]", "31 October 2024 or later"},
		{"[2024]", "2024"},
		{"[2024%]", "about 2024, uncertain"},
		{"[2024-05-02,2024-05-05]", "one of 2 May 2024, 5 May 2024"},
		{"[1667,1668,1670..1672]", "one of 1667, 1668, 1670–1672"},
		{"[2024-06-10..2024-06-12]", "one of 10–12 June 2024"},
		{"[1760-01,1760-02,1760-12..]", "one of January 1760, February 1760, December 1760 or later"},
		{"[..1667,1670]", "one of 1667 or earlier, 1670"},
		{"[2024-33..2024-35]", "one of the first quarter of 2024 to the third quarter of 2024"},
		{"{..1984}", "1984 and earlier"},
		{"{1984..}", "1984 and later"},
		{"{1670..1672}", "all of 1670–1672"},
		{"{1960,1961-12}", "all of 1960, December 1961"},
		{"{1960%,1961?}", "all of about 1960 (uncertain), possibly 1961"},
	})
}

func check(t *testing.T, pairs [][2]string) {
	t.Helper()
	for _, pair := range pairs {
		if got := parse(t, pair[0]).Words(); got != pair[1] {
			t.Errorf("%q in words\n got %s\nwant %s", pair[0], got, pair[1])
		}
	}
}
