package axis

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestAxisKeepsOrder puts random times on axes: all are on it, none before an
// earlier one, the last cell is used, and past and future do not share a cell.
func TestAxisKeepsOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(15, 16))
	for range 500 {
		var times []int64
		for range 1 + random.IntN(30) {
			times = append(times, random.Int64N(1<<uint(2+random.IntN(38))))
		}
		slices.Sort(times)
		cut := Cutoff{random.Int64N(1 << 38), random.IntN(3) > 0}
		a := New(times, cut)
		cells := 16 + random.IntN(100)
		a.Fit(Room{cells, 1, 2, 1})
		last := 0
		sides := map[int]bool{}
		for _, at := range times {
			x := a.At(at)
			if x < last || x >= cells {
				t.Fatalf("%d stands at %d of %d, after %d; %+v", at, x, cells, last, a)
			}
			last = x
			if ahead, known := sides[x]; cut.Known && known && ahead != (at >= cut.At) {
				t.Fatalf("past and future share cell %d: %+v", x, a)
			}
			sides[x] = at >= cut.At
		}
	}
}

func TestAxisLeavesOutTheLongest(t *testing.T) {
	a := New([]int64{0, 100_000, 100_100, 190_000, 190_100, 190_200}, Cutoff{})
	a.Fit(Room{20, 1, 2, 1})
	var skipped []int64
	for _, p := range a.Parts {
		if p.Skipped {
			skipped = append(skipped, p.From)
		}
	}
	if !slices.Equal(skipped, []int64{100_000, 190_000}) {
		t.Errorf("time is left out before %v", skipped)
	}
	if even := New([]int64{0, 1, 2, 3, 4}, Cutoff{}); len(even.Parts) != 1 {
		t.Errorf("an even axis is broken: %+v", even)
	}
}
