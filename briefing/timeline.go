package briefing

import (
	"cmp"
	"math"
	"slices"
	"time"

	"sitrep/briefing/edtf"
)

// timelineOf returns the events in the order that all lists, exports and
// comparisons use. It does not depend on ids, and takes O(n log n).
//
// Events are sorted by day: that of the first moment, or of the last if there
// is no first. Days and times without a zone count as UTC, as in
// edtf.Date.Bounds. Events with neither come last. Within a day, those on that
// day come first: they end on it, or have a time of day in the bound that
// places them. They are sorted by time. One without a time follows the one on
// that day that is before it in the file, or comes first if there is none. Next
// come those that last longer or are known less precisely (the month, an
// interval from that day), by their last moments, and then those of which only
// the last day is known ("by 31 October"). Ties keep the order of the file.
func timelineOf(events []Event) []*Event {
	type placed struct {
		timelineKey
		event *Event
	}
	list := make([]placed, len(events))
	before := map[int64]int64{} // the time of the event of a day that is before in the file
	for i := range events {
		p := timelineKeyOf(events[i].When.Date)
		if p.rank == onTheDay {
			if earlier, ok := before[p.day]; !p.timed && ok {
				p.moment = earlier
			}
			before[p.day] = p.moment
		}
		list[i] = placed{p, &events[i]}
	}
	slices.SortStableFunc(list, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.rank, b.rank), cmp.Compare(a.moment, b.moment))
	})
	return Map(list, func(p placed) *Event { return p.event })
}

// timelineKey sorts dates on a timeline: by day, then by rank, then by moment.
type timelineKey struct {
	day    int64 // since the start of 1970
	rank   rank
	moment int64 // in microseconds: the time of an event on the day, the last moment of others
	timed  bool
}

// rank orders the events of one day.
type rank uint8

const (
	onTheDay rank = iota
	longer
	deadline // or no date at all
)

func timelineKeyOf(d edtf.Date) timelineKey {
	first, begins := d.Earliest()
	last, ends := d.Latest()
	by := first
	if !begins {
		by = last
	}
	p := timelineKey{day: dayOf(by.At), rank: onTheDay, moment: math.MinInt64, timed: by.Precision >= edtf.Minute}
	switch {
	case !begins && !ends:
		return timelineKey{day: math.MaxInt64, rank: deadline}
	case p.timed:
		p.moment = by.At.UnixMicro()
	case !begins:
		p.rank = deadline
	case !ends:
		p.rank, p.moment = longer, math.MaxInt64
	case dayOf(last.At) != p.day:
		p.rank, p.moment = longer, last.At.UnixMicro()
	}
	return p
}

func dayOf(t time.Time) int64 {
	const seconds = int64(24 * time.Hour / time.Second)
	day := t.Unix() / seconds
	if t.Unix()%seconds < 0 {
		day--
	}
	return day
}

// Ahead reports whether an event is still to come at the cut-off: its date is
// after the cut-off wherever on Earth, or its status does not say that it has
// begun and its date is after the cut-off in UTC.
func (x *Index) Ahead(e *Event) bool {
	asOf := x.Briefing.AsOf
	if e.Status == EventOccurred || e.Status == EventOngoing {
		return e.When.Date.After(asOf)
	}
	first, _, begins, _ := e.When.Date.Bounds()
	_, last, _, ends := asOf.Bounds()
	return begins && ends && first.After(last)
}
