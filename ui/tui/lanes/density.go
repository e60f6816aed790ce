package lanes

import (
	"slices"
	"sort"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/axis"
	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
)

// density is the strip above the timeline. It shows where the events crowd
// between the first date and the last, the cut-off and the cursor.
type density struct {
	index       *briefing.Index
	cut         axis.Cutoff
	events      []*briefing.Event
	times       []int64
	axis        axis.Axis
	first, last string // the headings that the strip begins and ends under
	cells       int    // for which counts is made
	counts      []int
	most        int
}

// breakCells is the width of the sign for time left out, and cutCells that of the
// rule at the cut-off.
const (
	breakCells = 2
	cutCells   = 1
)

// newDensity returns the strip of a briefing, or nil if too few events have a
// date or all dates are on the same day.
func newDensity(x *briefing.Index) column.Header {
	d := &density{index: x, cut: axis.CutoffOf(x.Briefing)}
	events := shown(x, x.Events())
	for i, m := range axis.MomentsOf(events, d.cut) {
		if m.At == axis.Undated {
			break
		}
		e := events[i]
		d.events = append(d.events, e)
		if len(d.times) == 0 {
			d.first = page.Month(e)
		}
		d.times, d.last = append(d.times, m.At), page.Month(e)
	}
	if len(d.times) < 2 || d.times[len(d.times)-1]-d.times[0] <= axis.Day {
		return nil
	}
	d.axis = axis.New(d.times, d.cut)
	return d
}

// Lines returns how many lines the strip takes, including the space below it.
func (d *density) Lines(s column.Size) int {
	if d.room(s.Cells, s.Method.Of(d.first), s.Method.Of(d.last)) == 0 {
		return 0
	}
	return layout.StripLines(s.Lines)
}

func (d *density) room(cells, first, last int) int { return layout.Strip(cells, first, last) }

func (d *density) fit(cells int) {
	if d.cells == cells {
		return
	}
	d.cells, d.most = cells, 0
	d.counts = make([]int, cells)
	d.axis.Fit(axis.Room{Width: cells, Least: 1, Break: breakCells, Cut: cutCells})
	for _, t := range d.times {
		x := d.axis.At(t)
		d.counts[x]++
		d.most = max(d.most, d.counts[x])
	}
}

// Draw draws the strip on the first of its lines.
func (d *density) Draw(t *style.Theme, s column.Size, at page.Target) []string {
	d.fit(d.room(s.Cells, t.Method.Of(d.first), t.Method.Of(d.last)))
	g := style.BlankLine(d.cells, " ", page.Plain)
	levels := t.Signs.Chart.Levels
	for x, n := range d.counts {
		if n > 0 {
			g.Put(x, style.Glyph{Text: levels[(n*len(levels)-1)/d.most], Role: page.Sign})
		}
	}
	d.parting(t, g)
	if i := slices.Index(d.events, d.index.Event(at.Ref.ID)); i >= 0 {
		g.Put(d.axis.At(d.times[i]), style.Glyph{Text: t.Signs.Chart.Here, Role: page.Strong})
	}
	line := strings.Repeat(" ", layout.Gutter) + t.Role(page.Muted, d.first) + " " + g.Paint(t) + " " + t.Role(page.Muted, d.last) + " "
	out := blankLines(s)
	out[0] = line
	return out
}

// At returns the first event in a cell of the strip, or in the nearest cell to
// the right that has events.
func (d *density) At(s column.Size, x, y int) page.Target {
	x -= layout.StripFrom(s.Method.Of(d.first))
	if y > 0 || x < 0 || x >= d.cells {
		return page.Target{}
	}
	i := sort.Search(len(d.times), func(i int) bool { return d.axis.At(d.times[i]) >= x })
	if i == len(d.times) {
		return page.Target{}
	}
	return page.To(briefing.KindEvent, d.events[i].ID)
}

// parting draws the rule at the cut-off and the signs for time left out.
func (d *density) parting(t *style.Theme, g style.Glyphs) {
	x := 0
	for i, p := range d.axis.Parts {
		sign := t.Signs.Column
		if p.Skipped {
			sign = t.Signs.Chart.Break
		}
		for n := range d.axis.Gap(i) {
			g.Put(x+n, style.Glyph{Text: sign, Role: page.Muted})
		}
		x += d.axis.Gap(i) + p.Width
	}
}
