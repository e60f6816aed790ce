package query

import (
	"slices"
	"strconv"

	"sitrep/briefing"
	"sitrep/briefing/search"
)

// Selection is the items that a query keeps.
type Selection struct {
	filter *Filter
	kept   set // nil: everything
}

// idName is the name of the term that asks for one item.
const idName = "id"

// ForItem returns an expression that keeps an item and what belongs to it: of an actor
// what it says and takes part in, of a source what cites it. It returns "" for what
// has no id.
func ForItem(ref briefing.Ref) string {
	switch {
	case ref.Kind == briefing.KindActor:
		return "actor:" + quoteValue(ref.ID)
	case ref.Kind == briefing.KindSource:
		return "source:" + quoteValue(ref.ID)
	case slices.Contains(identified, ref.Kind):
		return ForID(ref.ID)
	}
	return ""
}

// ForID returns an expression for what has an id.
func ForID(id string) string { return idName + ":" + quoteValue(id) }

// Select returns what an expression keeps of a briefing. The error is an [*Error].
func Select(x *briefing.Index, expression string) (Selection, error) {
	q, err := Parse(expression)
	if err != nil {
		return Selection{}, err
	}
	f := NewFilter(search.New(x))
	if err := f.Check(q); err != nil {
		return Selection{}, err
	}
	return f.Select(q), nil
}

// Select returns the items that a query keeps. Values that the briefing does
// not have keep nothing; see [Filter.Check].
func (f *Filter) Select(q Query) Selection {
	if q.Empty() {
		return Selection{filter: f}
	}
	f.Prepare()
	fitting := f.fitting(q)
	s := Selection{filter: f, kept: f.fitAll(q, fitting, func(*term) bool { return true })}
	f.keepNamed(q, fitting, s.kept, f.kinds[briefing.KindActor], func(t *term) bool { return t.asks().actors }, f.who)
	f.keepNamed(q, fitting, s.kept, f.kinds[briefing.KindSource], func(t *term) bool { return t.asks().sources }, f.cites)
	f.keepAbove(s.kept)
	return s
}

// fitting returns, for each term, the items that match it themselves or through
// the question or claim above them, as if no term were negated.
func (f *Filter) fitting(q Query) []set {
	out := make([]set, len(q.terms))
	var common set // for all since: and until: together
	for i := range q.terms {
		t := &q.terms[i]
		switch {
		case t.field == nil:
			out[i] = f.itemsHolding(t.folded)
		case t.isBound():
			if common == nil {
				common = f.newSet()
				f.markPeriod(q.commonPeriod(), common)
			}
			out[i] = common
		default:
			out[i] = f.newSet()
			t.field.mark(f, t, out[i])
			f.markBelow(out[i])
		}
	}
	return out
}

// fitAll returns the items that match every term for which asked returns true.
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

// keepNamed keeps, of the items in these, those that match the terms for which
// own returns true and that one item links to which matches all other terms.
// Actors and sources link to themselves. What matches a negated term itself is not
// kept, whatever links to it.
func (f *Filter) keepNamed(q Query, fitting []set, kept, these set, own func(*term) bool, to links) {
	answering := f.fitAll(q, fitting, func(t *term) bool { return own(t) || t.negated })
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

// keepAbove keeps the claims with a kept position and the questions with a kept
// claim.
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
		above(q.item) // any item below will do, since a kept position keeps its claim
	}
}

// asks reports on which kinds of items the term is tested directly. Words are
// tested on all.
func (t *term) asks() subjects {
	if t.field == nil {
		return subjects{true, true}
	}
	return t.field.asks(t)
}

// Everything reports whether nothing is filtered out.
func (s Selection) Everything() bool { return s.kept == nil }

// Keep reports whether an item is kept.
func (s Selection) Keep(r briefing.Ref) bool {
	if s.kept == nil {
		return true
	}
	if r.Kind == briefing.KindGap { // there can be very many, and the id is the number
		if id, err := strconv.Atoi(r.ID); err == nil && id > 0 && id <= len(s.filter.x.Briefing.Gaps) {
			return s.kept.has(s.filter.gaps + int32(id) - 1)
		}
	}
	n, ok := s.filter.number[r]
	return ok && s.kept.has(n)
}

// Count returns how many items of these kinds are kept.
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

// Check returns an *Error for the first value that the briefing does not have:
// an unknown actor, source, tag or country. So is a term that asks what is in the user's
// notebook if there is none beside the briefing. It returns nil if there is none.
func (f *Filter) Check(q Query) error {
	if q.Empty() {
		return nil
	}
	if f.x.Remarks() == nil {
		if err := q.NoNotebook("there is none here"); err != nil {
			return err
		}
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
