package query

import (
	"math"

	"sitrep/briefing/edtf"
)

// span is the time that a date can mean, in microseconds since 1970, both ends
// included.
type span struct{ first, last int64 }

func (s span) overlaps(t span) bool { return s.first <= t.last && t.first <= s.last }

func spanOf(d edtf.Date) span {
	earliest, latest, hasEarliest, hasLatest := d.Bounds()
	s := span{math.MinInt64, math.MaxInt64}
	if hasEarliest {
		s.first = earliest.UnixMicro()
	}
	if hasLatest {
		s.last = latest.UnixMicro()
	}
	return s
}

// bounds reports whether the term is one of those that mark out a stretch of
// time together.
func (t *term) bounds() bool { return !t.not && t.field != nil && t.field.one && t.field.dated }

// stretch is the time that since: and until: leave.
func (t *term) stretch() span {
	s := spanOf(t.values[0].date)
	if t.field.Name == sinceName {
		s.last = math.MaxInt64
	} else {
		s.first = math.MinInt64
	}
	return s
}

// markStretch adds what can lie in the stretch of time that all since: and
// until: of a query leave. It takes them together, as an event with other dates
// may have one before and one behind, and none in it.
func (f *Filter) markStretch(q Query, into set) {
	all := span{math.MinInt64, math.MaxInt64}
	for i := range q.terms {
		if t := &q.terms[i]; t.bounds() {
			s := t.stretch()
			all.first, all.last = max(all.first, s.first), min(all.last, s.last)
		}
	}
	f.markSpan(all, into)
}

func markDate(f *Filter, t *term, into set) {
	for i := range t.values {
		s := spanOf(t.values[i].date)
		if t.field.one {
			s = t.stretch()
		}
		f.markSpan(s, into)
	}
}

// markSpan adds what has a date that can lie in a stretch of time. Nothing lies
// in one that ends before it begins.
func (f *Filter) markSpan(s span, into set) {
	if s.first > s.last {
		return
	}
	f.findSpans()
	for i := range int32(len(f.items)) {
		for _, n := range f.known.spansOf.of(i) {
			if f.known.spans[n].overlaps(s) {
				into.add(i)
				break
			}
		}
	}
}

// findSpans notes the dates of all items: when an event happened, with the
// other dates that are given for it, when a position was taken, and when a
// source came out.
func (f *Filter) findSpans() {
	k := &f.known
	if k.spansOf.from != nil {
		return
	}
	dates := make([][]edtf.Date, len(f.items))
	for _, e := range f.things.events {
		dates[e.item] = append(dates[e.item], e.is.When.Date)
		for i := range e.is.When.Alternatives {
			dates[e.item] = append(dates[e.item], e.is.When.Alternatives[i].Date)
		}
	}
	for _, p := range f.things.positions {
		dates[p.item] = append(dates[p.item], p.is.Said)
	}
	for _, s := range f.things.sources {
		dates[s.item] = append(dates[s.item], s.is.Publication.Published)
	}
	for i := range dates {
		k.spansOf.from = append(k.spansOf.from, int32(len(k.spans)))
		for _, d := range dates[i] {
			if !d.IsZero() {
				k.spansOf.to = append(k.spansOf.to, int32(len(k.spans)))
				k.spans = append(k.spans, spanOf(d))
			}
		}
	}
	k.spansOf.from = append(k.spansOf.from, int32(len(k.spans)))
}
