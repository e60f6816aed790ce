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
	fewPlaces = 1 << 8
	// sortedPlace is what looking at one of them counts as, in bytes searched.
	sortedPlace = 32
	// fewFound is for how many stretches their places are kept: one is asked
	// for again and again, from the front and from the back, with what may
	// stand beside it.
	fewFound = 16
	// someSearched and searchedPerByte are how many bytes are searched for one
	// briefing, whatever its texts are, and for each byte of them. No more quotes
	// are looked up then, so that what they cost does not grow with the square.
	someSearched    = 1 << 30
	searchedPerByte = 128
	// slowSearch is how much longer it takes to go through a text for a long
	// stretch, or from its end.
	slowSearch, longStretch = 4, 64
)

// budget is how many bytes may still be searched.
type budget struct{ left int }

func newBudget() *budget { return &budget{someSearched} }

func (b *budget) spent() bool { return b.left < 0 }

// Texts are the texts of sources, prepared for looking up quotes. The zero
// value is ready to use.
type Texts struct {
	by     map[string]*Text
	sorted int // bytes
	budget *budget
}

// Of returns the prepared text of a source.
func (t *Texts) Of(source, text string) *Text {
	q, ok := t.by[source]
	if !ok {
		if t.by == nil {
			t.by, t.budget = map[string]*Text{}, newBudget()
		}
		q = newText(text)
		q.budget = t.budget
		q.budget.left += searchedPerByte * len(text)
		t.by[source] = q
	}
	if q.searched > sortAfter && q.sorted == nil && t.sorted+len(q.marked.text) <= maxSorted {
		t.sorted += len(q.marked.text)
		q.sort()
	}
	return q
}

// sort builds an index of the marked text.
func (q *Text) sort() {
	q.sorted, q.found = suffixarray.New([]byte(q.marked.text)), map[string][]int{}
}

// next returns the first place of part from a byte on, or -1 if there is none.
func (q *Text) next(part string, from int) int {
	if places, ok := q.places(part); ok {
		i, _ := slices.BinarySearch(places, from)
		if i == len(places) {
			return -1
		}
		return places[i]
	}
	if q.budget.spent() {
		return -1
	}
	slow := 1
	if len(part) >= longStretch {
		slow = slowSearch
	}
	at := index(q.marked.text[from:], part)
	if at < 0 {
		q.count(slow, len(q.marked.text)-from)
		return -1
	}
	q.count(slow, at)
	return from + at
}

// index returns what strings.Index does. That goes through a text several times
// faster for a part as short as shortPart.
func index(text, part string) int {
	const shortPart, tries = 63, 16
	from := 0
	for range tries {
		if len(part) <= shortPart {
			break
		}
		at := strings.Index(text[from:], part[:shortPart])
		if at < 0 {
			return -1
		}
		from += at
		if strings.HasPrefix(text[from:], part) {
			return from
		}
		from++
	}
	at := strings.Index(text[from:], part)
	if at < 0 {
		return -1
	}
	return from + at
}

// last returns the last place of part that ends before a byte, or -1 if there
// is none.
func (q *Text) last(part string, before int) int {
	if places, ok := q.places(part); ok {
		i, _ := slices.BinarySearch(places, before-len(part)+1)
		if i == 0 {
			return -1
		}
		return places[i-1]
	}
	if q.budget.spent() {
		return -1
	}
	at := strings.LastIndex(q.marked.text[:before], part)
	q.count(slowSearch, before-max(at, 0))
	return at
}

// count counts bytes that are searched, each of which takes so much work.
func (q *Text) count(work, bytes int) {
	q.searched += bytes
	q.budget.left -= work * bytes
}

// places returns all places of part in a sorted text, in order. ok is false if
// the text is not sorted or has too many of them.
func (q *Text) places(part string) (places []int, ok bool) {
	if q.sorted == nil {
		return nil, false
	}
	places, known := q.found[part]
	if !known {
		places = q.sorted.Lookup([]byte(part), fewPlaces+1)
		slices.Sort(places)
		q.budget.left -= sortedPlace * len(places)
		if len(q.found) >= fewFound {
			clear(q.found)
		}
		q.found[part] = places
	}
	return places, len(places) <= fewPlaces
}
