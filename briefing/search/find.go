package search

import (
	"slices"
	"sort"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/fold"
)

// Hit is an occurrence of the query.
type Hit struct {
	Ref   briefing.Ref
	Part  briefing.Part
	Field Field

	// Text is the sentence around the words, on one line, without the brackets of
	// references. "…" marks where a long one is cut. The words are its bytes
	// from Start to End.
	Text       string
	Start, End int

	// Offset is the position of the words in the whole field, in bytes. For the
	// text of a source the field is briefing.Source.Text. Passage is the number of the
	// passage whose evidence the field belongs to, or 0.
	Offset  int
	Passage int
}

// Results are the hits of one query. A hit is made by [Results.At], so that a
// query with a hundred thousand hits costs no more than one with ten. Results
// must not be used by several goroutines at once.
type Results struct {
	searcher *Searcher
	finder   fold.Finder
	query    fold.Query
	entries  []uint32 // the numbers of those that contain the query
	at       []uint32 // the byte of its first occurrence in each
	from     []int    // the first hit of each part, and the end of the last; nil for an empty query
	items    int
	overlaps bool // whether a match continues in the next entry
	last     hitFields
}

// Find searches for a query in a part, or Everywhere.
func (s *Searcher) Find(query string, scope briefing.Part) *Results {
	s.Prepare()
	return s.find(fold.NewQuery(query), scope)
}

func (s *Searcher) find(q fold.Query, scope briefing.Part) *Results {
	r := &Results{searcher: s, query: q}
	from, to := s.byteRange(scope)
	if r.query.Empty() || from == to {
		return r
	}
	r.finder = s.text.Finder(q)
	e := sort.Search(len(s.entries), func(i int) bool { return int(s.entries[i].start) >= from })
	for at := r.finder.Next(from, to); at >= 0; at = r.finder.Next(from, to) {
		for e+1 < len(s.entries) && int(s.entries[e+1].start) <= at {
			e++
		}
		from = r.add(e, at)
	}
	r.divide()
	return r
}

// among searches for a longer query in the entries that contain the query of r,
// from its first occurrence in each.
func (r *Results) among(q fold.Query, scope briefing.Part) *Results {
	s := r.searcher
	out := &Results{searcher: s, query: q, finder: s.text.Finder(q)}
	_, to := s.byteRange(scope)
	from := 0
	for i, e := range r.entries {
		from = max(from, int(r.at[i]))
		if !out.finder.Here(from) {
			// A match begins in the entry and may end after it.
			end := min(s.endOf(int(e))+q.Size()-1, to)
			if from = out.finder.Next(from, end); from < 0 {
				continue
			}
		}
		from = out.add(int(e), from)
	}
	out.divide()
	return out
}

// few reports whether searching the entries of r takes less time than searching
// so many bytes of text.
func (r *Results) few(bytes int) bool {
	const entryBytes = 300 // searched in the time that one entry takes
	return len(r.entries)*entryBytes < bytes
}

// add records the match at a byte of an entry, and returns where to search for
// the next one.
func (r *Results) add(e, at int) (next int) {
	s := r.searcher
	item := s.entries[e].item
	if n := len(r.entries); n == 0 || s.entries[r.entries[n-1]].item != item {
		r.items++
	}
	if len(r.entries) == cap(r.entries) { // there may be hundreds of thousands
		r.entries, r.at = slices.Grow(r.entries, len(r.entries)+1), slices.Grow(r.at, len(r.entries)+1)
	}
	r.entries = append(r.entries, uint32(e))
	r.at = append(r.at, uint32(at))
	end := s.endOf(e)
	if behind := at + r.query.Size(); behind > end {
		r.overlaps = true // it continues in the next sentence
		return behind
	}
	return end
}

// divide finds the first hit of each part.
func (r *Results) divide() {
	r.from = make([]int, len(r.searcher.from))
	for i, item := range r.searcher.from {
		r.from[i] = r.Behind(item)
	}
}

