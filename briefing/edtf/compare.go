package edtf

import "cmp"

// Compare orders dates for a list: by lower bound, then by upper bound, then
// the finer precision first. It gives -1, 0 or 1, and 0 also for dates that
// differ but have the same place ("2024-06" and "2024-06~"); a list that must
// not change needs another key after it.
//
// A date without a lower bound ("by 31 October") takes its upper bound as its
// place: put at the beginning of time it would head every list, and what a
// reader knows of it is its deadline. So it follows what else is dated to that
// day. A date without an upper bound comes after those that begin with it and
// end. A date with neither bound follows all others, and no date comes last.
func (d Date) Compare(e Date) int {
	switch {
	case d.IsZero() && e.IsZero():
		return 0
	case d.IsZero():
		return 1
	case e.IsZero():
		return -1
	}
	return cmp.Or(
		cmp.Compare(d.place(), e.place()),
		cmp.Compare(d.latest, e.latest),
		cmp.Compare(e.precision, d.precision),
	)
}

// place is where a date stands on the line of time.
func (d Date) place() instant {
	if d.earliest == noEarliest {
		return d.latest
	}
	return d.earliest
}
