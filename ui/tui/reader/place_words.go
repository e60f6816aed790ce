package reader

import (
	"slices"
	"strconv"
	"strings"

	"sitrep/data/notebook"
	"sitrep/ui/tui/column"
)

// A place is kept in the notebook as words: the section, its view, and what the cursor
// of the list is on; then, for each open page, its item and what the cursor is on
// there.

// rowWord begins the word for a row where nothing is in sight that leads anywhere.
const rowWord = "row "

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
		words = append(words, notebook.WordFor(r.index, open.target), r.rowWord(open.column))
	}
	return words
}

func (r *Reader) rowWord(c column.Column) string {
	if row, scrolled := c.Mark().ScrolledTo(); scrolled {
		return rowWord + strconv.Itoa(row)
	}
	return notebook.WordFor(r.index, c.Selected())
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
		t, ok := notebook.TargetOf(r.index, pair[0])
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
	t, _ := notebook.TargetOf(r.index, word)
	return column.Mark{On: t}
}
