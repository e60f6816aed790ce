package export

import (
	"slices"
	"strconv"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/axis"
	"sitrep/briefing/page"
)

// laneMark is an event in a lane: a sign at x and a line that ends at to.
// Without an event it counts those for which there is no room. Events of which
// only the same last day is known are side by side, and the first of them says
// so.
type laneMark struct {
	event *briefing.Event
	axis.Moment
	x, to, line int
	more        int
}

// marksOf places events on the lines of a lane, each on the first line that has
// room for it.
func (c *laneChart) marksOf(events []*briefing.Event) []laneMark {
	var out []laneMark
	var ends []int // by line
	before := 0    // the end of the last line before its last marks
	more := -1     // the last mark that counts events without room
	for _, e := range events {
		moment, ok := c.moments[e]
		if !ok {
			continue
		}
		m := c.mark(e, moment)
		if n := len(out); n > 0 && m.goesBeside(out[n-1], before) {
			m.x, m.line = out[n-1].x-2*laneSign, out[n-1].line
			m.to, out[n-1].Bound = m.x, axis.Known
			out = append(out, m)
			continue
		}
		m.line = slices.IndexFunc(ends, func(end int) bool { return end <= m.begin() })
		switch {
		case m.line >= 0:
		case len(ends) < laneLines:
			m.line, ends = len(ends), append(ends, -laneBound)
		case more >= 0 && out[more].x+2*laneSign > m.x:
			out[more].more++
			continue
		default:
			more = len(out)
			out = append(out, laneMark{x: m.x, line: laneLines, more: 1})
			continue
		}
		before, ends[m.line] = ends[m.line], m.end()
		out = append(out, m)
	}
	return out
}

// goesBeside reports whether there is room for an event to the left of another
// with the same last day.
func (m laneMark) goesBeside(other laneMark, before int) bool {
	return other.event != nil && other.At == m.At && other.to == other.x && m.to == m.x && m.Bound == axis.Until &&
		other.Bound == axis.Until && other.x-2*laneSign-laneBound >= before
}

func (c *laneChart) mark(e *briefing.Event, moment axis.Moment) laneMark {
	m := laneMark{event: e, Moment: moment, x: c.axis.At(moment.At)}
	m.to = max(c.axis.At(moment.To), m.x)
	if m.To-m.At < axis.Day || m.Stroke == axis.NoStroke { // known to the day: a point
		m.to = m.x
	}
	return m
}

// begin returns where the mark begins, including what precedes its sign.
func (m laneMark) begin() int {
	if m.Bound != axis.Known {
		return m.x - laneBound
	}
	return m.x - laneSign
}

// end returns where the mark ends, including the sign at the end of its line.
func (m laneMark) end() int {
	if m.ending() != "" {
		return m.to + laneCut + laneSign
	}
	return m.to + laneSign
}

// ending returns the sign at the end of a line. The sign of an ongoing event
// already says that it goes on.
func (m laneMark) ending() string {
	if m.to == m.x && (m.Ending == axis.Closed || m.event.Status == briefing.EventOngoing) {
		return ""
	}
	return endingSigns[m.Ending]
}

// boundSigns precede the sign of an event whose date is not fully known, and
// endingSigns end its line, as on the screen.
var (
	boundSigns  = map[axis.Bound]string{axis.Unsure: "~", axis.Until: "≤", axis.Since: "≥"}
	endingSigns = map[axis.Ending]string{axis.Closed: "|", axis.Open: "→", axis.EndUnknown: "?"}
)

// laneMark draws an event: its line, the signs for an imprecise date, and a
// sign that links to it and has its name and date.
func (h *htmlWriter) laneMark(m laneMark) {
	y := m.line*laneLine + laneBase
	if m.event == nil {
		h.laneText("muted", m.x, y, "+"+strconv.Itoa(m.more))
		return
	}
	if m.to > m.x {
		class := markup("lasts")
		if m.Stroke == axis.Dotted {
			class = "within"
		}
		middle := m.line*laneLine + laneLine/2
		h.raw("<line class=\"" + class + "\"" + across("x1", m.x+laneSign) + across("x2", m.to) + down("y1", middle) + down("y2", middle) + "></line>")
	}
	switch sign := m.ending(); m.Ending {
	case axis.Closed:
		h.laneText("muted", m.to, y, sign)
	case axis.Open, axis.EndUnknown: // at the cut-off, and after it
		h.laneText("muted", m.to+laneCut, y, sign)
	}
	if sign := boundSigns[m.Bound]; sign != "" {
		h.laneText("muted", m.x-laneBound+laneSign, y, sign)
	}
	linked := h.link(page.To(briefing.KindEvent, m.event.ID))
	h.between("<title>", page.Name(h.x, briefing.Ref{Kind: briefing.KindEvent, ID: m.event.ID})+", "+m.event.When.Date.Words(), "</title>")
	h.laneText("sign", m.x, y, page.EventSign(m.event))
	h.endLink(linked)
}

