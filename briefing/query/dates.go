package query

import (
	"math"
	"slices"

	"sitrep/briefing/edtf"
)

func periodOf(d edtf.Date) period {
	earliest, latest, hasEarliest, hasLatest := d.Bounds()
	s := period{math.MinInt64, math.MaxInt64}
	if hasEarliest {
		s.first = earliest.UnixMicro()
	}
	if hasLatest {
		s.last = latest.UnixMicro()
	}
	return s
}

// isBound reports whether the term is a since: or until: that is not negated.
// Those are evaluated together.
func (t *term) isBound() bool {
	return !t.negated && t.field != nil && t.field.singleValue && t.field.dated
}

// period returns the time that a since: or until: allows.
func (t *term) period() period {
	s := periodOf(t.values[0].date)
	if t.field.Name == sinceName {
		s.last = math.MaxInt64
	} else {
		s.first = math.MinInt64
	}
	return s
}

// markCommonPeriod adds what can lie in the time that all since: and until: of
// a query allow together. An event with several dates may have one before that
// time, one after it, and none in it.
func (f *Filter) markCommonPeriod(q Query, into set) {
	all := period{math.MinInt64, math.MaxInt64}
	for i := range q.terms {
		if t := &q.terms[i]; t.isBound() {
			s := t.period()
			all.first, all.last = max(all.first, s.first), min(all.last, s.last)
		}
	}
	f.markPeriod(all, into)
}

func markDate(f *Filter, t *term, into set) {
	for i := range t.values {
		s := periodOf(t.values[i].date)
		if t.field.singleValue {
			s = t.period()
		}
		f.markPeriod(s, into)
	}
}

// markPeriod adds the items with a date that can lie in p. Nothing lies in a
// period that ends before it begins.
func (f *Filter) markPeriod(s period, into set) {
	if s.first > s.last {
		return
	}
	for i, spans := range f.periods() {
		if slices.ContainsFunc(spans, s.overlaps) {
			into.add(int32(i))
		}
	}
}

// periods returns the dates of each item: when an event happened, including
// alternatives, when a position was taken or by when, and when a source was published.
func (f *Filter) periods() [][]period {
	if f.cache.periods != nil {
		return f.cache.periods
	}
	spans := make([][]period, len(f.items))
	add := func(item int32, d edtf.Date) {
		if !d.IsZero() {
			spans[item] = append(spans[item], periodOf(d))
		}
	}
	for _, e := range f.lists.events {
		add(e.item, e.is.When.Date)
		for i := range e.is.When.Alternatives {
			add(e.item, e.is.When.Alternatives[i].Date)
		}
	}
	for _, p := range f.lists.positions {
		add(p.item, p.is.Said)
		add(p.item, f.x.SaidBy(p.is))
	}
	for _, s := range f.lists.sources {
		add(s.item, s.is.Publication.Published)
	}
	f.cache.periods = spans
	return spans
}
