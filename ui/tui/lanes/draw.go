package lanes

import (
	"slices"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/axis"
	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
)

// Draw draws the header with the dates, the lanes in sight, and below them what
// the cursor is on.
func (l *lanes) Draw(t *style.Theme, focused bool) []string {
	d := &laneDrawing{lanes: l, t: t, focused: focused, ruler: l.ruler()}
	d.ahead = d.ruler.ahead()
	if d.chart.Body() == 0 {
		return blankLines(l.size)
	}
	out := d.header()
	for y := range l.chart.Lanes {
		row := laneRow{lane: noLane}
		if l.top+y < len(l.rows) {
			row = l.rows[l.top+y]
		}
		out = append(out, d.row(row))
	}
	return append(out, d.foot()...)[:l.size.Lines]
}

// blankLines returns the lines of a column that is too small to show anything.
func blankLines(s column.Size) []string {
	return slices.Repeat([]string{strings.Repeat(" ", s.Cells)}, s.Lines)
}

// laneDrawing is the state that the parts of one drawing share.
type laneDrawing struct {
	*lanes
	t       *style.Theme
	focused bool
	ruler   ruler
	ahead   int // the first slot after the cut-off
}

func (d *laneDrawing) cell(slot int) int { return d.chart.Cell(slot, d.left, d.ahead) }

// slots returns the number of the first slot in sight and of the one after the last.
func (d *laneDrawing) slots() (from, to int) { return d.left, d.left + d.chart.Slots }

// body returns the part of a line beside the names. It is empty except for the
// rule at the cut-off.
func (d *laneDrawing) body() style.Glyphs {
	g := style.BlankLine(d.chart.Body(), " ", page.Plain)
	if d.chart.Parted(d.left, d.ahead) {
		g.Put(d.chart.RuleCell(d.left, d.ahead), style.Glyph{Text: d.t.Signs.Column, Role: page.Muted})
	}
	return g
}

// named returns a line with a name in its first column.
func (d *laneDrawing) named(role page.Role, name string, body style.Glyphs) string {
	return strings.Repeat(" ", layout.Gutter) + d.t.Role(role, d.t.Fit(name, d.chart.Names)) + " " + body.Paint(d.t)
}

func (d *laneDrawing) row(row laneRow) string {
	body := d.body()
	if row.lane == noLane {
		return d.named(page.Heading, row.heading, body)
	}
	lane := d.lanes.lanes[row.lane]
	here := row.lane == d.cursor.lane
	d.marks(body, lane)
	d.undated(body, lane)
	if x, ok := d.cursorCell(); ok && here {
		d.cursorOn(&body[x])
	}
	role := page.Plain
	if lane.actor == nil {
		role = page.Muted
	}
	name := strings.Repeat(" ", min(lane.depth*layout.Gutter, d.chart.Names/2)) + lane.name()
	if !here {
		return d.named(role, name, body)
	}
	return d.t.CursorSign(d.focused) + d.named(page.Strong, name, body)[1:]
}

// marks draws what a lane has in the slots in sight, and whether it has more.
func (d *laneDrawing) marks(body style.Glyphs, lane *lane) {
	s := lane.at(d.ruler)
	from, to := d.slots()
	for slot := from; slot < to; slot++ {
		d.slot(body, lane, s, slot)
	}
	left, right := d.chart.Edges()
	if s.before(from) {
		body.Put(left, style.Glyph{Text: d.t.Signs.Chart.Before, Role: page.Muted})
	}
	if s.behind(to - 1) {
		body.Put(right, style.Glyph{Text: d.t.Signs.Chart.Behind, Role: page.Muted})
	}
}