func (h *htmlWriter) laneText(class markup, x, y int, text string) {
	h.between("<text class=\""+class+"\""+across("x", x)+down("y", y)+">", text, "</text>")
}

// laneHead draws the dates above the lanes: days below months, or whatever fits
// the time shown, and where time is left out the dates between.
func (h *htmlWriter) laneHead(c *laneChart) {
	const upper, lower = 9, 21
	h.laneSVG(laneHead)
	h.laneRules(c)
	x := 0
	for i, p := range c.axis.Parts {
		x += c.axis.Gap(i)
		if p.To-p.From < axis.Day {
			if e := c.first[p.From]; e != nil {
				h.laneText("date", x, lower, pointInTime(e, p.From))
			}
		} else {
			h.laneLabels(p, x, upper, lower)
		}
		x += p.Width
	}
	h.raw("</svg>")
}

// pointInTime returns the date of an isolated event, or its year if the date
// does not fit.
func pointInTime(e *briefing.Event, at int64) string {
	if date := e.When.Date.Short(); len(date)*laneLetter <= laneShort {
		return date
	}
	return strconv.Itoa(time.Unix(at, 0).UTC().Year())
}

// laneLabels draws the labels of a part of the axis that begins at x. It leaves
// out a label that does not fit before the next.
func (h *htmlWriter) laneLabels(p axis.Part, x, upper, lower int) {
	length := p.To - p.From + 1
	at := func(t int64) int { return x + int(float64(t-p.From)/float64(length)*float64(p.Width)) }
	k := axis.Nearest(func(k axis.Tick) bool {
		return k.Lasts*int64(p.Width) >= int64((k.Cells+1)*laneLetter)*length
	})
	for t := p.From; t < p.To; {
		from, to := k.Period(t)
		name := k.PeriodName(from)
		if x > 0 && !p.Skipped && from.Unix() < p.From {
			name = "" // the label of the cut-off says it
		}
		if begin := max(at(from.Unix()), x); begin+len(name)*laneLetter <= min(at(to.Unix()), x+p.Width)+laneLetter && name != "" {
			h.laneText("date period", begin, upper, name)
		}
		t = to.Unix()
	}
	for t := k.First(p.From); t.Unix() <= p.To; t = k.Next(t) {
		if label := k.Text(t); t.Unix() >= p.From && k.Labelled(t) && at(t.Unix())+len(label)*laneLetter <= x+p.Width+2*laneLetter {
			h.laneText("date", at(t.Unix()), lower, label)
		}
	}
}

// laneSignWords explain the signs of lanes other than those of events, and say
// which marks have them.
var laneSignWords = []struct {
	sign, words string
	in          func(laneMark) bool
}{
	{boundSigns[axis.Unsure], "uncertain or approximate", func(m laneMark) bool { return m.Bound == axis.Unsure }},
	{boundSigns[axis.Until], "then or before", func(m laneMark) bool { return m.Bound == axis.Until }},
	{boundSigns[axis.Since], "then or later", func(m laneMark) bool { return m.Bound == axis.Since }},
	{"—", "lasts", func(m laneMark) bool { return m.to > m.x && m.Stroke == axis.Solid }},
	{"···", "within this time", func(m laneMark) bool { return m.to > m.x && m.Stroke == axis.Dotted }},
	{endingSigns[axis.Closed], "its end", func(m laneMark) bool { return m.Ending == axis.Closed && m.ending() != "" }},
	{endingSigns[axis.Open], "goes on", func(m laneMark) bool { return m.Ending == axis.Open && m.ending() != "" }},
	{"···" + endingSigns[axis.EndUnknown], "ended, not known when", func(m laneMark) bool { return m.Ending == axis.EndUnknown && m.ending() != "" }},
}

func (h *htmlWriter) laneSigns(marks []laneMark) {
	signs := map[string]bool{}
	for _, m := range marks {
		if m.event != nil {
			signs[page.EventSign(m.event)] = true
		}
	}
	h.raw("<p class=\"muted\">")
	separator := ""
	write := func(sign, words string) {
		h.text(separator)
		separator = ", "
		h.between("<span class=\"key\">", sign, "</span> ")
		h.text(words)
	}
	for _, s := range page.EventSigns() {
		if signs[s[0]] {
			write(s[0], s[1])
		}
	}
	for _, s := range laneSignWords {
		if slices.ContainsFunc(marks, func(m laneMark) bool { return m.event != nil && s.in(m) }) {
			write(s.sign, s.words)
		}
	}
	h.raw("</p>\n")
}
