package reader

import (
	"slices"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/data/notebook"
	"sitrep/ui/tui/column"
)

// A place is kept in the notebook as words: the section, its view, and what the cursor
// of the list is on; then, for each open page, its item and what the cursor is on
// there. A passage is the source with the number of the passage among those in it,
// which seldom changes from version to version.

// The forms of words.
const (
	passageSign = "#"    // between a source and the number; first, if it is a passage alone
	rowWord     = "row " // where nothing is in sight that leads anywhere
)

// maxOpen is how many open pages are kept.
const maxOpen = 20

// keepPlace keeps the place in the notebook.
func (r *Reader) keepPlace() {
	if book := r.notes.book; book != nil {
		if words := r.placeWords(); len(words) > 0 {
			book.SetPlace(words)
		}
	}
}

func (r *Reader) placeWords() []string {
	s := r.here()
	words := []string{strings.ToLower(s.kind.name), s.kind.views[s.view].name, r.rowWord(s.list)}
	for _, open := range s.trail[:min(len(s.trail), maxOpen)] {
		words = append(words, r.targetWord(open.target), r.rowWord(open.column))
	}
	return words
}

func (r *Reader) rowWord(c column.Column) string {
	if row, scrolled := c.Mark().ScrolledTo(); scrolled {
		return rowWord + strconv.Itoa(row)
	}
	return r.targetWord(c.Selected())
}

func (r *Reader) targetWord(t page.Target) string {
	if t.Passage == 0 {
		return notebook.KeyOf(r.index, t.Ref)
	}
	source := r.index.Passages[t.Passage-1].Evidence.Source
	n := slices.IndexFunc(r.index.PassagesIn(source), func(p *briefing.Passage) bool { return p.Number == t.Passage })
	word := source + passageSign + strconv.Itoa(n+1)
	if t.Ref.Kind == briefing.KindNone {
		word = passageSign + word
	}
	return word
}

// resumePlace goes to the place where the briefing was left, as far as it is still
// there.
func (r *Reader) resumePlace() {
	if r.notes.book == nil {
		return
	}
	words := r.notes.book.Place()
	if len(words) == 0 {
		return
	}
	const beforePages = 3 // the section, its view and the row
	for len(words) < beforePages {
		words = append(words, "")
	}
	at := slices.IndexFunc(r.sectionKinds, func(k sectionKind) bool { return strings.ToLower(k.name) == words[0] })
	if at < 0 {
		return
	}
	view := slices.IndexFunc(r.sectionKinds[at].views, func(v view) bool { return v.name == words[1] })
	p := place{section: at, view: max(view, 0), list: r.markOf(words[2])}
	for pair := range slices.Chunk(words[beforePages:], 2) {
		t, ok := r.targetOf(pair[0])
		if !ok {
			break
		}
		p.trail, p.marks = append(p.trail, t), append(p.marks, column.Mark{})
		if len(pair) > 1 {
			p.marks[len(p.marks)-1] = r.markOf(pair[1])
		}
	}
	r.goToEach([]place{p}, at, nil)
}

// markOf returns the mark that a word for a row means.
func (r *Reader) markOf(word string) column.Mark {
	if rest, ok := strings.CutPrefix(word, rowWord); ok {
		if row, err := strconv.Atoi(rest); err == nil && row > 0 {
			return column.ScrolledMark(row)
		}
	}
	t, _ := r.targetOf(word)
	return column.Mark{On: t}
}

// targetOf returns the target that a word means. ok is false if the briefing does not
// have it.
func (r *Reader) targetOf(word string) (t page.Target, ok bool) {
	rest, alone := strings.CutPrefix(word, passageSign)
	source, number, isPassage := strings.Cut(rest, passageSign)
	if !isPassage {
		t.Ref, ok = notebook.ItemOf(r.index, word)
		return t, ok
	}
	if !alone {
		if r.index.Source(source) == nil {
			return t, false
		}
		t.Ref = briefing.Ref{Kind: briefing.KindSource, ID: source}
	}
	passages := r.index.PassagesIn(source)
	if n, err := strconv.Atoi(number); err == nil && n >= 1 && n <= len(passages) {
		t.Passage = passages[n-1].Number
	}
	return t, !t.IsZero()
}
