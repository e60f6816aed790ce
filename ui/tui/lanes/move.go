package lanes

import (
	"sort"

	"sitrep/briefing"
	"sitrep/briefing/axis"
	"sitrep/ui/tui/column"
)

// Move moves the cursor: left and right along its lane, up and down to the
// nearest mark of another lane, by groups to the next month that has events.
func (l *lanes) Move(m column.Motion) bool {
	was := l.Mark()
	switch m {
	case column.Left, column.Previous:
		l.along(-1)
	case column.Right, column.Next:
		l.along(+1)
	case column.PreviousGroup:
		l.toPeriod(-1)
	case column.NextGroup:
		l.toPeriod(+1)
	case column.ScrollUp, column.ScrollDown:
		l.scroll(m)
	default:
		l.across(m.Steps(len(l.lanes), l.chart.Lanes))
	}
	return l.Mark() != was
}

// across goes n lanes down, to the event nearest to the time that the cursor
// keeps.
func (l *lanes) across(n int) {
	to := min(max(l.cursor.lane+n, 0), len(l.lanes)-1)
	if to != l.cursor.lane {
		l.cursor, l.left = lanePos{to, l.lanes[to].nearest(l.want)}, l.home
		l.reveal()
	}
	if to == 0 {
		l.top = 0
	}
}

// along goes n events to the right.
func (l *lanes) along(n int) {
	to := min(max(l.cursor.event+n, 0), len(l.lane().events)-1)
	l.put(lanePos{l.cursor.lane, to})
	l.want = l.moment().At
}

// scroll scrolls for the motions of the wheel, which leave the cursor where it
// is.
func (l *lanes) scroll(m column.Motion) {
	n := column.WheelLines
	if m == column.ScrollUp {
		n = -n
	}
	l.top = max(min(l.top+n, len(l.rows)-l.chart.Lanes), 0)
}

// Click puts the cursor on the mark or the line at a cell, or into the lane of
// a name.
func (l *lanes) Click(x, y int) bool {
	row := l.top + y - l.chart.Head
	if y < l.chart.Head || y >= l.chart.Head+l.chart.Lanes || row >= len(l.rows) || l.rows[row].lane == noLane {
		return false
	}
	to := lanePos{lane: l.rows[row].lane}
	lane := l.lanes[to.lane]
	r := l.ruler()
	slot, mark, inTime := l.chart.SlotAt(x, l.left, r.ahead())
	switch {
	case l.chart.InNames(x):
		to.event = lane.nearest(l.want)
	case l.chart.InUndated(x) && lane.dated < len(lane.events):
		to.event = lane.dated
	case inTime:
		event, ok := lane.at(r).event(slot, mark, l.chart.Marks(), lane, r)
		if !ok {
			return false
		}
		to.event = event
	default:
		return false
	}
	if to != l.cursor {
		l.cursor, l.want, l.home = to, lane.moments[to.event].At, l.left
	}
	return true
}

// event returns the event that a slot shows part of: its mark, a mark right
// beside it, or its line.
func (s *strip) event(slot, mark, marks int, l *lane, r ruler) (int, bool) {
	if m := s.mark(slot); m.count > 0 && m.count <= marks {
		return m.first + min(mark, m.count-1), true
	}
	for _, at := range []int{slot, slot + 1, slot - 1} {
		if m := s.mark(at); m.count > 0 {
			return m.first, true
		}
	}
	for i := l.dated - 1; i >= 0; i-- {
		if m := &l.moments[i]; r.at(m.At) <= slot && r.at(m.To) >= slot {
			return i, true
		}
	}
	return 0, false
}

// toPeriod goes to the first event of the next period with events, or with a
// negative step of the previous one. A period is a month or whatever else is
// above the labels of the ruler.
func (l *lanes) toPeriod(step int) {
	events, k := l.events, l.ruler().ticks()
	at := l.moment().At
	if step > 0 {
		if at == axis.Undated {
			return
		}
		_, end := k.Period(at)
		if i := sort.Search(len(l.times), func(i int) bool { return l.times[i] >= end.Unix() }); i < len(events) {
			l.goTo(events[i])
		}
		return
	}
	end := int64(axis.Undated)
	if at != axis.Undated {
		start, _ := k.Period(at)
		end = start.Unix()
	}
	i := sort.Search(len(l.times), func(i int) bool { return l.times[i] >= end })
	if i == 0 {
		return
	}
	start, _ := k.Period(l.times[i-1])
	first := sort.Search(len(l.times), func(i int) bool { return l.times[i] >= start.Unix() })
	l.goTo(events[first])
}

// Zoom draws time n scales nearer. The cursor keeps its place on the screen.
func (l *lanes) Zoom(n int) bool {
	to := l.zoom - n
	if to < 0 || to >= len(scales) {
		return false
	}
	at := l.moment().At
	if at == axis.Undated {
		at = l.ruler().start(l.left)
	}
	offset := l.ruler().at(at) - l.left
	if offset < 0 || offset >= l.chart.Slots {
		// The cursor is on the line of an event that began before what is in sight.
		at, offset = l.ruler().start(l.left+l.chart.Slots/2), l.chart.Slots/2
	}
	offset *= l.chart.Slot
	l.zoom = to
	if from, to := l.fit(); at >= from && at <= to && l.chart.HoldsStretch(l.slotsBetween(from, to)) {
		l.left = l.chart.Center(l.ruler().at(from), l.ruler().at(to))
	} else {
		l.left = l.ruler().at(at) - offset/l.chart.Slot
	}
	l.reveal()
	l.home = l.left
	return true
}

// Scale says how much time a mark stands for.
func (l *lanes) Scale() string { return scales[l.zoom].name }

// participant returns the part that the lane's actor has in an event.
func participant(e *briefing.Event, a *briefing.Actor) briefing.Participant {
	for _, p := range e.Actors {
		if p.Actor == a.ID {
			return p
		}
	}
	return briefing.Participant{}
}
