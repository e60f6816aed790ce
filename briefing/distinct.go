package briefing

// Distinct is a list without duplicates, in the order in which its values were
// added.
type Distinct struct {
	List []string
	has  map[string]bool
}

// Add appends an id unless the list has it already.
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

// Once returns the values of a list, each once.
func Once[T comparable](list []T) []T {
	var out []T
	seen := make(map[T]bool, len(list))
	for _, v := range list {
		if !seen[v] {
			seen[v] = true
			out = append(out, v)
		}
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
