package layout

// maxSlot is the greatest width of a slot in cells.
const maxSlot = 6

// Widths in a chart of lanes.
const (
	minNames, maxNames = 12, 30 // of the first column
	namesShare         = 36     // of the first column at most, in per cent of the chart
	edge               = 1      // a sign on either side for more in that direction
	asOfRule           = 1      // the rule at the cut-off
	apart              = 1      // between names and time
	undatedCells       = 9      // of the column for events without a date
)

// Chart gives the positions of the parts of a chart of lanes: names at the
// left, time across, a header above, and below the lanes a readout of what the
// cursor is on and the meanings of the signs.
type Chart struct {
	W, H    int
	Names   int // cells of the names
	Lead    int // cells of a slot before its marks, for the signs of an imprecise date
	Slot    int // cells of a slot, including Lead
	Slots   int // visible slots of time
	Undated int // cells of the column for events without a date; 0 for none
	Head    int // lines of the header
	Lanes   int // lines of the lanes
	Readout int // lines about the event under the cursor
	Legend  int // lines about the signs
}

// ShortHead is the height of a header without its upper line.
const (
	ShortHead = 2
	fullHead  = 3
)

// SignCells is the width of a sign and the space after it.
const SignCells = 2

// The heights from which a chart has more than its lanes.
const (
	headedFrom  = 5
	readoutFrom = 8
	roomyFrom   = 14
	legendFrom  = 18 // for a second line of the legend
	legendStep  = 8  // for each further line of the legend
)

// NewChart lays out a chart. lead is the number of cells before the marks of a
// slot, longest the width of the longest name, and legend the number of lines
// needed for the signs.
func NewChart(w, h, lead, longest int, undated bool, legend int) Chart {
	c := Chart{W: w, H: h, Lead: lead, Slot: lead + 1}
	c.Names = max(min(longest, w*namesShare/100, maxNames), minNames)
	if undated {
		c.Undated = undatedCells
	}
	c.Slots = max(c.room()/c.Slot, 1)
	switch {
	case h >= roomyFrom:
		c.Head, c.Readout, c.Legend = fullHead, 2, 1
		if h >= legendFrom {
			c.Legend = 2 + (h-legendFrom)/legendStep
		}
		c.Legend = min(c.Legend, legend)
	case h >= readoutFrom:
		c.Head, c.Readout = ShortHead, 1
	case h >= headedFrom:
		c.Head = ShortHead
	}
	c.Lanes = max(h-c.Head-c.Foot(), 1)
	return c
}

func (c Chart) room() int {
	return c.W - gutter - c.Names - apart - 2*edge - asOfRule - c.Undated
}

// Fitted returns the chart with slots as wide as possible while the given
// number of them is visible with a margin on both sides.
func (c Chart) Fitted(slots int) Chart {
	c.Slot = min(max(c.room()/max(slots+2*margin, 1), c.Lead+1), maxSlot)
	c.Slots = max(c.room()/c.Slot, 1)
	return c
}

// crowd is the number of marks that fit into a slot where events crowd.
const crowd = 3

// HoldsWide reports whether the given number of slots fits with room for a
// crowd in each and a margin on both sides.
func (c Chart) HoldsWide(slots int) bool { return (slots+2*margin)*(c.Lead+crowd) <= c.room() }

// Foot returns the number of lines below the lanes: a rule, the readout and the
// legend.
func (c Chart) Foot() int {
	if c.Readout == 0 {
		return 0
	}
	return c.Readout + c.Legend + 1
}

// Before returns the width of the gutter and the names before the time axis.
func (c Chart) Before() int { return gutter + c.Names + apart }

// Body returns the width of the rest: the time axis between its edges, and the
// column for events without a date.
func (c Chart) Body() int { return max(c.W-c.Before(), 0) }

// time returns the width of the visible slots and the rule at the cut-off.
func (c Chart) time() int { return c.Slots*c.Slot + asOfRule }

