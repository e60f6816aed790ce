package lanes

import (
	"cmp"
	"slices"
	"sort"

	"sitrep/briefing"
	"sitrep/briefing/axis"
)

// lane is the events of one actor on a time line, in the order of their dates.
// Those without a date come last.
type lane struct {
	actor   *briefing.Actor // nil for the events that name no actor
	depth   int             // how many levels it is below what it is part of
	events  []*briefing.Event
	moments []axis.Moment
	dated   int // how many of the events have a date
	drawn   *strip
}

func newLane(a *briefing.Actor, depth int, events []*briefing.Event, c axis.Cutoff) *lane {
	l := &lane{actor: a, depth: depth, events: events, moments: axis.MomentsOf(events, c)}
	for i := range l.moments {
		if l.moments[i].At != axis.Undated {
			l.dated = i + 1
		}
	}
	return l
}

func (l *lane) name() string {
	if l.actor == nil {
		return "no actor"
	}
	return l.actor.Name
}

// nearest returns the event whose mark is nearest to a time.
func (l *lane) nearest(t int64) int {
	if t == axis.Undated && l.dated < len(l.events) || l.dated == 0 {
		return l.dated
	}
	i := sort.Search(l.dated, func(i int) bool { return l.moments[i].At >= t })
	switch {
	case i == l.dated:
		i--
	case i > 0 && t-l.moments[i-1].At < l.moments[i].At-t:
		i--
	}
	return i
}

// index returns the number of an event in the lane, or -1 if it is not in it.
func (l *lane) index(e *briefing.Event) int { return slices.Index(l.events, e) }

// strip is a lane drawn at one scale: what is in its slots. The lists are in
// order, so that drawing a screen costs no more than what it shows.
type strip struct {
	slot  int64
	marks []slotMark
	lines [axis.Solid + 1][]stretch // by their strokes; those of one stroke do not touch
	ends  []slotEnd
}

// slotMark is what is in a slot: a number of events from first on, and what is
// not known of their dates.
type slotMark struct {
	slot, first, count int
	bound              axis.Bound
}

// stretch is the slots after from, up to and including to.
type stretch struct{ from, to int }

// slotEnd is the end of a line.
type slotEnd struct {
	slot   int
	ending axis.Ending
}

// at returns the lane drawn at a scale, from the cache if it is there.
func (l *lane) at(r ruler) *strip {
	if l.drawn != nil && l.drawn.slot == r.slot {
		return l.drawn
	}
	s := &strip{slot: r.slot}
	for i := range l.moments[:l.dated] {
		m := &l.moments[i]
		slot, to := r.at(m.At), r.at(m.To)
		s.addMark(slot, i, m.Bound)
		if to > slot {
			s.lines[m.Stroke] = joined(s.lines[m.Stroke], stretch{slot, to})
		}
		switch {
		case m.Ending == axis.Open || m.Ending == axis.EndUnknown:
			s.ends = append(s.ends, slotEnd{to + 1, m.Ending})
		case m.Ending == axis.Closed && to > slot:
			s.ends = append(s.ends, slotEnd{to, axis.Closed})
		}
	}
	slices.SortFunc(s.ends, func(a, b slotEnd) int { return cmp.Or(a.slot-b.slot, int(a.ending)-int(b.ending)) })
	l.drawn = s
	return s
}

// addMark adds an event to a slot that is no earlier than those added before.
func (s *strip) addMark(slot, event int, b axis.Bound) {
	n := len(s.marks)
	if n == 0 || s.marks[n-1].slot != slot {
		s.marks = append(s.marks, slotMark{slot, event, 1, b})
		return
	}
	m := &s.marks[n-1]
	m.count++
	if m.bound != b {
		m.bound = axis.Unsure
	}
}

// joined adds a stretch to a list whose stretches begin no later.
func joined(list []stretch, s stretch) []stretch {
	if n := len(list); n > 0 && list[n-1].to >= s.from {
		list[n-1].to = max(list[n-1].to, s.to)
		return list
	}
	return append(list, s)
}

// mark returns what is in a slot. Its count is 0 if nothing is.
func (s *strip) mark(slot int) slotMark {
	i := sort.Search(len(s.marks), func(i int) bool { return s.marks[i].slot >= slot })
	if i == len(s.marks) || s.marks[i].slot != slot {
		return slotMark{slot: slot}
	}
	return s.marks[i]
}

func (s *strip) stroke(slot int) axis.Stroke {
	for k := axis.Solid; k > axis.NoStroke; k-- {
		list := s.lines[k]
		i := sort.Search(len(list), func(i int) bool { return list[i].to >= slot })
		if i < len(list) && list[i].from < slot {
			return k
		}
	}
	return axis.NoStroke
}

// ending returns the end of a line in a slot. If several end there, it returns
// the one about which least is known.
func (s *strip) ending(slot int) axis.Ending {
	i := sort.Search(len(s.ends), func(i int) bool { return s.ends[i].slot > slot })
	if i == 0 || s.ends[i-1].slot != slot {
		return axis.NoEnding
	}
	return s.ends[i-1].ending
}

// before and behind report whether anything is before or after a slot.
func (s *strip) before(slot int) bool { return len(s.marks) > 0 && s.marks[0].slot < slot }
func (s *strip) behind(slot int) bool {
	return len(s.marks) > 0 && s.marks[len(s.marks)-1].slot > slot
}
