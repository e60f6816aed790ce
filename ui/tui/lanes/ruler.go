package lanes

import (
	"math"

	"sitrep/briefing/axis"
	"sitrep/ui/tui/layout"
)

// scales are the lengths of time of a slot, from near to far.
var scales = []struct {
	slot int64
	name string
}{
	{axis.Hour, "1 hour"}, {3 * axis.Hour, "3 hours"}, {6 * axis.Hour, "6 hours"}, {12 * axis.Hour, "12 hours"},
	{axis.Day, "1 day"}, {2 * axis.Day, "2 days"}, {4 * axis.Day, "4 days"}, {7 * axis.Day, "1 week"}, {14 * axis.Day, "2 weeks"},
	{30 * axis.Day, "30 days"}, {61 * axis.Day, "2 months"}, {122 * axis.Day, "4 months"}, {axis.Year, "1 year"}, {2 * axis.Year, "2 years"},
	{5 * axis.Year, "5 years"}, {10 * axis.Year, "10 years"}, {20 * axis.Year, "20 years"}, {50 * axis.Year, "50 years"},
	{100 * axis.Year, "100 years"}, {500 * axis.Year, "500 years"},
}

// dayScale is the nearest scale of a first view: most dates in the news are
// days.
const dayScale = 4

// ruler divides time into slots of equal length, numbered without a gap. A slot
// that contains the cut-off is split in two, so that no slot has both past and
// future.
type ruler struct {
	slot  int64
	cut   axis.Cutoff
	cells int // of a slot
}

// splits returns 1 if the cut-off is within a slot, or else 0.
func (r ruler) splits() int64 {
	if !r.cut.Known || axis.FloorDiv(r.cut.At, r.slot)*r.slot == r.cut.At {
		return 0
	}
	return 1
}

// at returns the number of the slot that a second falls into.
func (r ruler) at(t int64) int {
	n := axis.FloorDiv(t, r.slot)
	if r.cut.Known && t >= r.cut.At {
		n += r.splits()
	}
	return int(n)
}

func (r ruler) start(slot int) int64 {
	n := int64(slot)
	if !r.cut.Known || slot < r.ahead() {
		return n * r.slot
	}
	return max((n-r.splits())*r.slot, r.cut.At)
}

// ahead returns the first slot after the cut-off, or math.MaxInt if the cut-off
// is not known.
func (r ruler) ahead() int {
	if !r.cut.Known {
		return math.MaxInt
	}
	return r.at(r.cut.At)
}

// ticks returns the nearest way of labelling whose labels fit at this scale.
func (r ruler) ticks() axis.Tick {
	return axis.Nearest(func(k axis.Tick) bool {
		return k.Lasts*int64(r.cells) >= int64(layout.LabelCells(k.Cells))*r.slot
	})
}

// label is text at a slot of the ruler.
type label struct {
	slot int
	text string
}

// periods returns the labels of the upper line for n slots from left on. The
// first is at the left edge, wherever its period began.
func (r ruler) periods(left, n int) []label {
	k := r.ticks()
	var out []label
	for t := r.start(left); r.at(t) < left+n; {
		from, to := k.Period(t)
		if name := k.PeriodName(from); name != "" {
			out = append(out, label{max(r.at(from.Unix()), left), name})
		}
		t = to.Unix()
	}
	return out
}

// labels returns the labels of the lower line for n slots from left on.
func (r ruler) labels(left, n int) []label {
	k := r.ticks()
	var out []label
	for t := k.First(r.start(left)); ; t = k.Next(t) {
		slot := r.at(t.Unix())
		if slot >= left+n {
			return out
		}
		if slot >= left && k.Labelled(t) {
			out = append(out, label{slot, k.Text(t)})
		}
	}
}
