package linear

import (
	"slices"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/ach"
	"sitrep/briefing/diff"
	"sitrep/briefing/file"
	"sitrep/briefing/page"
	"sitrep/briefing/query"
	"sitrep/briefing/review"
	"sitrep/briefing/search"
	"sitrep/data/notebook"
)

// Reader goes through one briefing.
type Reader struct {
	*output
	options  *Options
	doc      *file.Document
	source   Source
	review   *review.Review  // nil unless drafts may be taken and dropped
	full     *briefing.Index // of the whole briefing
	index    *briefing.Index // of what is shown of it
	parts    []*part
	at       int // the part that is read
	history  history
	find     finder
	narrow   narrowing
	notes    noting
	selects  *selection // words of a source; nil if none are selected
	analysed analysed
}

// partKind is a part of a briefing with its views, of which it opens with the first. Its
// part is empty if it is a review.
type partKind struct {
	part  briefing.Part
	views []view
}

// view is a way of going through a part.
type view struct {
	name string
	make func(*Reader) *list
}

// part is a part of the briefing: its list in one of its views, and what was opened
// from it, each from the one before.
type part struct {
	kind  *partKind
	view  int
	trail []*list
}

// place is where a user was.
type place struct {
	part, view int
	trail      []*list
	at         []int // of each list
}

// history holds the places of jumps, to go back and forward through.
type history struct{ past, future []place }

// finder is the last search in a list or page.
type finder struct {
	searcher *search.Searcher // of what is shown; nil until the first search
	query    string
	in       *list
	rows     []int               // that have a hit; -1 is the head of a page
	all      *list               // the hits in the whole briefing, if that was searched last
	why      map[int]*search.Hit // of rows that do not show the words themselves
}

// narrowing is what leads from the whole briefing to what is shown of it: what is left
// out, and the current filter.
type narrowing struct {
	without   []string // ids
	filter    *query.Filter
	of        *search.Searcher // that it is made for
	on        query.Query
	selection query.Selection
}

// noting is the notebook beside the briefing.
type noting struct {
	book   *notebook.Notebook // nil if none is kept
	beside *notebook.Beside
	last   *briefing.Briefing // the version that was read last; nil if it is this one, or none is known
	report *diff.Report       // what has changed since then, or since it was read again; nil until asked for
	told   bool               // that it cannot be written
}

// analysed is the analysis of competing hypotheses that is read.
type analysed struct {
	question string
	sorted   bool // by what the codes say
	// unkept are the analyses of questions if there is no notebook.
	unkept map[string]*ach.Analysis
}

// selection is selected words of the text of a source.
type selection struct {
	source     *briefing.Source
	start, end int
	in         *list // where it was made; elsewhere it does not count
}

// voice returns what says the rows of the briefing.
func (r *Reader) voice() voice { return voice{r.index} }

// list returns what is being read.
func (r *Reader) list() *list {
	p := r.here()
	return p.trail[len(p.trail)-1]
}

func (r *Reader) here() *part { return r.parts[r.at] }

// cursor returns the place of reading.
func (r *Reader) cursor() cursor { return cursor{r.output, r.voice(), r.list()} }

// subject returns what a command is about: what the row that is read leads to, or else
// the item of the page.
func (r *Reader) subject() page.Target {
	l := r.list()
	if row := l.row(); row != nil && !row.to.IsZero() {
		return row.to
	}
	return l.target
}

// item returns the item that a command of the notebook is about. A row counts before the
// page that it is on.
func (r *Reader) item() briefing.Ref { return r.subject().Ref }

// push shows a list behind the one that is read.
func (r *Reader) push(l *list) {
	p := r.here()
	p.trail = append(slices.Clip(p.trail), l)
}

// pageOf returns the page of a target, or nil if it has none.
func (r *Reader) pageOf(t page.Target) *list {
	var l *list
	if t.Ref.Kind == briefing.KindNone {
		if t.Passage == 0 || t.Passage > len(r.index.Passages) {
			return nil
		}
		l = newPage("Quote "+strconv.Itoa(t.Passage)+" and what cites it", page.Passage(r.index, &r.index.Passages[t.Passage-1]))
	} else {
		blocks := page.Of(r.index, t.Ref)
		if blocks == nil {
			return nil
		}
		l = newPage(capital(t.Ref.Kind.String())+": "+titleOf(blocks), blocks)
	}
	l.target = t
	if l.contents() == "" && len(l.rows) == 0 {
		l.none = "There is nothing more on this page."
	}
	l.remake = func() *list { return r.pageOf(l.target) }
	return l
}

// titleOf returns the title of a page.
func titleOf(blocks []page.Block) string {
	for _, b := range blocks {
		if t, ok := b.(page.Title); ok {
			return spoken(t.Spans)
		}
	}
	return ""
}

// nameOf returns the name of a target for a sentence.
func (r *Reader) nameOf(t page.Target) string { return quotedWords(page.Crumb(r.index, t)) }

// searcher returns the search of what is shown.
func (r *Reader) searcher() *search.Searcher {
	if r.find.searcher == nil || r.find.searcher.Index() != r.index {
		r.find.searcher = search.New(r.index)
	}
	return r.find.searcher
}

// listing returns the index for the lists: all of what is shown, or what the filter
// keeps of it.
func (r *Reader) listing() *briefing.Index {
	if r.narrow.on.Empty() {
		return r.index
	}
	return r.index.Narrow(r.narrow.selection.Keep, func(of ...briefing.Kind) string { return r.filter().Why(r.narrow.on, of...) })
}

// filter returns the filter of what is shown.
func (r *Reader) filter() *query.Filter {
	if s := r.searcher(); r.narrow.of != s {
		r.narrow.filter, r.narrow.of = query.NewFilter(s), s
	}
	return r.narrow.filter
}

// relist makes all lists again after something about the briefing has changed. follow
// returns what a target is now.
func (r *Reader) relist(follow func(page.Target) page.Target) {
	done := map[*list]bool{}
	again := func(trail []*list) {
		for _, l := range trail {
			if !done[l] {
				done[l] = true
				l.again(follow)
			}
		}
	}
	for _, p := range r.parts {
		again(p.trail)
	}
	for _, places := range [][]place{r.history.past, r.history.future} {
		for _, p := range places {
			again(p.trail)
		}
	}
	r.find.in = nil // its rows may be others
}

// same is for [Reader.relist] if the briefing is the same.
func same(t page.Target) page.Target { return t }

// reindex computes what is shown of the briefing, without what is left out, and makes
// all lists again.
func (r *Reader) reindex() {
	old := r.index
	r.index = r.full
	if len(r.narrow.without) > 0 {
		r.index = briefing.NewIndex(r.full.Without(r.narrow.without...))
		r.index.SetRemarks(r.full.Remarks())
	}
	if !r.narrow.on.Empty() {
		r.narrow.selection = r.filter().Select(r.narrow.on)
	}
	follow := same
	if old != nil && old != r.index {
		follow = func(t page.Target) page.Target { return page.Follow(old, r.index, t) }
	}
	r.relist(follow)
}

// names returns what is left out, in words.
func (r *Reader) names(ids []string) string {
	return and(briefing.Map(ids, func(id string) string {
		ref, _ := r.full.Lookup(id)
		return quotedWords(strings.TrimSpace(r.full.Name(ref)))
	}))
}

// title returns the heading of a part.
func (k *partKind) title() string {
	if k.part == "" {
		return "Review"
	}
	return k.part.Title()
}

// name returns the word under which the notebook keeps a place in the part.
func (k *partKind) name() string { return strings.ToLower(k.title()) }
