package edtf_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"sitrep/briefing/edtf"
)

func FuzzParse(f *testing.F) {
	for _, text := range everyValid() {
		f.Add(text)
	}
	for _, text := range []string{"", "2024-13", "X900-02-29", "[2024..,2025]", "2024\x1b[2J", "../..", "-0000", "2024-10-28T23:59:60"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := edtf.Parse(text)
		if err != nil {
			mustBeClean(t, "the error for", text, err.Error())
			_, _ = edtf.Parse(strings.Map(printable, text))
			return
		}
		if again, err := edtf.Parse(d.String()); err != nil || again != d || d.String() != text {
			t.Fatalf("%q comes back as %q: %v", text, again, err)
		}
		if strings.Map(printable, text) != text {
			t.Fatalf("%q is a date with a character that cannot be shown", text)
		}
		earliest, latest, hasEarliest, hasLatest := d.Bounds()
		if hasEarliest && hasLatest && earliest.After(latest) {
			t.Fatalf("%q begins %v and ends %v", text, earliest, latest)
		}
		mustAgree(t, d)
		mustBeClean(t, "the words of", text, d.Words())
		mustBeClean(t, "the short form of", text, d.Short())
	})
}

// mustAgree holds what else a date says of its ends against its bounds.
func mustAgree(t *testing.T, d edtf.Date) {
	t.Helper()
	earliest, latest, hasEarliest, hasLatest := d.Bounds()
	first, begins := d.Earliest()
	last, ends := d.Latest()
	if begins != hasEarliest || ends != hasLatest || !first.At.Equal(earliest) || !last.At.Equal(latest) {
		t.Fatalf("%q has the bounds %v and %v, and also %+v and %+v", d, earliest, latest, first, last)
	}
	if finest := max(first.Precision, last.Precision); begins && ends && d.Precision() > finest {
		t.Fatalf("%q is of precision %v, its ends of %v at most", d, d.Precision(), finest)
	}
	if d.After(d) {
		t.Fatalf("%q is after itself", d)
	}
	if clock := d.Clock(); clock != "" {
		mustBeClean(t, "the clock of", d.String(), clock)
	} else if first.Precision >= edtf.Minute || last.Precision >= edtf.Minute {
		t.Fatalf("%q has a time that Clock doesn't say", d)
	}
}

func mustBeClean(t *testing.T, what, text, said string) {
	t.Helper()
	if said == "" || !utf8.ValidString(said) || strings.Map(printable, said) != said {
		t.Fatalf("%s %q: %q", what, text, said)
	}
}

func printable(r rune) rune {
	if r == utf8.RuneError || !unicode.IsPrint(r) {
		return -1
	}
	return r
}
