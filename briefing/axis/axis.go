// Package axis places the events of a briefing in time, for the screens and
// exports that draw them: from when to when an event lasts and what is not known
// of that, and where a time is on an axis. It knows no cells, points or colours.
package axis

import "slices"

// Axis is the time from the first of some times to the last, in parts. It is
// divided at the cut-off, and long stretches in which nothing happened are left
// out, to leave room for what happened.
type Axis struct {
	Parts []Part
	room  Room
}

// Part is an unbroken stretch of time, in seconds. Skipped says that time is
// left out before it. Width is its share of the room.
type Part struct {
	From, To int64
	Skipped  bool
	Width    int
}

// Room is what an axis is fitted into, in units of the caller: cells, or parts
// of a length. Least is the width of a part at least, Break that of a place where
// time is left out, and Cut that of the cut-off.
type Room struct{ Width, Least, Break, Cut int }

// maxBreaks is how many stretches are left out at most. breakShare is the part
// of the axis, in per cent, that a stretch must have to be left out.
const (
	maxBreaks  = 2
	breakShare = 50
)

// New returns the axis of times, which are in order.
func New(times []int64, cut Cutoff) Axis {
	points := slices.Clone(times)
	if cut.Known {
		points = append(points, cut.At-1, cut.At)
		slices.Sort(points)
	}
	a := Axis{Parts: []Part{{From: points[0], To: points[len(points)-1]}}}
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
func (a *Axis) leaveOut(points []int64) bool {
	var total, longest int64
	at, end := -1, 0
	for i, p := range a.Parts {
		total += p.To - p.From
		for j := 1; j < len(points); j++ {
			if gap := points[j] - points[j-1]; points[j-1] >= p.From && points[j] <= p.To && gap > longest {
				longest, at, end = gap, i, j
			}
		}
	}
	if at < 0 || longest*100 < total*breakShare {
		return false
	}
	behind := Part{From: points[end], To: a.Parts[at].To, Skipped: true}
	a.Parts[at].To = points[end-1]
	a.Parts = slices.Insert(a.Parts, at+1, behind)
	return true
}

// part divides the axis at the cut-off.
func (a *Axis) part(cut Cutoff) {
	for i, p := range a.Parts {
		if cut.Known && p.From < cut.At && p.To >= cut.At {
			a.Parts[i].To = cut.At - 1
			a.Parts = slices.Insert(a.Parts, i+1, Part{From: cut.At, To: p.To})
			return
		}
	}
}

// Gap returns the width of what precedes a part.
func (a *Axis) Gap(i int) int {
	switch {
	case i == 0:
		return 0
	case a.Parts[i].Skipped:
		return a.room.Break
	}
	return a.room.Cut
}

// Fit distributes the room among the parts by their lengths, so that all are to
// one scale. Parts that are too short for that get the least.
func (a *Axis) Fit(room Room) {
	a.room = room
	rest := room.Width
	for i := range a.Parts {
		a.Parts[i].Width = 0
		rest -= a.Gap(i)
	}
	for a.widenShort(&rest) {
	}
	total := a.toScale()
	left := rest
	for i := range a.Parts {
		if p := &a.Parts[i]; p.Width == 0 {
			p.Width = int(float64(rest) * float64(p.To-p.From) / float64(total))
			left -= p.Width
		}
	}
	if left > 0 {
		a.Parts[a.longest()].Width += left
	}
}

// widenShort gives the least width to parts whose share of the rest is less, and
// takes it from the rest. It reports whether there were any.
func (a *Axis) widenShort(rest *int) bool {
	total, widened := a.toScale(), false
	share := float64(*rest) / float64(max(total, 1))
	for i := range a.Parts {
		if p := &a.Parts[i]; p.Width == 0 && share*float64(p.To-p.From) < float64(a.room.Least) {
			p.Width, widened = a.room.Least, true
			*rest -= a.room.Least
		}
	}
	return widened
}

// toScale returns the length of the parts that have no width yet.
func (a *Axis) toScale() int64 {
	var total int64
	for _, p := range a.Parts {
		if p.Width == 0 {
			total += p.To - p.From
		}
	}
	return total
}

func (a *Axis) longest() int {
	longest := 0
	for i, p := range a.Parts {
		if p.To-p.From > a.Parts[longest].To-a.Parts[longest].From {
			longest = i
		}
	}
	return longest
}

// At returns the place of a time in the room. A time that is left out is at the end
// of the part before it.
func (a *Axis) At(t int64) int {
	x := 0
	for i, p := range a.Parts {
		x += a.Gap(i)
		if i == len(a.Parts)-1 || t < a.Parts[i+1].From {
			share := float64(max(t-p.From, 0)) / float64(p.To-p.From+1)
			return x + min(int(share*float64(p.Width)), p.Width-1)
		}
		x += p.Width
	}
	return x
}
