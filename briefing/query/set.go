package query

import "math/bits"

// set is a set of items, by their numbers.
type set []uint64

const wordBits = 64

func newSet(size int) set { return make(set, (size+wordBits-1)/wordBits) }

func (s set) add(i int32)      { s[i/wordBits] |= 1 << (i % wordBits) }
func (s set) has(i int32) bool { return s[i/wordBits]>>(i%wordBits)&1 != 0 }

// addAll adds the items from first to the one before end.
func (s set) addAll(first, end int32) {
	for ; first < end && first%wordBits != 0; first++ {
		s.add(first)
	}
	for ; end-first >= wordBits; first += wordBits {
		s[first/wordBits] = ^uint64(0)
	}
	for ; first < end; first++ {
		s.add(first)
	}
}

// keep drops the items that are not in t, or, if not is true, those that are.
func (s set) keep(t set, not bool) {
	for i := range s {
		if not {
			s[i] &^= t[i]
		} else {
			s[i] &= t[i]
		}
	}
}

func (s set) merge(t set) {
	for i := range s {
		s[i] |= t[i]
	}
}

// countIn is how many items are in both sets.
func (s set) countIn(t set) int {
	n := 0
	for i := range s {
		n += bits.OnesCount64(s[i] & t[i])
	}
	return n
}

func (s set) put(i int32, in bool) {
	if in {
		s.add(i)
	} else {
		s[i/wordBits] &^= 1 << (i % wordBits)
	}
}

// hasAny reports whether an item from first to the one before end is in the
// set.
func (s set) hasAny(first, end int32) bool {
	for ; first < end; first++ {
		if s.has(first) {
			return true
		}
	}
	return false
}
