// Package search finds words in everything that a briefing says: names, titles,
// texts, notes, quotes, ids and the texts of the sources, as package fold
// compares them. Hits are in the order of the parts and of the
// lists in them, each with the sentence around it.
//
// A hit is a field of an item that contains the words. In the text of a source,
// which is long, it is a sentence. The terms of the fixed scales (stances,
// grades, kinds) are not searched: nearly every item has them, and package
// query finds them by name. The package does not rank hits, and it searches for the
// words as they are typed, one after the other.
package search

import (
	"slices"
	"sort"
	"sync"
	"sync/atomic"

	"sitrep/briefing"
	"sitrep/briefing/fold"
)

// Everywhere is the part to search for all of a briefing.
const Everywhere briefing.Part = ""

// Searcher holds the folded text of a briefing. It folds the text on first use.
// After that it may be used by several goroutines. Make a new Searcher when the
// briefing is replaced.
type Searcher struct {
	x     *briefing.Index
	once  sync.Once
	ready atomic.Bool

	listing sync.Once
	items   []briefing.Ref // everything, in the order of the lists
	parts   []briefing.Part
	from    []int // the first item of each part, and the end of the last

	text    fold.Text
	starts  []int   // of each item in the text, and the end of the last
	entries []entry // in the order of the text

	numbering sync.Once
	numbers   map[briefing.Ref]int32

	visitors sync.Pool // for eachField
}

// entry is a field, or a sentence of a source's text: its start in the text,
// its item, and the number of the entry that its field starts with.
type entry struct {
	start uint32
	item  int32
	field int32
}

// New returns a searcher of a briefing. [Searcher.Prepare] does the work.
func New(x *briefing.Index) *Searcher { return &Searcher{x: x} }

// Index returns the index of the briefing that is searched.
func (s *Searcher) Index() *briefing.Index { return s.x }

// Prepare folds the text of the briefing. It does nothing if that is done
// already. It takes about a tenth of a second for 20,000 items with ten
// megabytes of text. It only reads the briefing, so it can run while that is
// shown.
func (s *Searcher) Prepare() { s.once.Do(s.prepare) }

// Prepared reports whether Prepare has finished.
func (s *Searcher) Prepared() bool { return s.ready.Load() }

// list lists the items.
func (s *Searcher) list() {
	for _, p := range briefing.Parts {
		s.parts, s.from = append(s.parts, p.Part), append(s.from, len(s.items))
		s.items = append(s.items, p.Items(s.x)...)
	}
	s.from = append(s.from, len(s.items))
}

func (s *Searcher) prepare() {
	s.Items()
	size := 0
	for i := range s.x.Briefing.Sources {
		size += len(s.x.Briefing.Sources[i].Text)
	}
	const fieldBytes = 200 // per item without the text of a source, about
	const perEntry = 40    // bytes of an entry, about
	size += fieldBytes * len(s.items)
	s.text.Grow(size)
	s.entries = make([]entry, 0, size/perEntry)
	s.starts = make([]int, 0, len(s.items)+1)
	v := newVisitor(s.x)
	for item, ref := range s.items {
		s.starts = append(s.starts, s.text.Len())
		v.visit(ref, func(f field) {
			first, start := int32(len(s.entries)), s.text.Len()
			s.entries = append(s.entries, entry{uint32(start), int32(item), first})
			s.text.Add(f.text)
			s.text.Break()
			if f.sentences {
				s.addSentences(entry{uint32(start), int32(item), first})
			}
		})
	}
	s.starts = append(s.starts, s.text.Len())
	s.ready.Store(true)
}

// Items returns all items that can be found, in the order of hits. It does not
// fold the text. The slice must not be changed.
func (s *Searcher) Items() []briefing.Ref {
	s.listing.Do(s.list)
	return s.items
}

// Numbers returns the index of each item in Items. The map must not be changed.
func (s *Searcher) Numbers() map[briefing.Ref]int32 {
	s.numbering.Do(func() {
		items := s.Items()
		s.numbers = make(map[briefing.Ref]int32, len(items))
		for i, ref := range items {
			s.numbers[ref] = int32(i)
		}
	})
	return s.numbers
}

// Holding calls yield with the number, in Items, of each item that contains the
// query, in order.
func (s *Searcher) Holding(q fold.Query, yield func(item int)) {
	s.Prepare()
	f := s.text.Finder(q)
	end := s.text.Len()
	for item := 0; ; {
		at := f.Next(s.starts[item], end)
		if at < 0 {
			return
		}
		item += sort.Search(len(s.items)-item-1, func(i int) bool { return s.starts[item+1+i] > at })
		yield(item)
		if item++; item == len(s.items) {
			return
		}
	}
}

func (s *Searcher) byteRange(scope briefing.Part) (from, to int) {
	first, last := s.partRange(scope)
	return s.starts[s.from[first]], s.starts[s.from[last]]
}

// partRange returns the number of a part and the next number: all parts for
// Everywhere, and none for an unknown part.
func (s *Searcher) partRange(scope briefing.Part) (first, end int) {
	if scope == Everywhere {
		return 0, len(s.parts)
	}
	if n := slices.Index(s.parts, scope); n >= 0 {
		return n, n + 1
	}
	return 0, 0
}

// PartOf returns the part that an item is in, by the item's number in Items.
func (s *Searcher) PartOf(item int) briefing.Part {
	s.Items()
	n := sort.Search(len(s.parts)-1, func(i int) bool { return item < s.from[i+1] })
	return s.parts[n]
}
