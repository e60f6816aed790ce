package quote

import (
	"index/suffixarray"
	"slices"
	"strings"
)

// The bounds of what is done for looking up many quotes in long texts.
const (
	// sortAfter is how many bytes of a text are searched before its places are
	// sorted: what a quote costs then does not depend on the text's length. Looking
	// up 10,000 quotes in 4 MB takes 0.07 s sorted and 6.7 s unsorted, and the
	// limits of a file allow many more.
	sortAfter = 32 << 20
	// maxSorted is how many bytes of text are sorted for one briefing, which
	// takes four times as much memory.
	maxSorted = 16 << 20
	// fewPlaces is how many places of a stretch are looked at in a sorted text.
	// Where there are more, one that fits is near: going through finds it.
	fewPlaces = 1 << 10
	// fewFound is for how many stretches their places are kept: one is asked
	// for again and again, from the front and from the back, with what may
	// stand beside it.
	fewFound = 16
)

// Texts are the texts of sources, prepared for looking up quotes. The zero
// value is ready to be used.
type Texts struct {
	by     map[string]*Text
	sorted int // bytes
}

// Of is the text of a source.
func (t *Texts) Of(source, text string) *Text {
	q, ok := t.by[source]
	if !ok {
		if t.by == nil {
			t.by = map[string]*Text{}
		}
		q = newText(text)
		t.by[source] = q
	}
	if q.searched > sortAfter && q.sorted == nil && t.sorted+len(q.Folded) <= maxSorted {
		t.sorted += len(q.Folded)
		q.sort()
	}
	return q
}

// sort sorts the places of the text by what stands there.
func (q *Text) sort() {
	q.sorted, q.found = suffixarray.New([]byte(q.Folded)), map[string][]int{}
}

// next is the first place of part from a byte on; -1 where there is none.
func (q *Text) next(part string, from int) int {
	if places, ok := q.places(part); ok {
		i, _ := slices.BinarySearch(places, from)
		if i == len(places) {
			return -1
		}
		return places[i]
	}
	at := strings.Index(q.Folded[from:], part)
	if at < 0 {
		q.searched += len(q.Folded) - from
		return -1
	}
	q.searched += at
	return from + at
}

// last is the last place of part that ends before a byte; -1 where there is
// none.
func (q *Text) last(part string, before int) int {
	if places, ok := q.places(part); ok {
		i, _ := slices.BinarySearch(places, before-len(part)+1)
		if i == 0 {
			return -1
		}
		return places[i-1]
	}
	at := strings.LastIndex(q.Folded[:before], part)
	q.searched += before - max(at, 0)
	return at
}

// places are all places of part in a sorted text, in order; not ok where the
// text is not sorted, or has too many of them.
func (q *Text) places(part string) (places []int, ok bool) {
	if q.sorted == nil {
		return nil, false
	}
	places, known := q.found[part]
	if !known {
		places = q.sorted.Lookup([]byte(part), fewPlaces+1)
		slices.Sort(places)
		if len(q.found) >= fewFound {
			clear(q.found)
		}
		q.found[part] = places
	}
	return places, len(places) <= fewPlaces
}
