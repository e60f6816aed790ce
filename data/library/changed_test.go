package library

import (
	"fmt"
	"slices"
	"testing"
)

func TestChanged(t *testing.T) {
	var c Changed
	wants := func(all bool, names ...string) {
		t.Helper()
		if got, gotAll := c.Take(); !slices.Equal(got, names) || gotAll != all {
			t.Errorf("it has %q, %v; want %q, %v", got, gotAll, names, all)
		}
	}
	wants(false)
	c.Add("b", "a")
	c.Add("b")
	wants(false, "a", "b")
	wants(false)
	c.Add("a")
	c.Add()
	c.Add("b")
	wants(true)
	for range 2 {
		for i := range maxNames {
			c.Add(fmt.Sprint(i))
		}
	}
	if got, all := c.Take(); len(got) != maxNames || all {
		t.Errorf("%d names, %v", len(got), all)
	}
	for i := range maxNames + 1 {
		c.Add(fmt.Sprint(i))
	}
	c.Add("a")
	wants(true)
}
