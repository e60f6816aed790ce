package briefing

// Distinct is a list in which everything stands once, in the order in which it
// came.
type Distinct struct {
	List []string
	has  map[string]bool
}

func (d *Distinct) Add(id string) {
	if d.has[id] {
		return
	}
	if d.has == nil {
		d.has = map[string]bool{}
	}
	d.has[id] = true
	d.List = append(d.List, id)
}

// addLast adds to a list unless it ends with that already: what one thing
// cites or mentions comes in one run, so looking at the end is enough.
func addLast[T comparable](list []T, v T) []T {
	if n := len(list); n > 0 && list[n-1] == v {
		return list
	}
	return append(list, v)
}
