package query

// set says for each item, by its number, whether it is in the set.
type set []bool

func (s set) add(i int32)      { s[i] = true }
func (s set) has(i int32) bool { return s[i] }

// addAll adds the items with numbers from first up to, not including, end.
func (s set) addAll(first, end int32) {
	for i := range s[first:end] {
		s[int(first)+i] = true
	}
}

// keep removes the items that are not in t, or those that are in t if not is
// true.
func (s set) keep(t set, not bool) {
	for i := range s {
		s[i] = s[i] && t[i] != not
	}
}

func (s set) merge(t set) {
	for i := range s {
		s[i] = s[i] || t[i]
	}
}

// countIn returns how many items are in both sets.
func (s set) countIn(t set) int {
	n := 0
	for i := range s {
		if s[i] && t[i] {
			n++
		}
	}
	return n
}
