package linear

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/fold"
	"sitrep/briefing/page"
	"sitrep/briefing/query"
	"sitrep/briefing/search"
)

// search looks for words in the list or page that is read, and goes to the first row
// with a hit, from the one that is read on.
func (r *Reader) search(words string) {
	r.find.query, r.find.all = words, nil
	r.lookFor()
	f := &r.find
	if len(f.rows) == 0 {
		r.line("Nothing here has " + quotedWords(words) + "; // and the words searches the whole briefing.")
		return
	}
	n, _ := slices.BinarySearch(f.rows, r.list().at)
	r.goToHit(n%len(f.rows), false)
}

// lookFor finds the rows with a hit.
func (r *Reader) lookFor() {
	f := &r.find
	l := r.list()
	f.in, f.rows, f.why = l, nil, map[int]*search.Hit{}
	found := fold.NewQuery(f.query)
	if found.Empty() {
		return
	}
	hits := map[briefing.Ref]int{}
	var results *search.Results
	if len(r.here().trail) == 1 {
		results = r.searcher().Find(f.query, r.here().kind.part)
		for i := range results.Len() {
			if ref := r.listed(results.Ref(i)); hits[ref] == 0 {
				hits[ref] = i + 1
			}
		}
	}
	if !l.listed && found.In(l.title+"\n"+strings.Join(briefing.Map(l.head, page.Text), "\n")) {
		f.rows = append(f.rows, -1)
	}
	for i := range l.rows {
		w := &l.rows[i]
		if found.In(w.searched()) {
			f.rows = append(f.rows, i)
		} else if n := hits[w.to.Ref]; n > 0 && w.to.Passage == 0 {
			f.rows = append(f.rows, i)
			h := results.At(n - 1)
			f.why[i] = &h
		}
	}
}

// searched returns the text of a row for searching.
func (r *row) searched() string {
	if r.block == nil {
		return r.text
	}
	return page.Text(r.block)
}

// listed returns the item that represents another in the lists: a claim for the
// positions on it.
func (r *Reader) listed(ref briefing.Ref) briefing.Ref {
	if ref.Kind != briefing.KindPosition {
		return ref
	}
	s, _ := r.index.Stand(ref.ID)
	return briefing.Ref{Kind: briefing.KindClaim, ID: s.Claim.ID}
}

func (r *Reader) goToHit(n int, round bool) {
	f := &r.find
	r.sayHit(n, len(f.rows), round)
	r.cursor().goTo(f.rows[n])
	if h := f.why[f.rows[n]]; h != nil {
		r.line(sentence("In the " + string(h.Field) + ": " + h.Text))
	}
}

// sayHit says which hit follows.
func (r *Reader) sayHit(n, of int, round bool) {
	text := "Hit " + strconv.Itoa(n+1) + " of " + strconv.Itoa(of) + " for " + quotedWords(r.find.query)
	if round {
		text += ", round the end"
	}
	r.line(sentence(text))
}

// nextOfAll goes to the next hit in the whole briefing, or the one before, and round at
// the ends: to its row if the list of them is read, and else to its words.
func (r *Reader) nextOfAll(step int) {
	l := r.find.all
	n := (l.at + step + len(l.rows)) % len(l.rows)
	round := n != l.at+step
	if round {
		r.line("Round the end.")
	}
	if r.list() == l {
		r.cursor().goTo(n)
		return
	}
	l.at = n
	l.rows[n].open()
}

// nextHit goes to the next hit, or the one before, and round at the ends.
func (r *Reader) nextHit(step int) {
	f := &r.find
	if f.query == "" && r.review != nil {
		r.nextDraft(step)
		return
	}
	if f.query == "" {
		r.line("Nothing has been searched for; / and words searches.")
		return
	}
	if f.all != nil {
		r.nextOfAll(step)
		return
	}
	if f.in != r.list() {
		r.lookFor()
	}
	if len(f.rows) == 0 {
		r.line("Nothing here has " + quotedWords(f.query) + ".")
		return
	}
	at := r.list().at
	n, _ := slices.BinarySearch(f.rows, at+1)
	if step < 0 {
		n, _ = slices.BinarySearch(f.rows, at)
		n--
	}
	around := (n + len(f.rows)) % len(f.rows)
	r.goToHit(around, around != n)
}

// maxHits is how many hits are listed.
const maxHits = 500

// searchAll lists the hits in the whole briefing.
func (r *Reader) searchAll(words string) {
	results := r.searcher().Find(words, search.Everywhere)
	if results.Len() == 0 {
		r.line("Nothing in this briefing has " + quotedWords(words) + ".")
		return
	}
	l := &list{title: "Hits for " + quotedWords(words), groups: []string{""}, listed: true}
	var part briefing.Part
	for i := range min(results.Len(), maxHits) {
		h := results.At(i)
		if h.Part != part {
			part = h.Part
			_, n := results.In(part)
			l.addGroup(part.Title() + ", " + strconv.Itoa(n))
		}
		l.addRow("hit", r.hitWords(&h), func() { r.openHit(&h, i, l) })
		l.rows[len(l.rows)-1].to = page.Target{Ref: h.Ref}
	}
	l.count()
	r.find.query, r.find.all, r.find.in = words, l, nil
	if more := results.Len() - maxHits; more > 0 {
		r.line("Only the first " + strconv.Itoa(maxHits) + " of " + strconv.Itoa(results.Len()) + " hits are listed.")
	}
	r.show(l)
}

