package search

import (
	"sort"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/fold"
)

// Hit is a place where the words stand.
type Hit struct {
	Ref     briefing.Ref
	Section Section
	Field   Field

	// Text is the sentence around the words, on one line, without references'
	// brackets; "…" stands where a long one is cut. The words are its bytes
	// from Start to End.
	Text       string
	Start, End int

	// Offset is the first byte of the words in the whole field, which for the
	// text of a source is briefing.Source.Text. Passage is the number of the
	// passage whose evidence the field belongs to; 0 where it belongs to none.
	Offset  int
	Passage int
}

// Results are the hits of one query. They are made when they are asked for, so
// that a query with a hundred thousand of them costs no more than one with ten.
type Results struct {
	searcher *Searcher
	query    fold.Query
	places   []place
	from     [sections + 1]int // the first hit of each section, and their end
	items    int
}

// place is where a hit stands: a byte of the folded text, and its field.
type place struct{ at, entry uint32 }

// Find looks for a query in a section, or everywhere.
func (s *Searcher) Find(query string, scope Section) *Results {
	s.Prepare()
	r := &Results{searcher: s, query: fold.NewQuery(query)}
	from, to := s.bounds(scope)
	if r.query.Empty() || from == to {
		return r
	}
	finder := s.text.Finder(r.query)
	e := sort.Search(len(s.entries), func(i int) bool { return int(s.entries[i].start) > from }) - 1
	last := int32(-1)
	for at := finder.Next(from, to); at >= 0; at = finder.Next(s.next(at+r.query.Size(), e), to) {
		for e+1 < len(s.entries) && int(s.entries[e+1].start) <= at {
			e++
		}
		r.places = append(r.places, place{uint32(at), uint32(e)})
		if item := s.entries[e].item; item != last {
			last = item
			r.items++
		}
	}
	for section := range r.from {
		first := s.from[section]
		r.from[section] = sort.Search(len(r.places), func(i int) bool {
			return int(s.entries[r.places[i].entry].item) >= first
		})
	}
	return r
}

// next is where to go on behind a match that ends at the byte end of a field.
func (s *Searcher) next(end, e int) int {
	stop := s.endOf(e)
	if !s.entries[e].sentences {
		return stop
	}
	return s.sentenceEnd(end, stop)
}

// endOf is the border behind a field.
func (s *Searcher) endOf(e int) int {
	if e+1 < len(s.entries) {
		return int(s.entries[e+1].start) - 1
	}
	return s.text.Len() - 1
}

// Len is the number of hits.
func (r *Results) Len() int { return len(r.places) }

// Items is the number of items that hold hits.
func (r *Results) Items() int { return r.items }

// In gives the number of the first hit of a section and how many there are.
func (r *Results) In(section Section) (first, count int) {
	if section == Everywhere {
		return 0, len(r.places)
	}
	return r.from[section], r.from[section+1] - r.from[section]
}

// Ref is the item that holds a hit, by the hit's number from 0.
func (r *Results) Ref(i int) briefing.Ref {
	return r.searcher.items[r.searcher.entries[r.places[i].entry].item]
}

// At is a hit, by its number from 0.
func (r *Results) At(i int) Hit {
	s, p := r.searcher, r.places[i]
	e := s.entries[p.entry]
	f := s.field(int(p.entry))
	h := Hit{Ref: s.items[e.item], Section: s.sectionOf(int(e.item)), Field: f.name}
	if f.evidence != nil {
		h.Passage = s.x.PassageOf(f.evidence).Number
	}
	at, end := int(p.at), int(p.at)+r.query.Size()
	words := s.text.Locate(f.text, int(e.start), at, end)
	h.Offset = words.Start
	first := s.sentenceStart(at, int(e.start))
	around := s.text.Locate(f.text, int(e.start), first, max(end, s.sentenceEnd(end, s.endOf(int(p.entry)))))
	h.Text, h.Start, h.End = excerpt(f.text, around, words)
	return h
}

// field is a field by its number in the whole text.
func (s *Searcher) field(number int) field {
	item := s.entries[number].item
	skip := 0
	for i := number; i > 0 && s.entries[i-1].item == item; i-- {
		skip++
	}
	var out field
	visit(s.x, s.items[item], func(f field) {
		if skip == 0 {
			out = f
		}
		skip--
	})
	return out
}

// InText finds a query in a text that is in sight, as Find does; it is for
// highlighting. The ranges are in order and do not overlap.
func InText(text, query string) []fold.Range {
	return fold.NewQuery(query).AppendRanges(nil, text)
}

// lineBreaks are what an excerpt has spaces for; each is one byte.
var lineBreaks = strings.NewReplacer("\n", " ", "\t", " ")