func (s *Searcher) endOf(e int) int {
	if e+1 < len(s.entries) {
		return int(s.entries[e+1].start)
	}
	return s.text.Len()
}

// Len returns the number of hits.
func (r *Results) Len() int { return len(r.entries) }

// Items returns the number of items with hits.
func (r *Results) Items() int { return r.items }

// In returns the number of the first hit in a part and how many there are.
func (r *Results) In(part briefing.Part) (first, count int) {
	if r.from == nil {
		return 0, 0
	}
	from, end := r.searcher.partRange(part)
	return r.from[from], r.from[end] - r.from[from]
}

// Ref returns the item of a hit, by the hit's number from 0.
func (r *Results) Ref(i int) briefing.Ref {
	return r.searcher.items[r.searcher.entries[r.entries[i]].item]
}

// Part returns the part that a hit is in, by the hit's number from 0.
func (r *Results) Part(i int) briefing.Part {
	return r.searcher.PartOf(int(r.searcher.entries[r.entries[i]].item))
}

// Behind returns the number of the first hit in the item with that number in
// Items, or in a later one. It returns Len if there is none.
func (r *Results) Behind(item int) int {
	return sort.Search(len(r.entries), func(i int) bool { return int(r.searcher.entries[r.entries[i]].item) >= item })
}

// Refs returns the items with hits, each once, in order.
func (r *Results) Refs() []briefing.Ref {
	out := make([]briefing.Ref, 0, r.items)
	for i := range r.entries {
		if ref := r.Ref(i); len(out) == 0 || out[len(out)-1] != ref {
			out = append(out, ref)
		}
	}
	return out
}

// At returns a hit, by its number from 0.
func (r *Results) At(i int) Hit {
	s := r.searcher
	number := int(r.entries[i])
	e := s.entries[number]
	f := r.field(i)
	h := Hit{Ref: s.items[e.item], Part: s.PartOf(int(e.item)), Field: f.name, Passage: f.passage(s.x)}
	base := int(s.entries[e.field].start)
	at := int(r.at[i])
	end := at + r.query.Size()
	words := s.text.Locate(f.text, base, at, end)
	h.Offset = words.Start
	around := s.text.Locate(f.text, base, s.sentenceStart(at, base), s.sentenceEnd(end))
	h.Text, h.Start, h.End = Excerpt(f.text, around, words)
	return h
}

// hitFields are the fields of a run of hits in one item. A list of hits uses one
// item again and again, which may have very many fields.
type hitFields struct {
	from   int // the number of the first hit
	fields []field
}

// runHits is the most hits whose fields are read at once.
const runHits = 512

// field returns the field of a hit. It reads those of the hits around it in the same
// item as well.
func (r *Results) field(i int) field {
	if k := &r.last; i < k.from || i >= k.from+len(k.fields) {
		s := r.searcher
		item := s.entries[r.entries[i]].item
		k.from = max(i-i%runHits, r.Behind(int(item)))
		hits := r.entries[k.from:min(i-i%runHits+runHits, r.Behind(int(item)+1))]
		k.fields = slices.Grow(k.fields[:0], len(hits))
		number := sort.Search(len(s.entries), func(i int) bool { return s.entries[i].item >= item }) // of the field's first entry
		s.eachField(int(item), func(f field) {
			for ; len(hits) > 0 && int(s.entries[hits[0]].field) == number; hits = hits[1:] {
				k.fields = append(k.fields, f)
			}
			for number++; number < len(s.entries) && int(s.entries[number].field) != number; {
				number++ // a sentence of the same field
			}
		})
	}
	return r.last.fields[i-r.last.from]
}

// lineBreaks replaces line breaks and tabs in an excerpt. Each is one byte, as
// is the space.
var lineBreaks = strings.NewReplacer("\n", " ", "\t", " ")
