package importer

import "testing"

func TestParseDate(t *testing.T) {
	t.Setenv("TZ", "America/New_York")
	for in, want := range map[string]string{
		"Thu, 26 Nov 2026 10:00:00 GMT":         "2026-11-26T10:00:00Z",
		"Thu, 26 Nov 2026 10:00:00 Z":           "2026-11-26T10:00:00Z",
		"Thu, 26 Nov 2026 10:00:00 +0530":       "2026-11-26T10:00:00+05:30",
		"Thu, 26 Nov 2026 10:00:00 EST":         "2026-11-26T10:00:00-05:00",
		"Thu, 26 Nov 26 10:00 PDT":              "2026-11-26T10:00:00-07:00",
		"26 Jul 2026 10:00:00 cest":             "2026-07-26T10:00:00+02:00",
		"Thu, 26 Nov 2026 10:00:00 IST":         "2026-11-26T10:00:00", // India, Ireland or Israel
		"Thu, 26 Nov 2026 10:00:00 BST":         "2026-11-26T10:00:00",
		"2026-11-26T10:00:00 +01:00":            "2026-11-26T10:00:00+01:00",
		"Thursday, November 26, 2026":           "2026-11-26",
		"Tue, 24 Nov 2026 09:58:12 +0300 (MSK)": "2026-11-24T09:58:12+03:00",
		"Thu, 31 Nov 2026 10:00:00 EST":         "",
		"11/26/2026":                            "",
		"EST":                                   "",
	} {
		if d, ok := parseDate(in); d.String() != want || ok != (want != "") {
			t.Errorf("%q: %q, not %q", in, d, want)
		}
	}
}