// Cell returns the cell in the body where a slot begins. left is the first
// visible slot. ahead is the first slot after the cut-off, which has the rule
// before it.
func (c Chart) Cell(slot, left, ahead int) int {
	x := edge + (slot-left)*c.Slot
	if c.Parted(left, ahead) && slot >= ahead {
		x += asOfRule
	}
	return x
}

// SlotAt returns the slot at a cell of the column and the mark in it. It
// returns false outside the time axis.
func (c Chart) SlotAt(x, left, ahead int) (slot, mark int, ok bool) {
	x -= c.Before() + edge
	if x < 0 || x >= c.time() {
		return 0, 0, false
	}
	if c.Parted(left, ahead) && x >= (ahead-left)*c.Slot {
		x = max(x-asOfRule, (ahead-left)*c.Slot)
	}
	slot = min(x/c.Slot, c.Slots-1)
	return left + slot, max(x-slot*c.Slot-c.Lead, 0), true
}

// InNames reports whether a cell of the column is in the column of names.
func (c Chart) InNames(x int) bool { return x >= 0 && x < c.Before() }

// InUndated reports whether a cell of the column is in the column for events
// without a date.
func (c Chart) InUndated(x int) bool { return c.Undated > 0 && x >= c.Before()+c.UndatedCell() }

// MarkCell returns the cell of a mark in the slot that begins at cell slot.
func (c Chart) MarkCell(slot, mark int) int { return slot + c.Lead + mark }

// Marks returns the number of marks that fit into a slot.
func (c Chart) Marks() int { return c.Slot - c.Lead }

// Parted reports whether the rule at the cut-off is visible.
func (c Chart) Parted(left, ahead int) bool { return ahead > left && ahead <= left+c.Slots }

// RuleCell returns the cell of the rule in the body, if it is visible.
func (c Chart) RuleCell(left, ahead int) int { return edge + (ahead-left)*c.Slot }

// Edges returns the cells of the body for the signs of more to the left and
// right.
func (c Chart) Edges() (left, right int) { return 0, edge + c.time() }

// UndatedCell returns the cell in the body where the column for events without
// a date begins.
func (c Chart) UndatedCell() int { return c.time() + 2*edge + 1 }

// Roomy reports whether the given number of rows is visible at once.
func (c Chart) Roomy(rows int) bool { return rows <= c.Lanes }

// LabelCells returns the room that a label of the given width needs on a ruler.
func LabelCells(text int) int { return text + 2*apart }

// StripLines returns the height of a strip above a list in a column of h lines:
// 0 if there are few, and with a blank line below if there are many.
func StripLines(h int) int {
	switch {
	case h >= legendFrom:
		return 2
	case h >= readoutFrom:
		return 1
	}
	return 0
}

// minStrip is the least width at which a strip is useful.
const minStrip = 16

// Strip returns the width of a strip between two labels, with a space beside
// each, or 0 if there is no room.
func Strip(column, left, right int) int {
	if n := TextCells(column) - left - right - 2*apart; n >= minStrip {
		return n
	}
	return 0
}

// StripFrom returns the cell of the column where a strip begins after a label.
func StripFrom(left int) int { return gutter + left + apart }

// margin is the number of slots that stay visible beyond the cursor.
const margin = 1

// Reveal returns the first visible slot after scrolling as little as possible
// to make slot visible.
func (c Chart) Reveal(left, slot int) int {
	spare := min(margin, (c.Slots-1)/2)
	return min(max(left, slot-c.Slots+1+spare), slot-spare)
}

// Center returns the first visible slot that centres a stretch.
func (c Chart) Center(from, to int) int { return from - max(c.Slots-(to-from+1), 0)/2 }

// HoldsStretch reports whether the given number of slots is visible at once
// with a margin on both sides.
func (c Chart) HoldsStretch(slots int) bool { return slots+2*margin <= c.Slots }

// RevealRow returns the first visible row after scrolling to make row visible.
// If headed is set, the row above belongs to it.
func RevealRow(top, row, lines int, headed bool) int {
	first := row
	if headed && lines > 1 {
		first--
	}
	return min(max(top, row-lines+1), first)
}

// LegendGap follows the meaning of a sign in a legend.
const LegendGap = "  "
