package export

import (
	"cmp"
	"slices"
	"strconv"

	"sitrep/briefing"
	"sitrep/briefing/axis"
	"sitrep/briefing/page"
)

// The limits of actors and of lines of signs for each, so that the lanes fit on
// paper. The table of the timeline has all events.
const (
	laneActors = 10
	laneLines  = 6
)

// The measures of lanes: across in thousandths of the width, down in tenths of
// the font size.
const (
	laneWidth  = 1000
	laneShort  = 90 // a part of the axis that would be shorter to scale
	laneBreak  = 20 // a gap of time that is left out
	laneCut    = 28 // the cut-off
	laneSign   = 9  // on either side of the middle of a sign
	laneBound  = 24 // before the sign, for an imprecise date
	laneLetter = 11 // the width of a letter in a label
	laneLine   = 12
	laneBase   = 10 // the baseline of the letters in a line
	laneHead   = 25
)

// laneChart shows who takes part in what, and when: actors down, time across.
type laneChart struct {
	axis    axis.Axis
	cut     axis.Cutoff
	moments map[*briefing.Event]axis.Moment
	first   map[int64]*briefing.Event // by time
	actors  []*briefing.Actor
}

// laneChartOf returns the lanes of events, which must be in the order of their
// dates. It returns false if all are on one day or have no actors.
func laneChartOf(x *briefing.Index, list []*briefing.Event) (c laneChart, ok bool) {
	c = laneChart{cut: axis.CutoffOf(x.Briefing), moments: map[*briefing.Event]axis.Moment{}, first: map[int64]*briefing.Event{}}
	var times []int64
	for i, m := range axis.MomentsOf(list, c.cut) {
		if m.At == axis.Undated {
			break
		}
		times = append(times, m.At)
		c.moments[list[i]] = m
		if c.first[m.At] == nil {
			c.first[m.At] = list[i]
		}
	}
	c.actors = laneActorsOf(x, c.moments)
	if len(times) == 0 || times[len(times)-1]-times[0] < axis.Day || len(c.actors) == 0 {
		return c, false
	}
	c.axis = axis.New(times, c.cut)
	c.axis.Fit(axis.Room{Width: laneWidth, Least: laneShort, Break: laneBreak, Cut: laneCut})
	return c, true
}

// laneActorsOf returns the actors that take part in the most events, leaving
// out events in gaps of the axis.
func laneActorsOf(x *briefing.Index, in map[*briefing.Event]axis.Moment) []*briefing.Actor {
	var all []*briefing.Actor
	for i := range x.Briefing.Actors {
		a := &x.Briefing.Actors[i]
		if slices.ContainsFunc(x.TookPart(a.ID), func(e *briefing.Event) bool { _, ok := in[e]; return ok }) {
			all = append(all, a)
		}
	}
	slices.SortStableFunc(all, func(a, b *briefing.Actor) int {
		return cmp.Compare(len(x.TookPart(b.ID)), len(x.TookPart(a.ID)))
	})
	return all[:min(len(all), laneActors)]
}

// lanes writes the lanes as a table with a drawing in each row, to the scale of
// the screen.
func (h *htmlWriter) lanes(list []*briefing.Event) {
	c, ok := laneChartOf(h.x, list)
	if !ok {
		return
	}
	h.raw("<div class=\"wide\" role=\"region\" aria-label=\"Lanes\" tabindex=\"0\">\n<table class=\"lanes\">\n<caption>")
	h.text("Who takes part when: the " + briefing.Counted(len(c.actors), "actor", "actors") + " with the most events, to scale")
	if c.cut.Known {
		h.text("; the line is the cut-off, " + h.x.Briefing.AsOf.Words())
	}
	h.raw("</caption>\n<thead><tr><th scope=\"col\">Actor</th><td>")
	h.laneHead(&c)
	h.raw("</td></tr></thead>\n<tbody>\n")
	var all []laneMark
	for _, a := range c.actors {
		marks := c.marksOf(h.x.TookPart(a.ID))
		all = append(all, marks...)
		h.raw("<tr><th scope=\"row\" dir=\"auto\">")
		h.linked(page.To(briefing.KindActor, a.ID), a.Name)
		h.raw("</th><td>")
		h.lane(&c, marks)
		h.raw("</td></tr>\n")
	}
	h.raw("</tbody>\n</table>\n")
	h.laneSigns(all)
	h.raw("</div>\n")
}

func (h *htmlWriter) lane(c *laneChart, marks []laneMark) {
	lines := 1
	for _, m := range marks {
		lines = max(lines, m.line+1)
	}
	h.laneSVG(lines*laneLine + 2)
	h.laneRules(c)
	for _, m := range marks {
		h.laneMark(m)
	}
	h.raw("</svg>")
}

func (h *htmlWriter) laneSVG(height int) {
	h.raw("<svg class=\"lane\"" + down("height", height) + ">")
}

// laneRules draws the cut-off and the gaps where time is left out.
func (h *htmlWriter) laneRules(c *laneChart) {
	x := 0
	for i, p := range c.axis.Parts {
		gap := c.axis.Gap(i)
		switch {
		case p.Skipped:
			h.laneRule("skip", x+gap/3, x+gap/3)
			h.laneRule("skip", x+2*gap/3, x+2*gap/3)
		case i > 0:
			h.laneRule("cut", x+gap/2, x+gap/2)
		}
		x += gap + p.Width
	}
}

// laneRule draws a line from top to bottom.
func (h *htmlWriter) laneRule(class markup, x1, x2 int) {
	h.raw("<line class=\"" + class + "\"" + across("x1", x1) + across("x2", x2) + " y2=\"100%\"></line>")
}

// down returns a vertical measure as an attribute.
func down(name markup, y int) markup {
	return " " + name + "=\"" + markup(strconv.FormatFloat(float64(y)/10, 'f', -1, 64)) + "em\""
}

// across returns a horizontal position as an attribute.
func across(name markup, x int) markup {
	return " " + name + "=\"" + markup(strconv.FormatFloat(float64(x)/(laneWidth/100), 'f', -1, 64)) + "%\""
}
