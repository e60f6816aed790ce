package query

import (
	"iter"
	"slices"

	"sitrep/briefing"
)

// naming is what a field does whose values are ids and names of actors or sources.
type naming struct {
	kinds []briefing.Kind
	links func(f *Filter) links // from each item to those by whose names it can be asked for
}

var (
	namesActor  = naming{[]briefing.Kind{briefing.KindActor}, func(f *Filter) links { return f.who }}
	namesSource = naming{[]briefing.Kind{briefing.KindSource}, func(f *Filter) links { return f.cites }}
	namesVia    = naming{[]briefing.Kind{briefing.KindActor}, (*Filter).vias}
	namesBasis  = naming{[]briefing.Kind{briefing.KindActor, briefing.KindSource}, (*Filter).bases}
)

// mark adds the items that link to what a term names, to its parts or to its copies.
func (n naming) mark(f *Filter, t *term, into set) {
	named := f.newSet()
	for _, kind := range n.kinds {
		for i := range t.values {
			f.named(kind, t.values[i].text, named)
		}
	}
	f.addParts(named)
	f.markLinked(n.links(f), named, into)
}

// facets returns the items that mark adds for each name. Each list is valid until the
// next one.
func (n naming) facets(f *Filter) iter.Seq2[string, []int32] {
	return func(yield func(string, []int32) bool) {
		linking := n.links(f).inverted()
		visited := make([]int, len(f.items)) // the number of the name for which each was visited last
		number := 0
		var next, found []int32
		for name, items := range f.namedItems(n.kinds) {
			number++
			next, found = append(next[:0], items...), found[:0]
			for len(next) > 0 {
				last := len(next) - 1
				whole := next[last]
				next = next[:last]
				if visited[whole] != number {
					visited[whole] = number
					found = append(found, linking[whole]...)
					next = append(next, f.parts[whole]...)
				}
			}
			if !yield(name, found) {
				return
			}
		}
	}
}

// namedItems returns the items of some kinds by their ids and by those of their names
// that are the id of no other item of the kind.
func (f *Filter) namedItems(kinds []briefing.Kind) labels {
	out := labels{}
	for _, n := range f.allNames() {
		for _, kind := range kinds {
			if !f.kinds[kind].has(n.item) {
				continue
			}
			if id, ok := f.number[briefing.Ref{Kind: kind, ID: n.folded}]; !ok || id == n.item {
				out.addKey(n.folded, n.item)
			}
		}
	}
	return out
}

// vias returns the links from positions to the actors that they are known through.
func (f *Filter) vias() links {
	if f.cache.vias == nil {
		f.cache.vias = make(links, len(f.items))
		for _, p := range f.lists.positions {
			if n, ok := f.number[briefing.Ref{Kind: briefing.KindActor, ID: p.is.Via}]; ok {
				f.cache.vias[p.item] = []int32{n}
			}
		}
	}
	return f.cache.vias
}

// bases returns the links from positions to what their holders name as a basis.
func (f *Filter) bases() links {
	if f.cache.bases == nil {
		f.cache.bases = make(links, len(f.items))
		for _, p := range f.lists.positions {
			for _, id := range p.is.Citing {
				ref, _ := f.x.Lookup(id)
				if n, ok := f.number[ref]; ok {
					f.cache.bases[p.item] = append(f.cache.bases[p.item], n)
				}
			}
		}
	}
	return f.cache.bases
}

// markLinked adds every item that links to one of items. Actors and sources
// link to themselves.
func (f *Filter) markLinked(to links, items, into set) {
	for i := range int32(len(f.items)) {
		if slices.ContainsFunc(to[i], items.has) {
			into.add(i)
		}
	}
}

// inverted returns the links in the other direction.
func (l links) inverted() links {
	out := make(links, len(l))
	for i, list := range l {
		for _, n := range list {
			out[n] = append(out[n], int32(i))
		}
	}
	return out
}
