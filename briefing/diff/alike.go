package diff

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strings"
	"unicode"

	"sitrep/briefing"
	"sitrep/briefing/fold"
)

// The bounds of what is done to find texts that are all but equal. With them it
// takes time in proportion to the texts.
const (
	maxUnpaired = 50_000 // items of a kind in a version; of more, none is looked for
	maxWords    = 500    // of each text
	maxCommon   = 16     // texts with the same word; words that more texts have say nothing
	maxAlike    = 8      // texts that each is compared with
)

// madeItem is an item whose id was made of its text. Its context is a hash of when
// it happened and what it cites, or what is under it.
type madeItem struct {
	ref     briefing.Ref
	text    string
	context uint64
	cites   bool     // whether it cites anything or has anything under it
	words   []uint64 // sorted hashes; nil until they are needed
}

// hashSeed is that of all hashes in a comparison.
var hashSeed = maphash.MakeSeed()

func newMadeItem(x *briefing.Index, ref briefing.Ref, text string) madeItem {
	item := madeItem{ref: ref, text: text}
	item.context, item.cites = contextOf(x, ref)
	return item
}

// contextOf returns the context of an item.
func contextOf(x *briefing.Index, ref briefing.Ref) (context uint64, cites bool) {
	var h maphash.Hash
	h.SetSeed(hashSeed)
	add := func(texts ...string) {
		for _, t := range texts {
			_, _ = h.WriteString(t)
			_ = h.WriteByte(0)
		}
	}
	evidence := func(list []briefing.Evidence) {
		for i := range list {
			add(list[i].Source, list[i].Quote)
		}
		cites = cites || len(list) > 0
	}
	switch ref.Kind {
	case briefing.KindJudgment:
		evidence(x.Judgment(ref.ID).Evidence)
	case briefing.KindEvent:
		e := x.Event(ref.ID)
		add(e.When.Date.String())
		evidence(e.Evidence)
	case briefing.KindQuestion:
		claims := x.Question(ref.ID).Claims
		for i := range claims {
			add(claims[i].Text)
		}
		cites = len(claims) > 0
	case briefing.KindClaim:
		c, _ := x.Claim(ref.ID)
		for i := range c.Positions {
			add(c.Positions[i].Holder)
			evidence(c.Positions[i].Evidence)
		}
	}
	return h.Sum64(), cites
}

// matcher finds which items of the old and the new version are the same.
type matcher struct {
	old, now []madeItem
	pairs    []int  // for each item of the new version that of the old one, or -1
	paired   []bool // the items of the old version
}

func (m *matcher) run() []int {
	m.pairs, m.paired = slices.Repeat([]int{-1}, len(m.now)), make([]bool, len(m.old))
	type key struct {
		id, text string
		context  uint64
	}
	for _, of := range []func(*madeItem) key{
		func(i *madeItem) key { return key{i.ref.ID, i.text, i.context} },
		func(i *madeItem) key { return key{text: i.text, context: i.context} },
		func(i *madeItem) key { return key{id: i.ref.ID, text: i.text} },
		func(i *madeItem) key { return key{text: i.text} },
		func(i *madeItem) key { return key{id: i.ref.ID} },
	} {
		left := map[key][]int{}
		for n := range m.old {
			if !m.paired[n] {
				k := of(&m.old[n])
				left[k] = append(left[k], n)
			}
		}
		for n := range m.now {
			if k := of(&m.now[n]); m.pairs[n] < 0 && len(left[k]) > 0 {
				m.pair(left[k][0], n)
				left[k] = left[k][1:]
			}
		}
	}
	m.matchAlike()
	return m.pairs
}

func (m *matcher) pair(was, is int) { m.pairs[is], m.paired[was] = was, true }

// matchAlike pairs what is left where the texts are all but equal, the most alike
// first.
func (m *matcher) matchAlike() {
	if max(count(m.paired, false), count(m.pairs, -1)) > maxUnpaired {
		return
	}
	with := map[uint64][]int{} // old items by their words and contexts
	for n := range m.old {
		if item := &m.old[n]; !m.paired[n] {
			item.words = wordsOf(briefing.PlainText(item.text))
			for _, k := range item.keys() {
				if len(with[k]) <= maxCommon {
					with[k] = append(with[k], n)
				}
			}
		}
	}
	type pair struct{ was, is, alike int }
	var found []pair
	for n := range m.now {
		item := &m.now[n]
		if len(with) == 0 || m.pairs[n] >= 0 {
			continue
		}
		item.words = wordsOf(briefing.PlainText(item.text))
		for _, was := range candidates(item.keys(), with) {
			if a := alike(&m.old[was], item); a > 0 {
				found = append(found, pair{was, n, a})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b pair) int { return cmp.Compare(b.alike, a.alike) })
	for _, p := range found {
		if m.pairs[p.is] < 0 && !m.paired[p.was] {
			m.pair(p.was, p.is)
		}
	}
}

func count[T comparable](list []T, of T) (n int) {
	for _, v := range list {
		if v == of {
			n++
		}
	}
	return n
}

// keys returns the hashes under which an item is found: its words and its context.
func (i *madeItem) keys() []uint64 {
	keys := slices.Compact(slices.Clone(i.words))
	if i.cites {
		keys = append(keys, i.context)
	}
	return keys
}

// candidates returns the items that have the most of some keys.
func candidates(keys []uint64, with map[uint64][]int) []int {
	hits := map[int]int{}
	for _, k := range keys {
		if list := with[k]; len(list) <= maxCommon {
			for _, n := range list {
				hits[n]++
			}
		}
	}
	out := make([]int, 0, len(hits))
	for n := range hits {
		out = append(out, n)
	}
	slices.SortFunc(out, func(a, b int) int { return cmp.Or(cmp.Compare(hits[b], hits[a]), cmp.Compare(a, b)) })
	return out[:min(len(out), maxAlike)]
}

// alike returns how much of the longer of two texts both have, per thousand, or 0
// if that is too little for them to be the same item: less than three quarters of
// the words, or half of them where the context is equal.
func alike(a, b *madeItem) int {
	longer := max(len(a.words), len(b.words))
	if longer == 0 {
		return 0
	}
	both := 0
	for i, j := 0, 0; i < len(a.words) && j < len(b.words); {
		switch c := cmp.Compare(a.words[i], b.words[j]); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			i, j, both = i+1, j+1, both+1
		}
	}
	sameContext := a.cites && a.context == b.context
	if both*4 >= longer*3 || sameContext && both*2 >= longer {
		share := both * 1000 / longer
		if sameContext {
			share += 1000
		}
		return share
	}
	return 0
}

// wordsOf returns the sorted hashes of the words of a text. In scripts without
// spaces each character counts as a word.
func wordsOf(text string) []uint64 {
	var words []uint64
	for word := range strings.FieldsFuncSeq(fold.String(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }) {
		if len(words) >= maxWords {
			break
		}
		if strings.ContainsFunc(word, isUnspaced) {
			for _, r := range word {
				words = append(words, maphash.String(hashSeed, string(r)))
			}
			continue
		}
		words = append(words, maphash.String(hashSeed, word))
	}
	words = words[:min(len(words), maxWords)]
	slices.Sort(words)
	return words
}

func isUnspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