func (r *Reader) hitWords(h *search.Hit) string {
	name := page.Name(r.index, h.Ref)
	text := capital(page.KindLabel(h.Ref.Kind)) + " " + quotedWords(name)
	if h.Ref.Kind == briefing.KindBottomLine {
		text = "Bottom line"
	}
	if h.Text != name && h.Field != "" {
		text += ", " + string(h.Field) + ": " + h.Text
	}
	return text
}

// openHit opens the nth of some hits.
func (r *Reader) openHit(h *search.Hit, n int, of *list) {
	if r.find.all == of {
		r.sayHit(n, len(of.rows), false)
	}
	r.openAt(h.Part, h.Ref, h.Text)
}

// openAt goes to a part of the briefing, opens an item of it and goes to the row with a
// text in which words have been found.
func (r *Reader) openAt(in briefing.Part, ref briefing.Ref, text string) {
	r.leave()
	r.at = slices.IndexFunc(r.parts, func(p *part) bool { return p.kind.part == in })
	p := r.here()
	p.trail = p.trail[:1]
	if n := p.trail[0].find(page.Target{Ref: r.listed(ref)}); n >= 0 {
		p.trail[0].at = n
	}
	l := r.pageOf(page.Target{Ref: ref})
	if l == nil { // it has no page of its own
		r.sayRow()
		return
	}
	r.push(l)
	r.haveRead(ref)
	if r.lookFor(); len(r.find.rows) > 0 {
		l.at = r.find.rows[0]
	}
	for _, n := range r.find.rows {
		if n >= 0 && strings.Contains(l.rows[n].searched(), text) {
			l.at = n
			break
		}
	}
	if l.at >= 0 {
		r.line(sentence(l.title))
	}
	r.sayRow()
}

// filterBy filters the lists by an expression. Without one everything is shown again.
func (r *Reader) filterBy(expression string) {
	q, err := r.options.Views.Parse(expression)
	if err == nil {
		err = r.filter().Check(q)
	}
	if wrong, ok := errors.AsType[*query.Error](err); ok {
		r.line(joined(capital(wrong.Problem), capital(wrong.Hint)))
		return
	}
	if q.Empty() && r.narrow.on.Empty() {
		r.line("No filter is on. F and an expression filters, for example: F stance:denies. ? filter says more.")
		return
	}
	r.narrow.on = q
	if r.narrow.selection = (query.Selection{}); !q.Empty() {
		r.narrow.selection = r.filter().Select(q)
		if r.notes.book != nil {
			_ = r.notes.book.Folder().KeepFilter(q.String()) // it is not there at the next start
		}
	}
	r.relist(same)
	if q.Empty() {
		r.line("Everything is shown again.")
	} else {
		r.line(sentence("The filter " + q.String() + " leaves " + r.left()))
	}
	r.sayRow()
}

// left counts what a filter leaves of each part.
func (r *Reader) left() string {
	var out []string
	for _, of := range []briefing.Kind{briefing.KindJudgment, briefing.KindEvent, briefing.KindActor, briefing.KindClaim, briefing.KindSource} {
		out = append(out, briefing.Counted(r.narrow.selection.Count(of), of.String(), of.String()+"s"))
	}
	return and(out)
}

// related lists everything related to the item.
func (r *Reader) related() {
	t := r.subject()
	if t.Ref.Kind == briefing.KindNone {
		r.line("There is no item here.")
		return
	}
	l := &list{title: "Related to " + r.nameOf(page.Target{Ref: t.Ref}), groups: []string{""}, none: "Nothing else in this briefing touches it."}
	l.listed = true
	for _, rel := range page.Related(r.index, t.Ref) {
		l.addGroup(rel.Name + ", " + strconv.Itoa(len(rel.Targets)))
		for _, to := range rel.Targets {
			l.addTarget(r.index, to)
		}
	}
	l.count()
	r.show(l)
}

// completions returns what an expression of the filter can go on with.
func (r *Reader) completions(expression string) {
	list := append(r.options.Views.Complete(expression, len(expression)), r.filter().Complete(expression, len(expression))...)
	if len(list) == 0 {
		r.line("Nothing is known to go on with.")
		return
	}
	const most = 20
	for _, c := range list[:min(most, len(list))] {
		text := strings.TrimSpace(c.Text)
		if c.Meaning != "" && c.Meaning != text {
			text += ": " + c.Meaning
		}
		r.line(sentence(text))
	}
	if more := len(list) - most; more > 0 {
		r.line("And " + strconv.Itoa(more) + " more.")
	}
}
