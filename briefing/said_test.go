package briefing

import (
	"testing"

	"sitrep/briefing/edtf"
)

func TestSaidBy(t *testing.T) {
	published := func(day string) Publication {
		d, err := edtf.Parse(day)
		if err != nil {
			t.Fatal(err)
		}
		return Publication{Published: d}
	}
	x := NewIndex(&Briefing{Sources: []Source{
		{ID: "late", Publication: published("2024-06-12")},
		{ID: "early", Publication: published("2024-06-11")},
		{ID: "undated"},
	}})
	for _, c := range []struct {
		name string
		p    Position
		want string
	}{
		{"the first of its sources", Position{Evidence: []Evidence{{Source: "late"}, {Source: "undated"}, {Source: "early"}}}, "2024-06-11"},
		{"a date of its own", Position{Said: published("2024-05").Published, Evidence: []Evidence{{Source: "late"}}}, ""},
		{"no source with a date", Position{Evidence: []Evidence{{Source: "undated"}, {Source: "nothing"}}}, ""},
	} {
		if got := x.SaidBy(&c.p).String(); got != c.want {
			t.Errorf("%s: %q, not %q", c.name, got, c.want)
		}
	}
}
