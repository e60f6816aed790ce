// Package lanes shows events over time: as a list under their months with a
// strip of how they crowd, and as lanes, actors down and time across. Like
// every column it only moves its cursor; it opens nothing and reads no keys.
package lanes

import (
	"slices"
	"sort"

	"sitrep/briefing"
	"sitrep/briefing/axis"
	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/layout"
)

// laneIndex has the lanes of a briefing, and where each event is in them.
type laneIndex struct {
	index  *briefing.Index
	cut    axis.Cutoff
	events []*briefing.Event // those that are shown, in the order of their dates
	lanes  []*lane
	groups map[int]string // the heading above a lane, by the lane's number
	in     map[*briefing.Event]listing
	times  []int64     // of the dated events, in order
	has    laneFeature // what the legend explains
}

// lanes shows the timeline as a chart: actors down, time across, with a mark
// where an actor takes part in an event. The cursor goes from mark to mark
// along a lane and, up and down, to the mark of the next lane that is nearest
// in time.
type lanes struct {
	laneIndex
	size   column.Size
	chart  layout.Chart
	zoom   int // a number in scales; unset before the first size is known
	cursor lanePos
	want   int64 // the time that the cursor keeps while going up and down
	left   int   // the first slot in sight
	home   int   // the value of left before going up and down, to return to
	rows   []laneRow
	rowOf  []int // the row of each lane
	top    int   // the first row in sight
}

// listing is the place of an event: its number on the timeline, and the lanes
// that it is in.
type listing struct {
	number int
	lanes  []int
}

// unset is a zoom before the first size is known.
const unset = -1

// lanePos is an event in a lane.
type lanePos struct{ lane, event int }

// laneRow is a line of the chart: a lane, or else the heading of a group or a
// blank.
type laneRow struct {
	lane    int
	heading string
}

// noLane is the lane of a row that has none.
const noLane = -1

// New returns the events by who takes part in them.
func New(x *briefing.Index) column.Column {
	l := &lanes{laneIndex: newLaneIndex(x), zoom: unset}
	if len(l.lanes) == 0 {
		return column.Listed(x, nil, briefing.KindEvent)
	}
	l.start()
	l.Resize(column.Size{Cells: layout.MaxText, Lines: layout.MinLines})
	l.zoom = unset // the first size of the terminal decides
	return l
}

func newLaneIndex(x *briefing.Index) laneIndex {
	l := laneIndex{index: x, cut: axis.CutoffOf(x.Briefing), groups: map[int]string{}, in: map[*briefing.Event]listing{}}
	l.events = shown(x, x.Events())
	l.addLanes()
	for i, m := range axis.MomentsOf(l.events, l.cut) {
		e := l.events[i]
		l.in[e] = listing{number: i + 1}
		l.has |= features(e, m)
		if m.At != axis.Undated {
			l.times = append(l.times, m.At)
		}
	}
	for n, lane := range l.lanes {
		for _, e := range lane.events {
			at := l.in[e]
			at.lanes = append(at.lanes, n)
			l.in[e] = at
		}
	}
	return l
}

// shown returns the events that lists show.
func shown(x *briefing.Index, events []*briefing.Event) []*briefing.Event {
	return slices.DeleteFunc(slices.Clone(events), func(e *briefing.Event) bool { return !x.Shows(briefing.KindEvent, e.ID) })
}

// addLanes makes a lane for every actor that takes part in an event, as the
// list of actors groups them, and one for the events that name no actor.
func (l *laneIndex) addLanes() {
	took := map[string][]*briefing.Event{}
	var nobody []*briefing.Event
	for _, e := range l.events {
		for _, p := range e.Actors {
			if n := len(took[p.Actor]); n == 0 || took[p.Actor][n-1] != e {
				took[p.Actor] = append(took[p.Actor], e)
			}
		}
		if len(e.Actors) == 0 {
			nobody = append(nobody, e)
		}
	}
	above := taking(l.index, took)
	var roots []*briefing.Actor
	under := map[string][]*briefing.Actor{}
	for i := range l.index.Briefing.Actors {
		a := &l.index.Briefing.Actors[i]
		switch of := above[a.ID]; {
		case len(took[a.ID]) == 0:
		case of != "":
			under[of] = append(under[of], a)
		default:
			roots = append(roots, a)
		}
	}
	for _, kind := range briefing.ActorKinds {
		first := len(l.lanes)
		for _, a := range roots {
			if a.Kind == kind.Value {
				l.addActor(a, 0, under, took)
			}
		}
		if len(l.lanes) > first {
			l.groups[first] = page.ActorGroups[kind.Value]
		}
	}
	if len(nobody) > 0 {
		l.groups[len(l.lanes)] = "Nobody named"
		l.lanes = append(l.lanes, newLane(nil, 0, nobody, l.cut))
	}
}

