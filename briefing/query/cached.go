package query

import (
	"sitrep/briefing"
	"sitrep/briefing/fold"
)

// itemsHolding returns the items that contain the words of q, with the items
// below them.
func (f *Filter) itemsHolding(q fold.Query) set {
	if s, ok := f.cache.words[q.Key()]; ok {
		return s
	}
	s := f.newSet()
	f.searcher.Holding(q, func(item int) { s.add(int32(item)) })
	f.markBelow(s)
	const most = 64 // typing an expression leaves one for each letter
	if f.cache.words == nil || len(f.cache.words) >= most {
		f.cache.words = map[string]set{}
	}
	f.cache.words[q.Key()] = s
	return s
}

func (f *Filter) flags(x *briefing.Index) []set {
	sets := f.newSets(len(briefing.Flags))
	for _, c := range f.lists.claims {
		for _, flag := range x.Findings(c.is.ID).Flags {
			if rank := briefing.Flags.Rank(flag); rank >= 0 {
				sets[rank].add(c.item)
			}
		}
	}
	return sets
}

func markFlag(f *Filter, t *term, into set) {
	if f.cache.flags == nil {
		f.cache.flags = f.flags(f.x)
	}
	t.mergeWanted(f.cache.flags, into)
}

func (f *Filter) quotes(x *briefing.Index) []set {
	sets := f.newSets(len(quoteValues()))
	for i := range x.Passages {
		p := &x.Passages[i]
		s := sets[x.Anchor(p).State]
		for _, ref := range p.CitedBy {
			if n, ok := f.number[ref]; ok {
				s.add(n)
			}
		}
		if p.Source != nil {
			if n, ok := f.number[briefing.Ref{Kind: briefing.KindSource, ID: p.Source.ID}]; ok {
				s.add(n)
			}
		}
	}
	return sets
}

func markQuote(f *Filter, t *term, into set) {
	if f.cache.quotes == nil {
		f.cache.quotes = f.quotes(f.x)
	}
	t.mergeWanted(f.cache.quotes, into)
}

// mergeWanted adds the sets of the values that the term wants.
func (t *term) mergeWanted(sets []set, into set) {
	for rank, s := range sets {
		if t.wants(rank) {
			into.merge(s)
		}
	}
}

// markBelow adds the items below the questions and claims of a set.
func (f *Filter) markBelow(s set) {
	for _, q := range f.lists.questions {
		if s.has(q.item) {
			s.addAll(q.item+1, f.below[q.item])
		}
	}
	for _, c := range f.lists.claims {
		if s.has(c.item) {
			s.addAll(c.item+1, f.below[c.item])
		}
	}
}
