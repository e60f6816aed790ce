package layout

// SlotCells is the least width of a slot of time in a chart: a cell for what is not
// known of the date, and one for a mark.
const SlotCells = 2

// maxSlot is the most cells that a slot gets where there is room.
const maxSlot = 6

// Widths in a chart of lanes.
const (
	minNames, maxNames = 12, 30 // of the first column
	namesShare         = 36     // of it at most, in per cent of the chart
	edge               = 1      // tells at either side that there is more that way
	asOfRule           = 1      // the line at the cut-off
	apart              = 1      // between names and time
	undatedCells       = 9      // of the column for what has no date
)

// Chart says where the parts of a chart of lanes are: names at the left, time
// across, a header above, and under the lanes what the cursor stands on and
// what the signs mean.
type Chart struct {
	W, H    int
	Names   int // cells of the names
	Lead    int // cells of a slot before its marks, for what is not known of the date
	Slot    int // cells of a slot; those after the lead are for marks
	Slots   int // slots of time in sight
	Undated int // cells of the column for what has no date; 0 for none
	Head    int // lines of the header
	Lanes   int // lines of the lanes
	Readout int // lines about the event under the cursor
	Legend  int // lines about the signs
}

// ShortHead is a header without its upper line.
const (
	ShortHead = 2
	fullHead  = 3
)

// SignCells is the width of a sign and the space behind it.
const SignCells = 2

// The heights from which a chart has more than its lanes.
const (
	headedFrom  = 5
	readoutFrom = 8
	roomyFrom   = 14
	legendFrom  = 18 // for a second line of the legend, and then
	legendStep  = 8  // one more for each of so many
)

// NewChart lays out a chart; lead is the cells before the marks of a slot, longest
// those of its longest name, and legend the lines that it could use for its signs.
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

// Fitted returns the chart with slots as wide as lets it show so many of them at once,
// with air on both sides.
func (c Chart) Fitted(slots int) Chart {
	c.Slot = min(max(c.room()/max(slots+2*margin, 1), c.Lead+1), maxSlot)
	c.Slots = max(c.room()/c.Slot, 1)
	return c
}

// crowd is how many marks a slot has room for where events crowd.
const crowd = 3

// HoldsWide reports whether so many slots with room for a crowd can be seen at once,
// with air on both sides.
func (c Chart) HoldsWide(slots int) bool { return (slots+2*margin)*(c.Lead+crowd) <= c.room() }

// Foot returns the lines under the lanes: a rule, the readout and the legend.
func (c Chart) Foot() int {
	if c.Readout == 0 {
		return 0
	}
	return c.Readout + c.Legend + 1
}

// Before returns the width of what comes before the time axis: the gutter and the names.
func (c Chart) Before() int { return gutter + c.Names + apart }

// Body returns the width of the rest: time between its edges, and what has no date.
func (c Chart) Body() int { return max(c.W-c.Before(), 0) }

// time returns the width of the slots in sight, with the line at the cut-off.
func (c Chart) time() int { return c.Slots*c.Slot + asOfRule }

// Cell returns where a slot begins in the body. Left is the first slot in sight, and
// ahead the first one behind the cut-off: the rule stands before it.
func (c Chart) Cell(slot, left, ahead int) int {
	x := edge + (slot-left)*c.Slot
	if c.Parted(left, ahead) && slot >= ahead {
		x += asOfRule
	}
	return x
}

// SlotAt returns the slot at a cell of the column and the mark in it, if there is time
// at it.
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

// InNames reports whether a cell of the column is in the first one, of names.
func (c Chart) InNames(x int) bool { return x >= 0 && x < c.Before() }

// InUndated reports whether a cell of the column is in that for what has no date.
func (c Chart) InUndated(x int) bool { return c.Undated > 0 && x >= c.Before()+c.UndatedCell() }

// MarkCell returns the cell of a mark in a slot that begins at a cell.
func (c Chart) MarkCell(slot, mark int) int { return slot + c.Lead + mark }

// Marks returns how many marks a slot has the room for.
func (c Chart) Marks() int { return c.Slot - c.Lead }

// Parted reports whether the rule at the cut-off is in sight.
func (c Chart) Parted(left, ahead int) bool { return ahead > left && ahead <= left+c.Slots }

// RuleCell returns the cell of the rule in the body, if it is in sight.
func (c Chart) RuleCell(left, ahead int) int { return edge + (ahead-left)*c.Slot }

// Edges returns the cells of the body that tell of more to the left and right.
func (c Chart) Edges() (left, right int) { return 0, edge + c.time() }

// UndatedCell returns where the column for what has no date begins in the body.
func (c Chart) UndatedCell() int { return c.time() + 2*edge + 1 }

// Roomy reports whether so many rows are all in sight.
func (c Chart) Roomy(rows int) bool { return rows <= c.Lanes }

// LabelCells returns the room that a label of so many cells needs on a ruler.
func LabelCells(text int) int { return text + 2*apart }

// StripLines returns the lines of a strip above a list in a column of so many lines:
// none where they are few, and one of air below where they are many.
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

// Strip returns the room for a strip between two labels, with a space beside each; 0
// where it has none.
func Strip(column, left, right int) int {
	if n := TextCells(column) - left - right - 2*apart; n >= minStrip {
		return n
	}
	return 0
}

// StripFrom returns where a strip begins in its column, after a label.
func StripFrom(left int) int { return gutter + left + apart }

// margin is how many slots stay in sight beyond the cursor.
const margin = 1

// Reveal returns the first slot in sight after scrolling as little as possible to
// bring a slot into sight.
func (c Chart) Reveal(left, slot int) int {
	spare := min(margin, (c.Slots-1)/2)
	return min(max(left, slot-c.Slots+1+spare), slot-spare)
}

// Center returns the first slot in sight that puts a stretch in the middle.
func (c Chart) Center(from, to int) int { return from - max(c.Slots-(to-from+1), 0)/2 }

// HoldsStretch reports whether so many slots can be seen at once, with air on
// both sides.
func (c Chart) HoldsStretch(slots int) bool { return slots+2*margin <= c.Slots }

// RevealRow returns the first row in sight after scrolling to bring a row into
// sight; headed says that the row above belongs to it.
func RevealRow(top, row, lines int, headed bool) int {
	first := row
	if headed && lines > 1 {
		first--
	}
	return min(max(top, row-lines+1), first)
}

// LegendGap is the spaces behind a sign's meaning in a legend.
const LegendGap = "  "
