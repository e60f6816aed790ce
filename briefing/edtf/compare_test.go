package edtf_test

import (
	"slices"
	"testing"

	"sitrep/briefing/edtf"
)

// Each date is before the next one.
func TestCompareOrders(t *testing.T) {
	ordered := []string{
		"-0043-03-15",
		"-0042",
		"0000",
		"198X",
		"2024-01-01", // the same start: the earlier end first
		"2024-01",
		"2024-33",
		"2024-40",
		"2024",
		"2024-01/2025",
		"2024-01/..",     // no end comes after every end
		"2024/..",        // the same bounds: the finer precision first
		"[..2024-02-29]", // by its only bound
		"2024-03-01T00:00:00Z",
		"2024-03-01T00:00Z",
		"2024-03-01",
		"2024-03-01/2024-03-05",
		"2024-03",
		"2024-03-01T08:00+02:00", // 06:00 UTC
		"2024-03-01T07:00Z",
		"[2024-03-02,2024-03-05]",
		"2024-10-31T23:00Z",
		"[..2024-10-31]", // after what is dated to that day
		"../2024-12",
		"2025",
		"XXXX-12-25",
	}
	for i, first := range ordered {
		for j, second := range ordered {
			want := 0
			switch {
			case i < j:
				want = -1
			case i > j:
				want = 1
			}
			if got := parse(t, first).Compare(parse(t, second)); got != want {
				t.Errorf("%q compared with %q is %d, want %d", first, second, got, want)
			}
		}
	}
}

func TestCompareTies(t *testing.T) {
	for _, pair := range [][2]string{
		{"2024-06", "2024-06~"},
		{"2024/..", "2024/"},
		{"2024-10-28T18:00Z", "2024-10-28T20:00+02:00"},
		{"[..2024]", "../2024"},
	} {
		if got := parse(t, pair[0]).Compare(parse(t, pair[1])); got != 0 {
			t.Errorf("%q compared with %q is %d, want the same place", pair[0], pair[1], got)
		}
	}
}

func TestComparePutsNoDateLast(t *testing.T) {
	none := edtf.Date{}
	if got := none.Compare(edtf.Date{}); got != 0 {
		t.Errorf("no date compared with no date is %d", got)
	}
	for _, text := range everyValid() {
		d := parse(t, text)
		if d.Compare(none) != -1 || none.Compare(d) != 1 {
			t.Errorf("%q is not before no date", text)
		}
	}
}

// Compare must be an order whatever it is given, or sorting goes astray.
func TestCompareIsAnOrder(t *testing.T) {
	dates := []edtf.Date{{}}
	for _, text := range everyValid() {
		dates = append(dates, parse(t, text))
	}
	for _, a := range dates {
		for _, b := range dates {
			ab := a.Compare(b)
			if ba := b.Compare(a); ab != -ba {
				t.Errorf("%q with %q is %d, the other way round %d", a, b, ab, ba)
			}
			for _, c := range dates {
				if ab <= 0 && b.Compare(c) <= 0 && a.Compare(c) > 0 {
					t.Errorf("%q is before %q, that before %q, but not the first before the last", a, b, c)
				}
			}
		}
	}
	slices.SortStableFunc(dates, edtf.Date.Compare)
	if !slices.IsSortedFunc(dates, edtf.Date.Compare) {
		t.Error("sorted dates are not in order")
	}
}
