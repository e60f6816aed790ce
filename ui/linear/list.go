package linear

import (
	"slices"
	"strconv"

	"sitrep/briefing"
	"sitrep/briefing/page"
)

// row is what one reads at a time: an item of a list, a paragraph of a text, or a
// sentence. It is made into words when it is read.
type row struct {
	noun       string // what it is; "" for a sentence, which is not counted
	number, of int    // among those with the noun
	group      int    // in the groups of its list
	to         page.Target
	block      page.Block // nil if the row has only a text
	text       string
	open       func() // what opening does, unless to says it
	cell       cell
}

// cell is a cell of an analysis of competing hypotheses, by the ids of its evidence and
// its hypothesis.
type cell struct{ evidence, hypothesis string }

// list is something to go through row by row: the list of a section, the page of an
// item behind its head, or the answer to a question, such as hits.
type list struct {
	title  string
	target page.Target  // the item, if it is a page
	head   []page.Block // of a page
	groups []string     // headings; the first is ""
	rows   []row
	at     int    // the row that is read; -1 is the head
	none   string // is said if there are no rows
	// listed says that the rows are counted in the whole list and not in each group,
	// and that the list has no head.
	listed bool
	// remake makes the list again from what the briefing is now. It is nil for a list
	// that stays as it is.
	remake func() *list
}

// newPage returns a list of the blocks of a page: its head, and what follows.
func newPage(title string, blocks []page.Block) *list {
	l := &list{title: title, at: -1, groups: []string{""}}
	n := 0
	for n < len(blocks) && !beginsRows(blocks[n]) {
		n++
	}
	l.head = blocks[:n]
	l.add(blocks[n:])
	l.count()
	return l
}

// newListed returns a list of blocks without a head.
func newListed(title string, blocks []page.Block, none string) *list {
	l := &list{title: title, groups: []string{""}, none: none, listed: true}
	l.add(blocks)
	l.count()
	return l
}

// beginsRows reports whether the rows of a page begin with a block.
func beginsRows(b page.Block) bool {
	switch b.(type) {
	case page.Section, page.Entry, page.Later, page.Many, page.Paragraph, page.Beside:
		return true
	}
	return false
}

// add adds blocks as rows.
func (l *list) add(blocks []page.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case page.Many:
			for i := range b.Len {
				l.addOne(b.At(i))
			}
		case page.Beside:
			for _, part := range b.Parts {
				l.add(part)
			}
		default:
			l.addOne(b)
		}
	}
}

func (l *list) addOne(b page.Block) {
	switch b := b.(type) {
	case page.Blank:
		return
	case page.Section:
		l.addGroup(headingWords(b))
		return
	case page.Later:
		if b.Head {
			l.groups = append(l.groups, "")
		}
		l.rows = append(l.rows, row{noun: nounOf(b.To), to: b.To, block: b, group: len(l.groups) - 1})
	case page.Entry:
		l.rows = append(l.rows, row{noun: nounOf(b.To), to: b.To, block: b, group: len(l.groups) - 1})
	case page.Paragraph:
		l.rows = append(l.rows, row{noun: paragraphNoun, block: b, group: len(l.groups) - 1})
	default:
		l.rows = append(l.rows, row{block: b, group: len(l.groups) - 1})
	}
}

// addRow adds a row that has a text.
func (l *list) addRow(noun, text string, open func()) {
	l.rows = append(l.rows, row{noun: noun, text: text, open: open, group: len(l.groups) - 1})
}

// addGroup begins a group. The heading of one without rows is kept with it.
func (l *list) addGroup(heading string) {
	last := len(l.groups) - 1
	if before := l.groups[last]; before != "" && (len(l.rows) == 0 || l.rows[len(l.rows)-1].group != last) {
		l.groups[last] = before + ". " + heading
		return
	}
	l.groups = append(l.groups, heading)
}

// The nouns of rows that are not called by their items.
const (
	paragraphNoun = "paragraph"
	evidenceNoun  = "evidence"
	draftNoun     = "draft" // an item, in a review
)

// nounOf returns what a row is that leads to a target.
func nounOf(t page.Target) string {
	switch {
	case t.Passage > 0:
		return evidenceNoun
	case t.Ref.Kind != briefing.KindNone:
		return t.Ref.Kind.String()
	case t.Ref.ID != "":
		return "briefing"
	}
	return ""
}

func headingWords(s page.Section) string {
	text := s.Text
	if s.Count > 0 {
		text += ", " + strconv.Itoa(s.Count)
	}
	if s.Note != "" {
		text += ", " + s.Note
	}
	return text
}

// count numbers the rows by their nouns.
func (l *list) count() {
	type key struct {
		noun  string
		group int
	}
	of := func(r *row) key {
		if l.listed {
			return key{noun: r.noun}
		}
		return key{r.noun, r.group}
	}
	counts := map[key]int{}
	for i := range l.rows {
		r := &l.rows[i]
		counts[of(r)]++
		r.number = counts[of(r)]
	}
	for i := range l.rows {
		l.rows[i].of = counts[of(&l.rows[i])]
	}
}

// row returns the row that is read, or nil at the head.
func (l *list) row() *row {
	if l.at < 0 || l.at >= len(l.rows) {
		return nil
	}
	return &l.rows[l.at]
}

// find returns the number of the first row that leads to a target, or -1.
func (l *list) find(t page.Target) int {
	for i := range l.rows {
		if l.rows[i].to == t {
			return i
		}
	}
	return -1
}

// again makes the list again, with the cursor on the same row or as near as can be.
// follow returns what a target is now.
func (l *list) again(follow func(page.Target) page.Target) {
	if l.remake == nil {
		return
	}
	at, on, was := l.at, page.Target{}, row{}
	if r := l.row(); r != nil {
		on, was = r.to, *r
	}
	l.target = follow(l.target)
	now := l.remake()
	if now == nil {
		now = &list{title: l.title, groups: []string{""}, at: -1, none: "It is not in the briefing any more."}
	}
	now.target, now.remake = l.target, l.remake
	*l = *now
	l.at = min(at, len(l.rows)-1)
	if on = follow(on); !on.IsZero() && (l.row() == nil || l.row().to != on) {
		if n := l.find(on); n >= 0 {
			l.at = n
		}
	} else if was.noun == paragraphNoun { // a note on the source can have come in above
		if n := slices.IndexFunc(l.rows, func(r row) bool { return r.noun == was.noun && r.number == was.number }); n >= 0 {
			l.at = n
		}
	}
	if l.listed && l.at < 0 && len(l.rows) > 0 {
		l.at = 0
	}
}

// links returns where the words of a block lead.
func links(b page.Block) []page.Target {
	var spans []page.Span
	var out []page.Target
	switch b := b.(type) {
	case page.Title:
		spans = b.Spans
	case page.Fact:
		spans = b.Value
	case page.Prose:
		spans = b.Spans
	case page.Paragraph:
		for _, m := range b.Marks {
			if m.First {
				out = append(out, page.Target{Passage: m.Passage})
			}
		}
	}
	for _, s := range spans {
		if !s.To.IsZero() {
			out = append(out, s.To)
		}
	}
	return briefing.Once(out)
}
