package lanes

import "slices"

// axis is the time from the first of some times to the last, in parts. It is
// divided at the cut-off, and long stretches in which nothing happened are left
// out, to leave room for what happened.
type axis struct{ parts []axisPart }

// axisPart is an unbroken stretch of time, in seconds. Skipped says that time
// is left out before it.
type axisPart struct {
	from, to int64
	skipped  bool
	cells    int
}

// maxBreaks is how many stretches are left out at most. breakShare is the part
// of the axis, in per cent, that a stretch must have to be left out.
const (
	maxBreaks  = 2
	breakShare = 50
)

// newAxis returns the axis of times, which are in order.
func newAxis(times []int64, cut cutoff) axis {
	points := slices.Clone(times)
	if cut.known {
		points = append(points, cut.at-1, cut.at)
		slices.Sort(points)
	}
	a := axis{[]axisPart{{from: points[0], to: points[len(points)-1]}}}
	for range maxBreaks {
		if !a.leaveOut(points) {
			break
		}
	}
	a.part(cut)
	return a
}

// leaveOut breaks the axis at its longest stretch without a point, if that is
// most of it.
func (a *axis) leaveOut(points []int64) bool {
	var total, longest int64
	at, end := -1, 0
	for i, p := range a.parts {
		total += p.to - p.from
		for j := 1; j < len(points); j++ {
			if gap := points[j] - points[j-1]; points[j-1] >= p.from && points[j] <= p.to && gap > longest {
				longest, at, end = gap, i, j
			}
		}
	}
	if at < 0 || longest*100 < total*breakShare {
		return false
	}
	behind := axisPart{from: points[end], to: a.parts[at].to, skipped: true}
	a.parts[at].to = points[end-1]
	a.parts = slices.Insert(a.parts, at+1, behind)
	return true
}

// part divides the axis at the cut-off.
func (a *axis) part(cut cutoff) {
	for i, p := range a.parts {
		if cut.known && p.from < cut.at && p.to >= cut.at {
			a.parts[i].to = cut.at - 1
			a.parts = slices.Insert(a.parts, i+1, axisPart{from: cut.at, to: p.to})
			return
		}
	}
}

// breakCells is the width of the sign for time left out, and of the rule at
// the cut-off.
const (
	breakCells = 2
	cutCells   = 1
)

// gap returns the width of what precedes a part.
func (a *axis) gap(i int) int {
	switch {
	case i == 0:
		return 0
	case a.parts[i].skipped:
		return breakCells
	}
	return cutCells
}

// fit distributes the cells among the parts: one to each, the rest by length.
func (a *axis) fit(cells int) {
	var total int64
	rest := cells - len(a.parts)
	for i, p := range a.parts {
		total += p.to - p.from
		rest -= a.gap(i)
	}
	dealt := 0
	for i, p := range a.parts {
		a.parts[i].cells = 1
		if total > 0 && rest > 0 {
			a.parts[i].cells += int(float64(rest) * float64(p.to-p.from) / float64(total))
		}
		dealt += a.parts[i].cells + a.gap(i)
	}
	if longest := a.longest(); dealt < cells {
		a.parts[longest].cells += cells - dealt
	}
}

func (a *axis) longest() int {
	longest := 0
	for i, p := range a.parts {
		if p.to-p.from > a.parts[longest].to-a.parts[longest].from {
			longest = i
		}
	}
	return longest
}

// cell returns the cell of a time.
func (a *axis) cell(t int64) int {
	x := 0
	for i, p := range a.parts {
		x += a.gap(i)
		if t <= p.to || i == len(a.parts)-1 {
			share := float64(max(t-p.from, 0)) / float64(p.to-p.from+1)
			return x + min(int(share*float64(p.cells)), p.cells-1)
		}
		x += p.cells
	}
	return x
}
