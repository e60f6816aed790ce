package briefing

import "slices"

// Distinct is a list without duplicates, in the order in which its values were
// added.
type Distinct struct {
	List []string
	has  map[string]bool // nil while the list is short
}

// Add appends an id unless the list has it already.
func (d *Distinct) Add(id string) {
	const few = 8 // faster to compare than to hash
	if d.has == nil {
		if slices.Contains(d.List, id) {
			return
		}
		if d.List = append(d.List, id); len(d.List) > few {
			d.has = make(map[string]bool, 2*few)
			for _, id := range d.List {
				d.has[id] = true
			}
		}
		return
	}
	if !d.has[id] {
		d.has[id] = true
		d.List = append(d.List, id)
	}
}

// Once returns the values of a list, each once.
func Once[T comparable](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	out := make([]T, 0, len(list))
	seen := make(map[T]bool, len(list))
	for _, v := range list {
		if !seen[v] {
			seen[v] = true
			out = append(out, v)
		}
	}
	if len(out) < len(list)/2 {
		out = slices.Clone(out) // the rest would be kept for nothing
	}
	return out
}

// Map returns the results of f for the values of a list.
func Map[T, U any](list []T, f func(T) U) []U {
	out := make([]U, len(list))
	for i, v := range list {
		out[i] = f(v)
	}
	return out
}

// addLast appends v to a list unless it is the last value already. Everything
// that one item cites or mentions is added in a row, so comparing with the last
// value is enough.
func addLast[T comparable](list []T, v T) []T {
	if n := len(list); n > 0 && list[n-1] == v {
		return list
	}
	return append(list, v)
}
