package library

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/check"
	"sitrep/briefing/clean"
	"sitrep/briefing/edtf"
	"sitrep/briefing/file"
	"sitrep/briefing/page"
	"sitrep/briefing/query"
	"sitrep/briefing/search"
)

// record is what the index stores of a file.
type record struct {
	task
	settled bool
	sum     []byte
	texts   string
	kind    int
	note    string // what there is to say about it
	same    bool   // the content is what the index knows; only the stamp is new
	entry   Entry
	items   []item
	chunks  []chunk
}

// item is what the index stores of an item of a briefing, and of the briefing
// itself. References to other items are indexes in record.items.
type item struct {
	ref     briefing.Ref
	name    string
	marking string
	text    string // its fields, see fields.go
	words   indexed
	periods []query.Period
	keys    []string
	stand   *stand // of a position
}

// stand is what history needs of a position.
type stand struct {
	holder, claim, question int // indexes in record.items; -1 for none
	stance                  briefing.Stance
	said                    edtf.Date
	saidBy                  bool // the day is that by which it was taken
}

// read reads a file of the folder.
func (l *Library) read(t task) *record {
	r := &record{task: t}
	r.settled = t.settled(time.Now())
	path := l.File(t.name)
	if seems, err := file.SeemsBriefing(path); err == nil && !seems {
		return r
	}
	text, err := file.ReadBytes(path)
	if err != nil {
		r.settled = false // permissions can change without the stamp
		text = []byte(err.Error())
	}
	sum := sha256.Sum256(text)
	r.sum = sum[:]
	if r.same = t.known.same(r.sum) && sameTexts(l.path, t.known.texts); r.same {
		return r
	}
	var doc *file.Document
	if err == nil {
		doc, err = file.LoadText(path, string(text))
	}
	shown, err := redact(t.name, doc, err, l.options.Max)
	switch {
	case shown == nil || len(doc.TextFiles) == 0:
	case shown.Withheld.String() != "": // the names can be those of what is withheld
		r.texts = unknownTexts
	default:
		r.texts = stampTexts(l.path, textFiles(l.path, doc.TextFiles))
	}
	r.fill(shown, err)
	return r
}

// fill sets what is stored of a document, or of the error in its place.
func (r *record) fill(doc *file.Document, err error) {
	v, _ := ParseVersion(r.name)
	if err != nil {
		r.kind, r.entry.FolderEntry, r.entry.Withdrawn = kindBroken, file.UnreadableEntry(r.name, err), v.Withdrawn
		return
	}
	r.kind = kindRead
	x := doc.Index()
	r.entry = Entry{FolderEntry: file.NewFolderEntry(r.name, doc, x, check.Faults(doc, x)), Briefing: doc.Briefing.ID, day: dayOf(doc.Briefing.AsOf)}
	r.entry.Withdrawn = v.Withdrawn
	c := collector{record: r, x: x, searcher: search.New(x)}
	c.collect()
}

// dayOf returns the day of the lower bound of a date, counted from the year 0; 0
// if it has none or lies before.
func dayOf(d edtf.Date) int64 {
	const from0To1970 = 719_528
	earliest, _, known, _ := d.Bounds()
	if d.IsZero() || !known {
		return 0
	}
	const secondsADay = 24 * 60 * 60
	return min(max(earliest.Unix()/secondsADay+from0To1970, 0), 1<<dayBits-1)
}

// collector makes the items of a record.
type collector struct {
	record   *record
	x        *briefing.Index
	searcher *search.Searcher
}

// collect makes the items: the briefing itself, then all that a search finds, in
// its order.
func (c *collector) collect() {
	refs := c.searcher.Items()
	if len(refs) >= maxItems {
		c.record.note = fmt.Sprintf("%s has %d items, of which the last %d are not searched", clean.Line(c.record.name), len(refs), len(refs)-(maxItems-1))
		refs = refs[:maxItems-1]
	}
	items := make([]item, 1+len(refs))
	items[0] = c.briefing()
	for i, ref := range refs {
		it := &items[1+i]
		it.ref, it.name, it.marking = ref, c.x.Name(ref), page.Marking(c.x, ref)
		it.text = c.fields(i)
		it.keys = keysOf(c.x, ref)
	}
	filter := query.NewFilter(c.searcher)
	facets := make([][]byte, len(items))
	complete := filter.Facets(func(i int, facet string) {
		if i < len(refs) {
			facets[1+i] = appendFacet(facets[1+i], facet)
		}
	})
	if !complete { // a filter with a hyphen would find everything
		c.record.note = clean.Line(c.record.name) + " has too many names to be searched"
		items, refs = items[:1], nil
	}
	numbers := c.searcher.Numbers()
	number := func(r briefing.Ref) int {
		if n, ok := numbers[r]; ok && int(n) < len(refs) {
			return 1 + int(n)
		}
		return -1
	}
	for i := range items {
		it := &items[i]
		it.words = index(it.text, facets[i])
		if i > 0 {
			it.periods = filter.Dates(i - 1)
		}
		c.relate(items, it, number)
	}
	c.record.items, c.record.chunks = items, chunksOf(&c.record.entry, items)
}

// briefing returns the item that stands for the briefing itself.
func (c *collector) briefing() item {
	b := c.x.Briefing
	var text strings.Builder
	for _, f := range []storedField{{name: search.FieldTitle, text: b.Title}, {name: search.FieldID, text: b.ID},
		{name: search.FieldAuthor, text: strings.Join(b.Authors, "\n")}, {name: "file", text: clean.Line(c.record.name)}} {
		appendField(&text, f)
	}
	return item{name: b.Title, text: text.String()}
}

// fields returns the fields of an item of the search as they are stored.
func (c *collector) fields(i int) string {
	var text strings.Builder
	c.searcher.EachField(i, func(f search.ItemField) { appendField(&text, storedField{f.Name, f.Passage, f.Text}) })
	return text.String()
}

// relate adds to an item the words that it has from its claim and question, and
// what a position is about.
func (c *collector) relate(items []item, it *item, number func(briefing.Ref) int) {
	switch it.ref.Kind {
	case briefing.KindClaim:
		if _, q := c.x.Claim(it.ref.ID); q != nil {
			it.words.addAbove(items, number(briefing.Ref{Kind: briefing.KindQuestion, ID: q.ID}))
		}
	case briefing.KindPosition:
		s, _ := c.x.Stand(it.ref.ID)
		st := &stand{stance: s.Position.Stance, said: s.Position.Said}
		st.holder = number(briefing.Ref{Kind: briefing.KindActor, ID: s.Position.Holder})
		st.claim = number(briefing.Ref{Kind: briefing.KindClaim, ID: s.Claim.ID})
		st.question = number(briefing.Ref{Kind: briefing.KindQuestion, ID: s.Question.ID})
		if by := c.x.SaidBy(s.Position); !by.IsZero() {
			st.said, st.saidBy = by, true
		}
		it.stand = st
		it.words.addAbove(items, st.claim)
		it.words.addAbove(items, st.question)
		it.words.addFacets()
	}
}
