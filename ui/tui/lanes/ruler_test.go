package lanes

import (
	"math/rand/v2"
	"strings"
	"testing"

	"sitrep/briefing/axis"
)

// slotCells is the width of a slot in tests.
const slotCells = 2

// rulers returns one of each scale, without a cut-off, with one between two slots,
// and with one in the middle of a slot.
func rulers(t *testing.T) []ruler {
	var out []ruler
	for _, s := range scales {
		out = append(out, ruler{slot: s.slot, cells: slotCells},
			ruler{s.slot, axis.Cutoff{At: second(t, "2024-10-29"), Known: true}, slotCells},
			ruler{s.slot, axis.Cutoff{At: second(t, "2024-10-28 17:03:09"), Known: true}, slotCells})
	}
	return out
}

// TestSlotsFollowEachOther goes through moments around and far from the
// cut-off: each lies in its slot, slots follow without a gap, and none holds
// both past and future.
func TestSlotsFollowEachOther(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, r := range rulers(t) {
		around := second(t, "2024-10-29")
		for range 300 {
			at := around + random.Int64N(40*r.slot) - 20*r.slot
			slot := r.at(at)
			if start, next := r.start(slot), r.start(slot+1); at < start || at >= next {
				t.Fatalf("slot %d of %d s: %d is not from %d to %d", slot, r.slot, at, start, next)
			}
			if got := r.at(r.start(slot)); got != slot {
				t.Fatalf("slot %d of %d s begins in slot %d", slot, r.slot, got)
			}
			if r.cut.Known && (at >= r.cut.At) != (slot >= r.ahead()) {
				t.Fatalf("slot %d of %d s is on the wrong side of the cut-off", slot, r.slot)
			}
		}
	}
}

func TestLabels(t *testing.T) {
	tests := []struct {
		scale   string
		from    string
		periods string
		labels  string
	}{
		{"1 hour", "2024-10-27 17:00:00", "27 Oct 2024, 28 Oct 2024", "18:00, 00:00"},
		{"6 hours", "2024-10-27", "Oct 2024", "27, 28, 29"},
		{"1 day", "2024-10-26", "Oct 2024, Nov 2024", "27, 29, 1, 3, 5"},
		{"4 days", "2024-10-26", "Oct 2024, Nov 2024, Dec 2024", "1, 10, 20, 1, 10"},
		{"2 weeks", "2024-10-26", "2024, 2025", "Jan, Apr"},
		{"1 year", "2020-06-01", "", "2025, 2030"},
		{"10 years", "1950-06-01", "", "1950, 2000, 2050"},
	}
	const slots = 12
	for _, test := range tests {
		r := ruler{cells: slotCells}
		for _, s := range scales {
			if s.name == test.scale {
				r.slot = s.slot
			}
		}
		left := r.at(second(t, test.from))
		if got := texts(r.periods(left, slots)); got != test.periods {
			t.Errorf("%s: periods %q, not %q", test.scale, got, test.periods)
		}
		if got := texts(r.labels(left, slots)); got != test.labels {
			t.Errorf("%s: labels %q, not %q", test.scale, got, test.labels)
		}
	}
}

func texts(labels []label) string {
	var out []string
	for _, l := range labels {
		out = append(out, l.text)
	}
	return strings.Join(out, ", ")
}

// TestEveryScaleHasLabels also looks at times that dates seldom have.
func TestEveryScaleHasLabels(t *testing.T) {
	const slots = 60
	for _, r := range rulers(t) {
		for _, year := range []int64{-9999, -1, 0, 1, 1969, 2024, 9999} {
			left := r.at((year - 1970) * axis.Year)
			labels := r.labels(left, slots)
			if len(labels) == 0 {
				t.Errorf("%d s a slot: no label from the year %d on", r.slot, year)
			}
			for _, l := range append(labels, r.periods(left, slots)...) {
				if l.slot < left || l.slot >= left+slots {
					t.Errorf("%d s a slot: %q stands in slot %d, which is out of sight", r.slot, l.text, l.slot)
				}
			}
		}
	}
}
