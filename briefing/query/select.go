package query

import (
	"slices"

	"sitrep/briefing"
)

// Selection is the items that a query keeps.
type Selection struct {
	filter *Filter
	kept   set // nil: everything
}

// Select finds what a query keeps. Values that the briefing does not have keep
// nothing (see [Filter.Check]).
func (f *Filter) Select(q Query) Selection {
	if q.Empty() {
		return Selection{filter: f}
	}
	f.Prepare()
	fitting := f.fitting(q)
	s := Selection{filter: f, kept: f.fitAll(q, fitting, func(*term) bool { return true })}
	f.keepActors(q, fitting, s.kept)
	f.keepSources(q, fitting, s.kept)
	f.keepAbove(s.kept)
	return s
}

// fitting are the items that fit each term by themselves, or because of the
// question or claim above them, whether the term is turned round or not.
func (f *Filter) fitting(q Query) []set {
	out := make([]set, len(q.terms))
	var stretch set // for all of since: and until: together
	for i := range q.terms {
		t := &q.terms[i]
		switch {
		case t.field == nil:
			out[i] = f.itemsHolding(t.folded)
		case t.isBound():
			if stretch == nil {
				stretch = f.newSet()
				f.markCommonPeriod(q, stretch)
			}
			out[i] = stretch
		default:
			out[i] = f.newSet()
			t.field.mark(f, t, out[i])
			f.markBelow(out[i])
		}
	}
	return out
}

// fitAll are the items that fit every term that is asked.
func (f *Filter) fitAll(q Query, fitting []set, asked func(*term) bool) set {
	out := f.newSet()
	out.addAll(0, int32(len(f.items)))
	for i := range q.terms {
		if asked(&q.terms[i]) {
			out.keep(fitting[i], q.terms[i].negated)
		}
	}
	return out
}

// keepActors puts the actors that a query keeps into a set, and the others out.
func (f *Filter) keepActors(q Query, fitting []set, kept set) {
	own := func(t *term) bool { return t.asks().actors }
	f.keepNamed(q, fitting, kept, f.kinds[briefing.KindActor], own, f.who)
}

// keepSources does the same for sources.
func (f *Filter) keepSources(q Query, fitting []set, kept set) {
	own := func(t *term) bool { return t.asks().sources }
	f.keepNamed(q, fitting, kept, f.kinds[briefing.KindSource], own, f.cites)
}

// keepNamed keeps of some items those that answer the terms of their own, and
// of which one thing that links to them answers all others. They link to
// themselves, too.
func (f *Filter) keepNamed(q Query, fitting []set, kept, these set, own func(*term) bool, to links) {
	answering := f.fitAll(q, fitting, own)
	linking := f.fitAll(q, fitting, func(t *term) bool { return !own(t) })
	kept.keep(these, true)
	for i := range f.items {
		if !linking.has(int32(i)) {
			continue
		}
		for _, n := range to[i] {
			if answering.has(n) {
				kept.add(n)
			}
		}
	}
}

// keepAbove keeps the claims of which a position is kept, and the questions of
// which a claim is.
func (f *Filter) keepAbove(kept set) {
	above := func(i int32) {
		if f.below[i] > i+1 {
			kept[i] = slices.Contains(kept[i+1:f.below[i]], true)
		}
	}
	for _, c := range f.lists.claims {
		above(c.item)
	}
	for _, q := range f.lists.questions {
		above(q.item) // a claim or position below it is as good: positions have their claims kept
	}
}

// asks says whether actors and sources answer a term for themselves. Words
// stand in them as in everything.
func (t *term) asks() askable {
	if t.field == nil {
		return askable{true, true}
	}
	return t.field.asks(t)
}

// Everything reports whether nothing is filtered out.
func (s Selection) Everything() bool { return s.kept == nil }

// Keep reports whether an item is kept. Bound as a method it is what the
// exports ask.
func (s Selection) Keep(r briefing.Ref) bool {
	if s.kept == nil {
		return true
	}
	n, ok := s.filter.number[r]
	return ok && s.kept.has(n)
}

// Count is how many items of some kinds are kept.
func (s Selection) Count(of ...briefing.Kind) int {
	s.filter.Prepare()
	n := 0
	for _, kind := range of {
		all := s.filter.kinds[kind]
		if s.kept == nil {
			n += all.countIn(all)
		} else {
			n += all.countIn(s.kept)
		}
	}
	return n
}

// Check looks for values that the briefing does not have: unknown actors,
// sources, tags and countries. It gives the first of them, as an *Error, or nil.
func (f *Filter) Check(q Query) error {
	if q.Empty() {
		return nil
	}
	f.Prepare()
	for i := range q.terms {
		t := &q.terms[i]
		if t.field == nil || t.field.checkValue == nil {
			continue
		}
		for _, v := range t.values {
			if err := t.field.checkValue(f, v); err != nil {
				return err
			}
		}
	}
	return nil
}
