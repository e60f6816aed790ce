package edtf_test

import (
	"testing"
	"unicode/utf8"
)

var inShort = []struct{ text, want string }{
	{"2024-10-28", "28 Oct 2024"},
	{"2024-05-02", "2 May 2024"},
	{"2024-10", "Oct 2024"},
	{"2024", "2024"},
	{"-0043-03", "Mar -0043"},
	{"2024-10-28T18:00Z", "28 Oct 2024"},
	{"2024-10-28~", "~28 Oct 2024"},
	{"2024-10-28?", "28 Oct 2024?"},
	{"2024-10-28%", "~28 Oct 2024?"},
	{"2024-10-~28", "~28 Oct 2024"},
	{"2024-21", "spring 2024"},
	{"2024-24", "winter 2024"},
	{"2024-25", "N spr 2024"},
	{"2024-32", "S win 2024"},
	{"2024-34", "Q2 2024"},
	{"2024-37", "Jan–Apr 2024"},
	{"2024-40", "H1 2024"},
	{"198X-34", "Q2 198?"},

	{"198X", "198?"},
	{"190X", "190?"},
	{"19XX", "19??"},
	{"-198X", "-198?"},
	{"1X99", "1?99"},
	{"XXXX", "????"},
	{"2024-XX", "??? 2024"},
	{"2024-XX-XX", "?? ??? 2024"},
	{"2024-10-XX", "?? Oct 2024"},
	{"2024-10-1X", "1? Oct 2024"},
	{"2024-10-X5", "?5 Oct 2024"},
	{"2024-X5", "May 2024"},
	{"156X-12-25", "25 Dec 156?"},
	{"XXXX-12-05", "5 Dec ????"},

	{"2024-10-28/..", "since 28 Oct 2024"},
	{"2024-04~/..", "since ~Apr 2024"},
	{"2024-10-28/", "28 Oct 2024–?"},
	{"../2024-10", "until Oct 2024"},
	{"/2024-10", "?–Oct 2024"},
	{"2024-10-22/2024-10-24", "22–24 Oct 2024"},
	{"2024-10-28/2024-11-03", "28 Oct–3 Nov 2024"},
	{"2023-12-28/2024-01-03", "28 Dec 2023–3 Jan 2024"},
	{"2024-10/2024-12", "Oct–Dec 2024"},
	{"2020/2024", "2020–2024"},
	{"2020~/2024", "~2020–2024"},
	{"2024-33/2024-35", "Q1 2024–Q3 2024"},
	{"2024-10-28T18:00Z/2024-10-28T19:30Z", "28 Oct 2024"},
	{"2024-10-28T18:00Z/2024-10-29T02:00Z", "28–29 Oct 2024"},

	{"[..2024-10-31]", "by 31 Oct 2024"},
	{"[2024-10-31..]", "31 Oct 2024+"},
	{"[2024]", "2024"},
	{"[2024-05-02,2024-05-05]", "2–5 May 2024?"},
	{"[2024-05-05,2024-05-02]", "2–5 May 2024?"},
	{"[2020,2024?]", "2020–2024?"},
	{"[1760-01,1760-12..]", "Jan 1760+"},
	{"[..1667,1670]", "by 1670"},
	{"[..1984,1990..]", "by 1984 or 1990+"},
	{"{2024-05-02,2024-05-05}", "2 May 2024 …"},
	{"{1670..1672}", "1670–1672"},
	{"{..1984}", "until 1984"},
	{"{1984..}", "1984+"},
}

func TestShort(t *testing.T) {
	for _, tt := range inShort {
		if got := parse(t, tt.text).Short(); got != tt.want {
			t.Errorf("%q in short is %q, want %q", tt.text, got, tt.want)
		}
	}
}

// Every character that Short writes is one cell wide.
func TestShortFits(t *testing.T) {
	const (
		single, oneSided, ranged = 12, 18, 26
		ends, marks              = 2, 2
	)
	longest := []string{"2024-37", "2024-37/..", "../2024-37", "2024-37/2024-39", "[2024-37..2024-39]", "2023-12-28/2024-12-28"}
	for _, text := range append(everyValid(), longest...) {
		d := parse(t, text)
		limit := ranged
		_, _, hasEarliest, hasLatest := d.Bounds()
		switch {
		case !d.IsInterval() && text[0] != '[' && text[0] != '{':
			limit = single
		case hasEarliest != hasLatest:
			limit = oneSided
		}
		if d.Uncertain() || d.Approximate() {
			limit += ends * marks
		}
		if got := d.Short(); utf8.RuneCountInString(got) > limit {
			t.Errorf("%q in short is %q, more than %d cells", text, got, limit)
		}
	}
}
