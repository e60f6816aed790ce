package query

import (
	"iter"

	"sitrep/briefing/fold"
)

// An index of many briefings answers a query by facets. A facet is what a term with
// one value asks for, written as the term: "stance:denies", "tag:troops", "contested".
// Values are as in the field's list, or folded where they depend on the briefing.

// maxFacets limits how many facets the items of a briefing have in all. A real one has
// about 20 for each item. One whose actors have very many names, and each others as parts,
// would have more than there is memory for.
const maxFacets = 1 << 22

// Facets calls yield with every facet of each item, by its number in
// [search.Searcher.Items], each once, item by item. They include those that a position
// or claim has through the claim and question above it. So an item matches a term with
// values itself if it has one of the facets of the term's [Condition]. If there are more
// facets than an index could take, Facets calls nothing and returns false.
func (f *Filter) Facets(yield func(item int, facet string)) (complete bool) {
	f.connect()
	c := collected{starts: make([]int32, len(f.items)+1), last: make([]int32, len(f.items))}
	for _, d := range definitions() {
		if d.ofNotebook {
			continue // it is no part of the briefing
		}
		facets := d.facets
		if facets == nil {
			facets = d.listedFacets
		}
		for value, items := range facets(f) {
			if !c.collect(d.facet(value), f.below, items) {
				return false
			}
		}
	}
	c.each(yield)
	return true
}

// listedFacets returns the items that match each value in the field's list. Each list
// of items is valid until the next one.
func (d *definition) listedFacets(f *Filter) iter.Seq2[string, []int32] {
	return func(yield func(string, []int32) bool) {
		values := d.Values
		if d.noValue {
			values = []Value{{}}
		}
		var items []int32
		into := f.newSet()
		for rank, v := range values {
			clear(into)
			d.mark(f, &term{field: d, wanted: 1 << rank}, into)
			items = items[:0]
			for i, has := range into {
				if has {
					items = append(items, int32(i))
				}
			}
			if !yield(v.Text, items) {
				return
			}
		}
	}
}

// facet returns the facet of a value.
func (d *definition) facet(value string) string {
	if d.noValue {
		return d.Name
	}
	return d.Name + ":" + value
}

// collected are the facets of items.
type collected struct {
	facets []string
	pairs  []pair
	starts []int32 // the number of pairs of the items before each
	last   []int32 // the last facet of each item, counted from 1
}

// pair says that an item has a facet, by its number.
type pair struct{ item, facet int32 }

// collect adds a facet to items and to what is below them. It returns false if there
// are too many.
func (c *collected) collect(facet string, below, items []int32) bool {
	if len(items) == 0 {
		return true
	}
	c.facets = append(c.facets, facet)
	number := int32(len(c.facets))
	for _, first := range items {
		for i := first; i < below[first]; i++ {
			if c.last[i] != number {
				c.last[i] = number
				c.starts[i+1]++
				c.pairs = append(c.pairs, pair{i, number - 1})
			}
		}
	}
	return len(c.pairs) <= maxFacets
}

// each calls yield with all pairs, in the order of the items.
func (c *collected) each(yield func(item int, facet string)) {
	for i := range c.last {
		c.starts[i+1] += c.starts[i]
	}
	sorted := make([]pair, len(c.pairs))
	for _, p := range c.pairs {
		sorted[c.starts[p.item]] = p
		c.starts[p.item]++
	}
	for _, p := range sorted {
		yield(int(p.item), c.facets[p.facet])
	}
}

// Dates returns the periods in which an item can lie, by its number in
// [search.Searcher.Items], for since:, until: and date:.
func (f *Filter) Dates(item int) []Period {
	f.connect()
	return f.periods()[item]
}

// Condition is what an item has to match itself: words, or any of the facets, prefixes
// and periods. Nothing matches a condition that has none of them. A position also
// matches what its claim and its question match, words included, and a claim what its
// question matches.
type Condition struct {
	Negated  bool
	Words    string   // a word or a phrase
	Prefix   bool     // whether any rest may follow the words
	Facets   []string // see [Filter.Facets]
	Prefixes []string // of facets
	Periods  []Period // one of which overlaps one of [Filter.Dates]
}

// Conditions returns the terms of the query as conditions, all of which an item
// matches that matches all terms itself. All since: and until: that are not negated
// are one condition.
func (q Query) Conditions() []Condition {
	var out []Condition
	common := false
	for i := range q.terms {
		t := &q.terms[i]
		switch {
		case !t.isBound():
			out = append(out, t.condition())
		case !common:
			common = true
			out = append(out, Condition{Periods: q.commonPeriod().orNone()})
		}
	}
	return out
}

func (t *term) condition() Condition {
	c := Condition{Negated: t.negated, Words: t.words, Prefix: t.prefix}
	d := t.field
	switch {
	case d == nil:
	case d.noValue:
		c.Facets = []string{d.Name}
	case d.dated:
		for i := range t.values {
			c.Periods = append(c.Periods, t.period(i))
		}
	case d.Values != nil:
		for rank, v := range d.Values {
			if t.wants(rank) {
				c.Facets = append(c.Facets, d.facet(v.Text))
			}
		}
	default:
		for i := range t.values {
			key, prefix := fold.String(t.values[i].text), false
			if d.anyRest {
				key, prefix = labelKey(t.values[i].text)
			}
			if prefix {
				c.Prefixes = append(c.Prefixes, d.facet(key))
			} else {
				c.Facets = append(c.Facets, d.facet(key))
			}
		}
	}
	return c
}
