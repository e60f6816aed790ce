package query

import (
	"math"
	"slices"

	"sitrep/briefing/edtf"
)

func periodOf(d edtf.Date) Period {
	earliest, latest, hasEarliest, hasLatest := d.Bounds()
	s := Period{math.MinInt64, math.MaxInt64}
	if hasEarliest {
		s.First = earliest.UnixMicro()
	}
	if hasLatest {
		s.Last = latest.UnixMicro()
	}
	return s
}

// isBound reports whether the term is a since: or until: that is not negated.
// Those are evaluated together.
func (t *term) isBound() bool {
	return !t.negated && t.field != nil && t.field.singleValue && t.field.dated
}

// period returns the time that a value of a date, a since: or an until: allows.
func (t *term) period(value int) Period {
	s := periodOf(t.values[value].date)
	switch t.field.Name {
	case sinceName:
		s.Last = math.MaxInt64
	case untilName:
		s.First = math.MinInt64
	}
	return s
}

// commonPeriod returns the time that all since: and until: of a query allow
// together. An event with several dates may have one before that time, one after it,
// and none in it.
func (q Query) commonPeriod() Period {
	all := Period{math.MinInt64, math.MaxInt64}
	for i := range q.terms {
		if t := &q.terms[i]; t.isBound() {
			s := t.period(0)
			all.First, all.Last = max(all.First, s.First), min(all.Last, s.Last)
		}
	}
	return all
}

func markDate(f *Filter, t *term, into set) {
	for i := range t.values {
		f.markPeriod(t.period(i), into)
	}
}

// markPeriod adds the items with a date that can lie in p. Nothing lies in a
// period that ends before it begins.
func (f *Filter) markPeriod(s Period, into set) {
	if s.orNone() == nil {
		return
	}
	for i, spans := range f.periods() {
		if slices.ContainsFunc(spans, s.Overlaps) {
			into.add(int32(i))
		}
	}
}

// periods returns the dates of each item: when an event happened, including
// alternatives, when a position was taken or by when, and when a source was published.
func (f *Filter) periods() [][]Period {
	if f.cache.periods != nil {
		return f.cache.periods
	}
	spans := make([][]Period, len(f.items))
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
