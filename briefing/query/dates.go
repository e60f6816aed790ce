package query

import (
	"math"
	"slices"

	"sitrep/briefing/edtf"
)

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
	for i, spans := range f.spans() {
		if slices.ContainsFunc(spans, s.overlaps) {
			into.add(int32(i))
		}
	}
}

// spans returns the dates of each item: when an event happened, with the other
// dates that are given for it, when a position was taken, and when a source
// came out.
func (f *Filter) spans() [][]span {
	if f.known.spans != nil {
		return f.known.spans
	}
	spans := make([][]span, len(f.items))
	add := func(item int32, d edtf.Date) {
		if !d.IsZero() {
			spans[item] = append(spans[item], spanOf(d))
		}
	}
	for _, e := range f.things.events {
		add(e.item, e.is.When.Date)
		for i := range e.is.When.Alternatives {
			add(e.item, e.is.When.Alternatives[i].Date)
		}
	}
	for _, p := range f.things.positions {
		add(p.item, p.is.Said)
	}
	for _, s := range f.things.sources {
		add(s.item, s.is.Publication.Published)
	}
	f.known.spans = spans
	return spans
}
