package briefing

import (
	"slices"
	"strconv"
	"testing"
)

// TestDistinct adds values twice to lists that are compared and to one that is hashed.
func TestDistinct(t *testing.T) {
	for _, n := range []int{0, 1, 8, 9, 40} {
		var d Distinct
		var want, twice []string
		for i := range 2 * n {
			id := strconv.Itoa(i % n)
			if i < n {
				want = append(want, id)
			}
			twice = append(twice, id)
			d.Add(id)
		}
		if !slices.Equal(d.List, want) {
			t.Errorf("the list is %v, want %v", d.List, want)
		}
		if got := Once(append(twice, twice...)); !slices.Equal(got, want) {
			t.Errorf("once each there is %v, want %v", got, want)
		}
	}
}
