package lanes

import (
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/axis"
	"sitrep/briefing/lines"
	"sitrep/briefing/page"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
)

// laneFeature is something for which lanes need a sign.
type laneFeature uint16

// The features, in the order of the legend.
const (
	hasOccurred laneFeature = 1 << iota
	hasOngoing
	hasExpected
	hasCancelled
	hasAlleged
	hasSeveral
	hasUnsure
	hasUntil
	hasSince
	hasSolid
	hasDotted
	hasClosed
	hasOpen
	hasUnknownEnd
)

// laneSign is the sign of a feature, one cell wide. Its meaning is a word or
// two under the lanes and in full in the help.
type laneSign struct {
	feature laneFeature
	sign    func(*style.Theme) string
	short   string
	meaning string
	role    page.Role
}

// laneSigns are all signs of the lanes, in the order of the legend.
var laneSigns = []laneSign{
	{hasOccurred, eventSign("●"), "occurred", "occurred", page.Sign},
	{hasOngoing, eventSign("◐"), "ongoing", "ongoing", page.Sign},
	{hasExpected, eventSign("○"), "expected", "expected", page.Sign},
	{hasCancelled, eventSign("×"), "cancelled", "cancelled", page.Sign},
	{hasAlleged, eventSign("?"), "alleged", "alleged", page.Caution},
	{hasSeveral, eventSign("2"), "so many events", "so many events in one place, where it has not the room for each; + for ten and more", page.Strong},
	{hasUnsure, func(t *style.Theme) string { return t.Signs.Chart.Unsure }, "uncertain", "the date is uncertain or approximate", page.Plain},
	{hasUntil, func(t *style.Theme) string { return t.Signs.Chart.Until }, "or before", "on that date or before", page.Plain},
	{hasSince, func(t *style.Theme) string { return t.Signs.Chart.Since }, "or later", "on that date or later", page.Plain},
	{hasSolid, func(t *style.Theme) string { return t.Signs.Chart.Solid }, "lasts", "it lasts all this time", page.Muted},
	{hasDotted, func(t *style.Theme) string { return t.Signs.Chart.Dotted }, "within", "it lies somewhere within this time", page.Muted},
	{hasClosed, func(t *style.Theme) string { return t.Signs.Chart.Closed }, "end", "it has ended then", page.Muted},
	{hasOpen, func(t *style.Theme) string { return t.Signs.Chart.Open }, "goes on", "it goes on", page.Muted},
	{hasUnknownEnd, func(t *style.Theme) string { return t.Signs.Chart.Unknown }, "unknown end", "at the end of a line: it has ended, not known when", page.Muted},
}

func eventSign(sign string) func(*style.Theme) string {
	return func(t *style.Theme) string { return t.Sign(sign) }
}

// features returns what an event needs signs for.
func features(e *briefing.Event, m axis.Moment) laneFeature {
	has := hasSeveral
	switch {
	case e.Certainty == briefing.CertaintyAlleged:
		has |= hasAlleged
	case e.Status == briefing.EventOngoing:
		has |= hasOngoing
	case e.Status == briefing.EventExpected:
		has |= hasExpected
	case e.Status == briefing.EventCancelled:
		has |= hasCancelled
	default:
		has |= hasOccurred
	}
	has |= [...]laneFeature{axis.Unsure: hasUnsure, axis.Until: hasUntil, axis.Since: hasSince}[m.Bound]
	if m.At != m.To {
		has |= [...]laneFeature{axis.Dotted: hasDotted, axis.Solid: hasSolid}[m.Stroke]
	}
	return has | [...]laneFeature{axis.Closed: hasClosed, axis.Open: hasOpen, axis.EndUnknown: hasUnknownEnd}[m.Ending]
}

// legendLines breaks the signs of the features, of at most lead cells each,
// into lines of the given cells.
func legendLines(has laneFeature, cells, lead int) [][]laneSign {
	var lines [][]laneSign
	used := cells
	for _, s := range laneSigns {
		if has&s.feature == 0 {
			continue
		}
		w := lead + 1 + len(s.short)
		if len(lines) == 0 || used+w >= cells {
			lines, used = append(lines, nil), layout.Gutter
		}
		lines[len(lines)-1] = append(lines[len(lines)-1], s)
		used += w + len(layout.LegendGap)
	}
	return lines
}

// legend returns the meanings of the signs in this briefing's lanes, as far as
// there is room.
func (d *laneDrawing) legend() []string {
	out := make([]string, 0, d.chart.Legend)
	for _, signs := range legendLines(d.has, d.size.Cells, d.chart.Lead)[:d.chart.Legend] {
		line := lines.Line{{Text: strings.Repeat(" ", layout.Gutter)}}
		for _, s := range signs {
			line = append(line, lines.Run{Text: s.sign(d.t), Role: s.role}, lines.Run{Text: " " + s.short + layout.LegendGap, Role: page.Muted})
		}
		out = append(out, d.t.Row(line, d.size.Cells, 0, false))
	}
	return out
}

// Signs returns the signs of the lanes beyond those of events, with their
// meanings.
func Signs(t *style.Theme) [][2]string {
	var out [][2]string
	for _, s := range laneSigns {
		if s.feature >= hasSeveral {
			out = append(out, [2]string{s.sign(t), s.meaning})
		}
	}
	return out
}

// StripSigns returns the signs of the strip of density, with their meanings.
func StripSigns(t *style.Theme) [][2]string {
	c := &t.Signs.Chart
	return [][2]string{
		{strings.Join(c.Levels, ""), "how the events crowd"},
		{c.Here, "the cursor"},
		{t.Signs.Column, "the cut-off: what follows is ahead"},
		{c.Break + c.Break, "time without events, left out"},
	}
}
