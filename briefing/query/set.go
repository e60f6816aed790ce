package query

// set says of each item, by its number, whether it is in the set.
type set []bool

func (s set) add(i int32)      { s[i] = true }
func (s set) has(i int32) bool { return s[i] }

// addAll adds the items from first to the one before end.
func (s set) addAll(first, end int32) {
	for i := range s[first:end] {
		s[int(first)+i] = true
	}
}

// keep drops the items that are not in t, or, if not is true, those that are.
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
