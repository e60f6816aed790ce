package pane

import (
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
)

// Draw paints the header with the dates, the lanes in sight, and under them
// what the cursor stands on.
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

// blankLines fill a column that has not the room for anything.
func blankLines(s Size) []string {
	out := make([]string, s.Lines)
	for i := range out {
		out[i] = strings.Repeat(" ", s.Cells)
	}
	return out
}

// laneDrawing is what the parts of one drawing share.
type laneDrawing struct {
	*lanes
	t       *style.Theme
	focused bool
	ruler   ruler
	ahead   int // the first slot behind the cut-off
}

// cell is where a slot begins.
func (d *laneDrawing) cell(slot int) int { return d.chart.Cell(slot, d.left, d.ahead) }

// slots are the number of the first slot in sight and of the one behind the last.
func (d *laneDrawing) slots() (from, to int) { return d.left, d.left + d.chart.Slots }

// body is the part of a line beside the names, empty but for the rule at the
// cut-off.
func (d *laneDrawing) body() glyphs {
	g := blankLine(d.chart.Body(), " ", page.Plain)
	if d.chart.Parted(d.left, d.ahead) {
		g.put(d.chart.RuleCell(d.left, d.ahead), glyph{text: d.t.Signs.Column, role: page.Muted})
	}
	return g
}

// named is a line with words in its first column.
func (d *laneDrawing) named(role page.Role, name string, body glyphs) string {
	return strings.Repeat(" ", layout.Gutter) + d.t.Role(role, d.t.Fit(name, d.chart.Names)) + " " + body.paint(d.t)
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
func (d *laneDrawing) marks(body glyphs, lane *lane) {
	s := lane.at(d.ruler)
	from, to := d.slots()
	for slot := from; slot < to; slot++ {
		d.slot(body, lane, s, slot)
	}
	left, right := d.chart.Edges()
	if s.before(from) {
		body.put(left, glyph{text: d.t.Signs.Chart.Before, role: page.Muted})
	}
	if s.behind(to - 1) {
		body.put(right, glyph{text: d.t.Signs.Chart.Behind, role: page.Muted})
	}
}

// slot draws what a lane has in a slot: its line, the end of a line, its mark.
func (d *laneDrawing) slot(body glyphs, lane *lane, s *strip, slot int) {
	signs := &d.t.Signs.Chart
	line := [solid + 1]string{noStroke: " ", dotted: signs.Dotted, solid: signs.Solid}[s.stroke(slot)]
	before, mark := glyph{text: line, role: page.Muted}, glyph{text: line, role: page.Muted}
	switch s.ending(slot) {
	case closed:
		mark.text = signs.Closed
	case open:
		before.text = signs.Open
	case endUnknown:
		before.text = signs.Unknown
	}
	if m := s.mark(slot); m.count > 0 {
		mark = d.mark(lane, m)
		if m.bound != known {
			before = glyph{text: boundSign(signs, m.bound), role: page.Plain}
		}
	}
	x := d.cell(slot)
	body.put(x, before)
	body.put(layout.MarkCell(x), mark)
}

func boundSign(signs *style.ChartSigns, b bound) string {
	return [since + 1]string{known: " ", unsure: signs.Unsure, until: signs.Until, since: signs.Since}[b]
}

// manyEvents is more than a digit says.
const manyEvents = 10

// mark is the sign of an event, or the number of several.
func (d *laneDrawing) mark(lane *lane, m slotMark) glyph {
	switch {
	case m.count >= manyEvents:
		return glyph{text: "+", role: page.Strong}
	case m.count > 1:
		return glyph{text: strconv.Itoa(m.count), role: page.Strong}
	}
	return d.sign(lane.events[m.first])
}

func (d *laneDrawing) sign(e *briefing.Event) glyph {
	role := page.Sign
	if e.Certainty == briefing.CertaintyAlleged {
		role = page.Caution
	}
	return glyph{text: d.t.Sign(page.EventSign(e)), role: role}
}

// cursorOn shows the cursor in a cell; on a line, with the sign of its event.
func (d *laneDrawing) cursorOn(c *glyph) {
	c.on = d.focused
	if m := d.moment(); m.at != undated && d.ruler.at(m.at) < d.left {
		c.text, c.role = d.sign(d.event()).text, d.sign(d.event()).role
	}
}

// undated draws what a lane has without a date.
func (d *laneDrawing) undated(body glyphs, lane *lane) {
	if n := len(lane.events) - lane.dated; n > 0 {
		body.put(layout.MarkCell(d.chart.UndatedCell()), d.mark(lane, slotMark{first: lane.dated, count: n}))
	}
}

// cursorCell is where the cursor stands in the body: on its mark, or on the
// line of an event that began before what is in sight.
func (d *laneDrawing) cursorCell() (int, bool) {
	m, x := d.moment(), d.chart.UndatedCell()
	if m.at != undated {
		slot := max(d.ruler.at(m.at), d.left)
		if slot >= d.left+d.chart.Slots {
			return 0, false
		}
		x = d.cell(slot)
	}
	x = layout.MarkCell(x)
	return x, x < d.chart.Body()
}