func (l *laneIndex) addActor(a *briefing.Actor, depth int, under map[string][]*briefing.Actor, took map[string][]*briefing.Event) {
	l.lanes = append(l.lanes, newLane(a, depth, took[a.ID], l.cut))
	for _, m := range under[a.ID] {
		l.addActor(m, depth+1, under, took)
	}
}

// taking returns, by actor, the nearest actor that it is part of and that takes
// part in events itself. It has no entry for actors that head a list of their
// own.
func taking(x *briefing.Index, took map[string][]*briefing.Event) map[string]string {
	nearest := map[string]string{}
	for a, depth := range x.ListActors() { // what an actor is part of comes before it
		switch {
		case depth == 0:
		case len(took[a.PartOf]) > 0:
			nearest[a.ID] = a.PartOf
		default:
			nearest[a.ID] = nearest[a.PartOf]
		}
	}
	return nearest
}

func (l *lanes) ruler() ruler { return ruler{scales[max(l.zoom, 0)].slot, l.cut, l.chart.Slot} }

func (l *lanes) lane() *lane { return l.lanes[l.cursor.lane] }

// moment returns the time of the event under the cursor.
func (l *lanes) moment() axis.Moment { return l.lane().moments[l.cursor.event] }

func (l *lanes) event() *briefing.Event { return l.lane().events[l.cursor.event] }

// Share asks for the width that a time line can use.
func (l *lanes) Share() layout.Share { return layout.Wide }

// Sideways returns true, because the cursor goes left and right.
func (l *lanes) Sideways() bool { return true }

// Selected returns the event under the cursor.
func (l *lanes) Selected() page.Target { return page.To(briefing.KindEvent, l.event().ID) }

// Place returns the event's number on the timeline.
func (l *lanes) Place() (at, of int) {
	return l.in[l.event()].number, len(l.in)
}

// Select goes to an event, in the lane nearest to the cursor, or to the lane of
// an actor.
func (l *lanes) Select(t page.Target) bool {
	switch t.Ref.Kind {
	case briefing.KindEvent:
		if e := l.index.Event(t.Ref.ID); e != nil && len(l.in[e].lanes) > 0 {
			l.goTo(e)
			return true
		}
	case briefing.KindActor:
		for n, lane := range l.lanes {
			if lane.actor != nil && lane.actor.ID == t.Ref.ID {
				l.put(lanePos{n, lane.nearest(l.want)})
				return true
			}
		}
	}
	return false
}

// goTo puts the cursor on an event, in the lane nearest to it.
func (l *lanes) goTo(e *briefing.Event) {
	best := l.in[e].lanes[0]
	for _, n := range l.in[e].lanes {
		if max(n-l.cursor.lane, l.cursor.lane-n) < max(best-l.cursor.lane, l.cursor.lane-best) {
			best = n
		}
	}
	l.put(lanePos{best, l.lanes[best].index(e)})
	l.want = l.moment().At
}

// put moves the cursor and shows it.
func (l *lanes) put(to lanePos) {
	l.cursor = to
	l.reveal()
	l.home = l.left
}

// Mark returns the cursor, the first row and slot in sight, and the scale.
func (l *lanes) Mark() column.Mark {
	return column.Mark{Cursor: column.Spot{Row: l.cursor.lane, In: l.cursor.event}, Top: column.Spot{Row: l.top, In: l.left}, Zoom: l.zoom}
}

// Restore goes back to a mark, as far as there are still such lanes.
func (l *lanes) Restore(m column.Mark) {
	lane := min(max(m.Cursor.Row, 0), len(l.lanes)-1)
	l.cursor = lanePos{lane, min(max(m.Cursor.In, 0), len(l.lanes[lane].events)-1)}
	l.zoom = min(m.Zoom, len(scales)-1)
	l.top, l.left = m.Top.Row, m.Top.In
	l.want = l.moment().At
	if l.zoom == unset {
		l.firstLook()
	}
	l.fit()
	l.reveal()
	l.home = l.left
}

