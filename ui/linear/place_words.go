package linear

import (
	"slices"
	"strconv"
	"strings"

	"sitrep/briefing/page"
	"sitrep/data/notebook"
)

// The place is kept in the notebook in the words of the reader that draws screens, so
// that each of the two goes on where the other was left. The word for the head of a page
// is empty.

// rowWord begins the word for a row that leads nowhere.
const rowWord = "row "

// maxOpen is how many open pages are kept.
const maxOpen = 20

// keepPlace keeps the place in the notebook.
func (r *Reader) keepPlace() {
	p := r.here()
	words := []string{p.kind.name(), p.kind.views[p.view].name, r.word(p.trail[0])}
	for _, l := range p.trail[1:min(len(p.trail), maxOpen+1)] {
		if l.target.IsZero() { // hits and the like
			break
		}
		words = append(words, notebook.WordFor(r.index, l.target), r.word(l))
	}
	r.notes.book.SetPlace(words)
}

// word returns the word for the row of a list.
func (r *Reader) word(l *list) string {
	row := l.row()
	switch {
	case row == nil:
		return ""
	case !row.to.IsZero():
		return notebook.WordFor(r.index, row.to)
	}
	return rowWord + strconv.Itoa(l.at)
}

// resumePlace goes to the place where the briefing was left, as far as it is still there.
func (r *Reader) resumePlace() {
	if r.notes.book == nil {
		return
	}
	words := r.notes.book.Place()
	const beforePages = 3 // the part, its view and the row
	if len(words) < beforePages {
		return
	}
	at := slices.IndexFunc(r.parts, func(p *part) bool { return p.kind.name() == words[0] })
	if at < 0 {
		return
	}
	r.at = at
	p := r.here()
	if view := slices.IndexFunc(p.kind.views, func(v view) bool { return v.name == words[1] }); view > 0 {
		r.turnTo(p, view)
	}
	r.goToWord(p.trail[0], words[2])
	for pair := range slices.Chunk(words[beforePages:], 2) {
		t, ok := notebook.TargetOf(r.index, pair[0])
		if !ok {
			return
		}
		l := r.pageOf(t)
		if l == nil {
			return
		}
		if n := l.beginsIn(t.Passage); t.Passage > 0 && n >= 0 {
			l.at = n
		}
		if len(pair) > 1 {
			r.goToWord(l, pair[1])
		}
		r.push(l)
	}
}

// goToWord goes to the row that a word means, if it is there.
func (r *Reader) goToWord(l *list, word string) {
	if rest, ok := strings.CutPrefix(word, rowWord); ok {
		if n, err := strconv.Atoi(rest); err == nil && n >= 0 && n < len(l.rows) {
			l.at = n
		}
		return
	}
	t, ok := notebook.TargetOf(r.index, word)
	if !ok {
		return
	}
	n := l.find(t)
	if n < 0 {
		n = l.beginsIn(t.Passage)
	}
	if n < 0 && t.Passage > 0 {
		n = l.find(page.Target{Passage: t.Passage})
	}
	if n >= 0 {
		l.at = n
	}
}

// end keeps the place, before the briefing is left.
func (r *Reader) end() {
	if r.notes.book == nil {
		return
	}
	r.keepPlace()
}