// slot draws what a lane has in a slot: its line, the end of a line, its marks.
func (d *laneDrawing) slot(body style.Glyphs, lane *lane, s *strip, slot int) {
	signs := &d.t.Signs.Chart
	x, end := d.cell(slot), s.ending(slot)
	lead, first := d.chart.Lead, d.chart.MarkCell(x, 0)
	line, after := s.stroke(slot), s.stroke(slot+1)
	if after == axis.NoStroke && end != axis.Closed {
		after = line // it ends with the slot
	}
	for i := range d.chart.Slot {
		on := line
		if i > lead {
			on = after
		}
		body.Put(x+i, style.Glyph{Text: [axis.Solid + 1]string{axis.NoStroke: " ", axis.Dotted: signs.Dotted, axis.Solid: signs.Solid}[on], Role: page.Muted})
	}
	switch end {
	case axis.Closed:
		body.Put(first, style.Glyph{Text: signs.Closed, Role: page.Muted})
	case axis.Open:
		d.before(body, first, signs.Open, page.Muted)
	case axis.EndUnknown:
		d.before(body, first, signs.Unknown, page.Muted)
	}
	m := s.mark(slot)
	if m.count > 0 && m.bound != axis.Known {
		d.before(body, first, boundSign(signs, m.bound), page.Plain)
	}
	for i, mark := range d.slotMarks(lane, m) {
		body.Put(first+i, mark)
	}
}

// before writes a sign into the cells before a mark.
func (d *laneDrawing) before(body style.Glyphs, mark int, sign string, role page.Role) {
	body.Write(mark-d.t.Method.Of(sign), sign, role)
}

// leadCells returns the cells before the marks of a slot: some signs take two in ASCII.
func leadCells(ascii bool) int {
	if ascii {
		return 2
	}
	return 1
}

func boundSign(signs *style.ChartSigns, b axis.Bound) string {
	return [axis.Since + 1]string{axis.Known: " ", axis.Unsure: signs.Unsure, axis.Until: signs.Until, axis.Since: signs.Since}[b]
}

// manyEvents is the lowest number of events that does not fit one digit.
const manyEvents = 10

// slotMarks returns the signs of the events in a slot, or their number if there
// is no room.
func (d *laneDrawing) slotMarks(lane *lane, m slotMark) []style.Glyph {
	if m.count > d.chart.Marks() {
		return []style.Glyph{d.mark(lane, m)}
	}
	return briefing.Map(lane.events[m.first:m.first+m.count], d.sign)
}

// mark returns the sign of an event, or the number of several.
func (d *laneDrawing) mark(lane *lane, m slotMark) style.Glyph {
	switch {
	case m.count >= manyEvents:
		return style.Glyph{Text: "+", Role: page.Strong}
	case m.count > 1:
		return style.Glyph{Text: strconv.Itoa(m.count), Role: page.Strong}
	}
	return d.sign(lane.events[m.first])
}

func (d *laneDrawing) sign(e *briefing.Event) style.Glyph {
	role := page.Sign
	if e.Certainty == briefing.CertaintyAlleged {
		role = page.Caution
	}
	return style.Glyph{Text: d.t.Sign(page.EventSign(e)), Role: role}
}

// cursorOn shows the cursor in a cell; on a line, with the sign of its event.
func (d *laneDrawing) cursorOn(c *style.Glyph) {
	c.On = d.focused
	if m := d.moment(); m.At != axis.Undated && d.ruler.at(m.At) < d.left {
		c.Text, c.Role = d.sign(d.event()).Text, d.sign(d.event()).Role
	}
}

// undated draws what a lane has without a date.
func (d *laneDrawing) undated(body style.Glyphs, lane *lane) {
	if n := len(lane.events) - lane.dated; n > 0 {
		body.Put(d.chart.MarkCell(d.chart.UndatedCell(), 0), d.mark(lane, slotMark{first: lane.dated, count: n}))
	}
}

// cursorCell returns the cell of the cursor in the body: on its mark, or on the
// line of an event that began before the slots in sight.
func (d *laneDrawing) cursorCell() (int, bool) {
	m, x, mark := d.moment(), d.chart.UndatedCell(), 0
	if m.At != axis.Undated {
		slot := max(d.ruler.at(m.At), d.left)
		if slot >= d.left+d.chart.Slots {
			return 0, false
		}
		x = d.cell(slot)
		if in := d.lane().at(d.ruler).mark(slot); in.count <= d.chart.Marks() && d.ruler.at(m.At) == slot {
			mark = d.cursor.event - in.first
		}
	}
	x = d.chart.MarkCell(x, mark)
	return x, x < d.chart.Body()
}
