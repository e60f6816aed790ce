package briefing

import (
	"cmp"
	"math"
	"slices"
	"time"

	"sitrep/briefing/edtf"
)

// timelineOf are events in the one order that all lists, exports and comparisons
// have. It never depends on ids, and takes O(n log n).
//
// First comes the day of an event: that of its first moment, or of its last
// where it has no first. Days and times without a zone count as UTC, as in
// edtf.Date.Bounds. An event with neither follows all others. Of those of one
// day come first those on that day: they end on it, or have a time of day in
// the bound that places them. They are in the order of those times; one without
// a time follows the one on that day that is before it in the file, or comes
// first where none is. Then come those that last longer or are known less
// closely (the month, an interval from that day), by their last moments, and
// then those of which only the last day is known ("by 31 October"). What is
// still alike keeps the order of the file.
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
	out := make([]*Event, len(list))
	for i := range list {
		out[i] = list[i].event
	}
	return out
}

// timelineKey is where a date stands on a timeline: by day, then by rank, then by
// moment.
type timelineKey struct {
	day    int64 // from the start of 1970
	rank   rank
	moment int64 // in microseconds: of an event on the day its time, of others their last
	timed  bool
}

// rank parts what has one day.
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
// after it wherever on earth, or it is not said to have begun and its date is
// after it in UTC.
func (x *Index) Ahead(e *Event) bool {
	asOf := x.Briefing.AsOf
	if e.Status == EventOccurred || e.Status == EventOngoing {
		return e.When.Date.After(asOf)
	}
	first, _, begins, _ := e.When.Date.Bounds()
	_, last, _, ends := asOf.Bounds()
	return begins && ends && first.After(last)
}
