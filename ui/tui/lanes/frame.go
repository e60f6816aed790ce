package lanes

import (
	"math"
	"strconv"

	"sitrep/briefing"
	"sitrep/briefing/lines"
	"sitrep/briefing/page"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
)

// header returns the dates above the lanes, with the cursor's place on the rule.
func (d *laneDrawing) header() []string {
	var out []string
	if d.chart.Head == 0 {
		return nil
	}
	from, _ := d.slots()
	if d.chart.Head > layout.ShortHead {
		body := style.BlankLine(d.chart.Body(), " ", page.Plain)
		d.words(body, d.ruler.periods(from, d.chart.Slots), page.Strong)
		out = append(out, d.named(page.Plain, "", body))
	}
	body := style.BlankLine(d.chart.Body(), " ", page.Plain)
	d.words(body, d.ruler.labels(from, d.chart.Slots), page.Muted)
	if d.chart.Undated > 0 {
		body.Write(d.chart.UndatedCell(), "no date", page.Muted)
	}
	rule := style.BlankLine(d.size.Cells, d.t.Signs.Rule, page.Muted)
	if x, ok := d.cursorCell(); ok {
		rule.Put(d.chart.Before()+x, style.Glyph{Text: d.t.Signs.Chart.Caret, Role: page.Sign})
	}
	return append(out, d.named(page.Muted, d.scale(), body), rule.Paint(d.t))
}

// scaleWords precede the scale.
const scaleWords = "1 mark = "

// scale says how much time a mark stands for, in fewer words if there is little
// room.
func (d *laneDrawing) scale() string {
	if text := scaleWords + d.Scale(); len(text) <= d.chart.Names {
		return text
	}
	return "= " + d.Scale()
}

// words writes labels. Labels must not touch: at the left edge, where its
// stretch is cut, the first label gives way to the next, and elsewhere the
// later label gives way.
func (d *laneDrawing) words(body style.Glyphs, labels []label, role page.Role) {
	_, right := d.chart.Edges()
	end := -1
	for i, w := range labels {
		x := d.cell(w.slot)
		if i == 0 && len(labels) > 1 && d.cell(labels[1].slot) <= x+len(w.text) {
			continue
		}
		if x > end && x+len(w.text) <= right {
			body.Write(x, w.text, role)
			end = x + len(w.text)
		}
	}
}

// foot returns the rule under the lanes with the cut-off, the event under the cursor
// in words, and the signs.
func (d *laneDrawing) foot() []string {
	if d.chart.Readout == 0 {
		return nil
	}
	out := []string{d.cutRule()}
	out = append(out, d.readout()...)
	return append(out, d.legend()...)
}

// cutRule returns the rule with the cut-off date beside the line between past
// and future.
func (d *laneDrawing) cutRule() string {
	g := style.BlankLine(d.size.Cells, d.t.Signs.Rule, page.Muted)
	if d.ahead == math.MaxInt {
		return g.Paint(d.t)
	}
	signs := &d.t.Signs.Chart
	asOf := "as of " + d.own(d.index.Briefing.AsOf.Words())
	if d.t.Method.Of(asOf) != len(asOf) { // words of one cell a byte can be placed by cells
		asOf = "as of"
	}
	_, right := d.chart.Edges()
	first, last := d.chart.Before(), d.chart.Before()+right
	x := d.chart.Before() + d.chart.RuleCell(d.left, d.ahead)
	switch {
	case d.ahead <= d.left:
		g.Write(first, signs.Before+" "+asOf+" ", page.Label)
	case !d.chart.Parted(d.left, d.ahead):
		text := " " + asOf + " " + signs.Behind
		g.Write(last-len(text), text, page.Label)
	default:
		g.Put(x, style.Glyph{Text: signs.Crossing, Role: page.Muted})
		if left := x - len(asOf) - len("  "); left > 0 {
			g.Write(left, " "+asOf+" ", page.Label)
			asOf = ""
		}
		if ahead := " ahead "; x+len(ahead) < len(g) && asOf == "" {
			g.Write(x+1, ahead, page.Label)
		} else if asOf != "" {
			g.Write(x+1, " "+asOf+" ", page.Label)
		}
	}
	return g.Paint(d.t)
}

// own returns words of the program, in ASCII if the theme is.
func (d *laneDrawing) own(text string) string {
	if d.t.ASCII {
		return lines.ToASCII(text)
	}
	return text
}

// readout describes the event under the cursor in words.
func (d *laneDrawing) readout() []string {
	e := d.event()
	sign := d.sign(e)
	date := d.own(e.When.Date.Words())
	if date == "" {
		date = "no date"
	}
	head := lines.Line{{Text: "  "}, {Text: sign.Text, Role: sign.Role}, {Text: " " + date + "  ", Role: page.Label}}
	out := []string{d.text(head, lines.Run{Text: page.Name(d.index, briefing.Ref{Kind: briefing.KindEvent, ID: e.ID}), Role: page.Strong})}
	if d.chart.Readout > 1 {
		out = append(out, d.text(lines.Line{{Text: "    "}}, lines.Run{Text: d.company(e), Role: page.Muted}))
	}
	return out
}

// company says which of its actor's events this is, and who else is in it.
func (d *laneDrawing) company(e *briefing.Event) string {
	lane := d.lane()
	words := strconv.Itoa(d.cursor.event+1) + " of " + strconv.Itoa(len(lane.events))
	if lane.actor == nil {
		return words + ", nobody named"
	}
	words += " for " + lane.actor.Name
	if p := participant(e, lane.actor); p.Role != "" {
		words += " (" + p.Role + ")"
	}
	var with []string
	for _, p := range e.Actors {
		if p.Actor != lane.actor.ID {
			name := page.ActorName(d.index, p.Actor)
			if p.Role != "" {
				name += " (" + p.Role + ")"
			}
			with = append(with, name)
		}
	}
	if len(with) > 0 {
		words += "; with " + briefing.JoinNames(with)
	}
	return words
}

// text returns a line whose last part is shortened if there is no room.
func (d *laneDrawing) text(line lines.Line, last lines.Run) string {
	used := 0
	for _, r := range line {
		used += d.t.Method.Of(r.Text)
	}
	last.Text = d.t.Cut(last.Text, max(d.size.Cells-used-1, 0))
	return d.t.Row(append(line, last), d.size.Cells, 0, false)
}
