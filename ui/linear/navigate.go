package linear

import (
	"slices"

	"sitrep/briefing"
	"sitrep/briefing/page"
)

// place returns the current place.
func (r *Reader) place() place {
	p := r.here()
	return place{r.at, p.view, slices.Clone(p.trail), briefing.Map(p.trail, func(l *list) int { return l.at })}
}

// is reports whether two places are one.
func (p place) is(other place) bool {
	return p.part == other.part && p.view == other.view && slices.Equal(p.trail, other.trail) && slices.Equal(p.at, other.at)
}

// leave keeps the current place, for jumping back to it.
func (r *Reader) leave() {
	const most = 100
	r.history.past = append(r.history.past, r.place())
	if n := len(r.history.past); n > most {
		r.history.past = r.history.past[n-most:]
	}
	r.history.future = nil
}

// jump goes from one list of places to another.
func (r *Reader) jump(from, to *[]place, none string) {
	n := len(*from)
	for n > 0 && (*from)[n-1].is(r.place()) {
		n--
	}
	if n == 0 {
		*from = nil
		r.line(none)
		return
	}
	*to = append(*to, r.place())
	p := (*from)[n-1]
	*from = (*from)[:n-1]
	r.at = p.part
	r.here().view, r.here().trail = p.view, p.trail
	for i, l := range p.trail {
		l.at = min(p.at[i], len(l.rows)-1)
	}
	r.where()
}

func (r *Reader) jumpBack() { r.jump(&r.history.past, &r.history.future, "There is no earlier place.") }
func (r *Reader) jumpForward() {
	r.jump(&r.history.future, &r.history.past, "There is no later place.")
}

// open opens what is read: the row, or from the head of a page its first row that leads
// anywhere.
func (r *Reader) open() {
	l := r.list()
	if l.row() == nil {
		n := slices.IndexFunc(l.rows, func(w row) bool { return !w.to.IsZero() || w.open != nil || len(links(w.block)) > 0 })
		if n < 0 {
			r.line("There is nothing to open here.")
			return
		}
		r.leave()
		l.at = n
	}
	if do := l.row().open; do != nil {
		do()
		return
	}
	targets := r.cursor().targets()
	if len(targets) == 0 {
		r.line("There is nothing to open here.")
		return
	}
	r.openTarget(targets[0])
	if len(targets) > 1 {
		r.line(sentence("This was the first of " + briefing.Counted(len(targets), "link", "links") + "; links, in the row before, lists them"))
	}
}

// openTarget opens the page of a target, at its passage if it names one.
func (r *Reader) openTarget(t page.Target) {
	if t.Ref.Kind == briefing.KindBottomLine {
		r.goPart(0)
		return
	}
	l := r.pageOf(t)
	if l == nil {
		r.line("There is nothing to open here.")
		return
	}
	r.leave()
	r.push(l)
	if t.Passage == 0 || t.Ref.Kind == briefing.KindNone {
		r.cursor().say()
	} else {
		r.sayPassage(l, t.Passage)
	}
	r.haveRead(t.Ref)
}

// sayPassage goes to the passage of a source's page and says it.
func (r *Reader) sayPassage(l *list, passage int) {
	var paragraph *row
	if n := l.beginsIn(passage); n >= 0 {
		l.at = n
		paragraph = &l.rows[n]
	} else if n := l.find(page.Target{Passage: passage}); n >= 0 {
		l.at = n
	}
	r.lines(r.voice().passage(passage, paragraph))
}

// back goes back one step, to the same row. It returns false if there is none.
func (r *Reader) back() bool {
	p := r.here()
	n := len(p.trail)
	if n == 1 {
		return false
	}
	p.trail = p.trail[:n-1]
	r.where()
	return true
}

// where says where one is: the part, what is open, and the row.
func (r *Reader) where() {
	p := r.here()
	text := p.trail[0].title
	if len(p.trail) > 1 {
		text += ", " + r.path()
	}
	r.line(sentence(text))
	if row := r.list().row(); row != nil || r.list().listed {
		r.sayRow()
		return
	}
	lines := r.voice().head(r.list())
	r.lines(lines[1:]) // the title has been said
}

// sibling goes to the next or the previous item of the same kind without leaving its
// page.
func (r *Reader) sibling(step int) {
	p := r.here()
	n := len(p.trail)
	if n == 1 {
		r.cursor().move(step)
		return
	}
	open, parent := p.trail[n-1], p.trail[n-2]
	for i := parent.at + step; i >= 0 && i < len(parent.rows); i += step {
		t := parent.rows[i].to
		if t.Ref.Kind != open.target.Ref.Kind || t == open.target || t.Ref.Kind == briefing.KindNone {
			continue
		}
		if next := r.pageOf(t); next != nil {
			parent.at = i
			p.trail[n-1] = next
			if t.Passage > 0 {
				r.sayPassage(next, t.Passage)
			} else {
				r.cursor().say()
			}
			r.haveRead(t.Ref)
			return
		}
	}
	if step < 0 {
		r.line("This is the first one.")
	} else {
		r.line("This is the last one.")
	}
}

// listLinks lists where the row that is read leads.
func (r *Reader) listLinks() {
	targets := r.cursor().targets()
	if len(targets) == 0 {
		r.line("Nothing leads on from here.")
		return
	}
	l := &list{title: "Links", groups: []string{""}, listed: true}
	for _, t := range targets {
		l.addTarget(r.index, t)
	}
	l.count()
	r.show(l)
}

// show goes to a list, and says how long it is and its first row. If it is empty, it says
// only that.
func (r *Reader) show(l *list) {
	if len(l.rows) == 0 {
		r.line(l.none)
		return
	}
	r.leave()
	r.push(l)
	r.line(sentence(l.title + ": " + briefing.Counted(len(l.rows), "row", "rows")))
	r.sayRow()
}

// addTarget adds a row that leads to a target and names it.
func (l *list) addTarget(x *briefing.Index, t page.Target) {
	w := row{noun: nounOf(t), to: t, group: len(l.groups) - 1}
	if t.Passage > 0 {
		w.block = page.Evidence(x, x.Passages[t.Passage-1].Evidence, 0)
	} else {
		w.block = page.Entry{Body: []page.Span{{Text: page.Name(x, t.Ref)}}, To: t}
	}
	l.rows = append(l.rows, w)
}