// Resize sets the size of the chart and keeps the cursor in sight.
func (l *lanes) Resize(s column.Size) {
	s.Cells, s.Lines = max(s.Cells, 1), max(s.Lines, 1)
	if s == l.size && l.zoom != unset {
		return
	}
	l.size = s
	lead := leadCells(s.ASCII)
	l.chart = layout.NewChart(s.Cells, s.Lines, lead, l.longestName(), l.hasUndated(), len(legendLines(l.has, s.Cells, lead)))
	l.arrange()
	if l.zoom == unset {
		l.firstLook()
	}
	l.fit()
	l.reveal()
	l.home = l.left
}

// longestName returns the width in cells of the longest text of the first
// column: an indented name, or the scale above the names.
func (l *lanes) longestName() int {
	longest := len(scaleWords + "12 hours")
	for _, lane := range l.lanes {
		longest = max(longest, l.size.Method.Of(lane.name())+lane.depth*layout.Gutter)
	}
	return longest
}

func (l *lanes) hasUndated() bool { return len(l.times) < len(l.events) }

// arrange lists the rows. Blank rows separate the groups if all rows still fit.
func (l *lanes) arrange() {
	blanks := l.chart.Roomy(len(l.lanes) + 2*len(l.groups))
	l.rows, l.rowOf = l.rows[:0], l.rowOf[:0]
	for n := range l.lanes {
		if heading, ok := l.groups[n]; ok {
			if blanks && n > 0 {
				l.rows = append(l.rows, laneRow{lane: noLane})
			}
			l.rows = append(l.rows, laneRow{noLane, heading})
		}
		l.rowOf = append(l.rowOf, len(l.rows))
		l.rows = append(l.rows, laneRow{lane: n})
	}
}

// crowdShare is the share of all events, in per cent, that the first view
// includes.
const crowdShare = 75

// firstLook chooses the nearest scale that shows where the events crowd, but
// none nearer than days.
func (l *lanes) firstLook() {
	l.zoom = dayScale
	if len(l.times) == 0 {
		return
	}
	from, to := l.crowd()
	for l.zoom < len(scales)-1 && !l.chart.HoldsStretch(l.slotsBetween(from, to)) {
		l.zoom++
	}
	from, to = l.fit()
	l.left = l.chart.Center(l.ruler().at(from), l.ruler().at(to))
}

// fit makes the slots of the scale as wide as possible while the chart shows
// the stretch that it returns: where the events crowd, and what is around it as
// far as there is room.
func (l *lanes) fit() (from, to int64) {
	if len(l.times) == 0 {
		return 0, 0
	}
	from, to = l.crowd()
	i := sort.Search(len(l.times), func(i int) bool { return l.times[i] >= from })
	j := sort.Search(len(l.times), func(i int) bool { return l.times[i] > to })
	for i > 0 || j < len(l.times) {
		first, last := from, to
		if j == len(l.times) || i > 0 && from-l.times[i-1] <= l.times[j]-to {
			i--
			first = l.times[i]
		} else {
			last = l.times[j]
			j++
		}
		if !l.chart.HoldsWide(l.slotsBetween(first, last)) {
			break
		}
		from, to = first, last
	}
	l.chart = l.chart.Fitted(l.slotsBetween(from, to))
	return from, to
}

// slotsBetween returns the number of slots between two times.
func (l *lanes) slotsBetween(from, to int64) int {
	return l.ruler().at(to) - l.ruler().at(from) + 1
}

// start puts the cursor into the first lane, where the events crowd.
func (l *lanes) start() {
	if len(l.times) > 0 {
		_, l.want = l.crowd()
	}
	l.cursor = lanePos{0, l.lanes[0].nearest(l.want)}
}

// crowd returns the shortest time in which most events lie.
func (l *lanes) crowd() (from, to int64) {
	n := max(len(l.times)*crowdShare/100, 1)
	from, to = l.times[0], l.times[n-1]
	for i := n; i < len(l.times); i++ {
		if first, last := l.times[i-n+1], l.times[i]; last-first < to-from {
			from, to = first, last
		}
	}
	return from, to
}

// reveal scrolls as little as needed to show the cursor: its lane, and its mark
// or, if the event reaches into the slots in sight, its line.
func (l *lanes) reveal() {
	row := l.rowOf[l.cursor.lane]
	l.top = layout.RevealRow(l.top, row, l.chart.Lanes, row > 0 && l.rows[row-1].heading != "")
	l.top = max(min(l.top, len(l.rows)-l.chart.Lanes), 0)
	m := l.moment()
	if m.At == axis.Undated {
		return
	}
	from, to := l.ruler().at(m.At), l.ruler().at(m.To)
	if from < l.left && to >= l.left {
		return
	}
	l.left = l.chart.Reveal(l.left, from)
}
