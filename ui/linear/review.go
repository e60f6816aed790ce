package linear

import (
	"errors"
	"slices"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/page"
	"sitrep/briefing/review"
)

// beginReview adds the drafts as a last part, if they may be taken and dropped, and goes
// there.
func (r *Reader) beginReview() {
	if r.source.Rewrite == nil {
		return
	}
	r.review = review.New()
	r.review.Left = len(r.full.Drafts())
	p := &part{kind: &partKind{views: []view{{"list", (*Reader).drafts}}}}
	r.parts = append(r.parts, p)
	r.turnTo(p, 0)
	r.at = len(r.parts) - 1
}

// drafts returns the list of the drafts, each with what it quotes.
func (r *Reader) drafts() *list {
	x := r.listing()
	l := newListed("", nil, page.NothingLeft)
	all := x.Drafts()
	for _, ref := range all {
		if x.Shows(ref.Kind, ref.ID) {
			l.rows = append(l.rows, row{noun: draftNoun, to: page.Target{Ref: ref}, block: page.Later{To: page.Target{Ref: ref}, Make: func() page.Entry { return draftRow(x, ref) }}})
		}
	}
	if len(all) > 0 {
		l.none = "The filter leaves none of the drafts."
	}
	l.count()
	return l
}

// draftRow returns the row of a draft, with the words that it rests on below it.
func draftRow(x *briefing.Index, ref briefing.Ref) page.Entry {
	e := page.DraftRow(x, ref)
	for _, c := range x.Citations(ref) {
		if c.Quote != "" {
			source := page.Name(x, briefing.Ref{Kind: briefing.KindSource, ID: c.Source})
			e.Under = append(e.Under, []page.Span{{Text: "In " + quotedWords(source) + ": " + quotedWords(c.Quote)}})
		}
	}
	return e
}

// inReview reports whether the list of drafts, or a page opened from it, is read.
func (r *Reader) inReview() bool { return r.review != nil && r.at == len(r.parts)-1 }

// goReview goes to the drafts.
func (r *Reader) goReview() {
	if r.review == nil {
		r.line("The sections are 1 to 5; a review has the drafts in a sixth.")
		r.onlyInReview()
		return
	}
	r.goPart(len(r.parts) - 1)
}

// onlyInReview says where drafts are taken and dropped.
func (r *Reader) onlyInReview() {
	if r.doc.Path == "" {
		r.line("Drafts are taken and dropped by sitrep review --linear FILE, and this briefing is in no file.")
		return
	}
	r.line("sitrep review --linear FILE takes and drops drafts; here the file is only read.")
}

// draft returns the draft that an open page is about or, if there is none, the one that is
// read. If there is none, it says so.
func (r *Reader) draft() (ref briefing.Ref, ok bool) {
	if r.review == nil {
		r.onlyInReview()
		return ref, false
	}
	for _, l := range slices.Backward(r.here().trail) {
		if ref = l.target.Ref; r.full.Draft(ref) {
			return ref, true
		}
	}
	ref = r.item()
	switch {
	case r.full.Draft(ref):
		return ref, true
	case r.review.Left == 0:
		r.line("Nothing is left to review; u undoes, q leaves.")
	case r.inReview():
		r.line("No draft is read here.")
	default:
		r.line("This is no draft; review goes back to the drafts.")
	}
	return ref, false
}

// takeDraft takes the draft, and those that it cannot do without.
func (r *Reader) takeDraft() {
	if ref, ok := r.draft(); ok {
		r.rewrite(review.Take(r.full, ref))
	}
}

// allOfIt has a draft dropped with what goes with it.
const allOfIt = "all"

// dropDraft drops the draft. If other items go with it, it only says which, unless arg
// says that they may.
func (r *Reader) dropDraft(arg string) {
	ref, ok := r.draft()
	if !ok {
		return
	}
	fall := r.full.Falls(ref)
	if len(fall.Needs) == 0 || arg == allOfIt {
		r.rewrite(review.Drop(r.full, ref))
		return
	}
	r.line(sentence("Not dropped yet: with " + r.on(ref) + " " + goes(len(fall.All())) + " " + review.Counted(ref, fall.All())))
	for _, gone := range fall.All() {
		e := page.DraftRow(r.full, gone)
		text := voice{r.full}.draft(gone, &e)
		if !r.full.Draft(gone) {
			text = joined(text, "A person has written or taken this")
		}
		r.line(sentence(text))
	}
	r.line("d all drops all of this.")
}

func goes(n int) string {
	if n == 1 {
		return "goes"
	}
	return "go"
}

// undoStep undoes the last change of the file.
func (r *Reader) undoStep() {
	c, err := r.review.Undo(r.doc.Text)
	if err != nil {
		r.line(sentence(capital(err.Error())))
		return
	}
	r.rewrite(c)
}

// rewrite makes a change in the file, and goes on with the next draft.
func (r *Reader) rewrite(c review.Change) {
	next, err := c.Write(r.doc, r.source.Rewrite)
	switch {
	case errors.Is(err, review.ErrChanged):
		r.line("Nothing was written, because another program has changed the file.")
		r.reload()
		return
	case err != nil:
		r.line(joined("Not written: "+clean.Line(err.Error()), hintOf(err)))
		return
	}
	r.review.Made(c, r.doc.Text, next.Text)
	r.renew(next)
	r.line(sentence(capital(c.Says)))
	if n := c.Mentions; n > 0 {
		r.line(sentence(briefing.Counted(n, "text still refers", "texts still refer") + " to what is dropped; ! lists them"))
	}
	r.line(sentence("Drafts: " + r.review.Progress()))
	if !r.inReview() {
		r.where()
		return
	}
	if r.goToDraft(c.Next); len(r.here().trail) > 1 {
		r.where()
		return
	}
	r.sayRow()
}

func hintOf(err error) string {
	if h, ok := errors.AsType[interface {
		error
		Hint() string
	}](err); ok {
		return capital(clean.Line(h.Hint()))
	}
	return ""
}

// goToDraft goes to a draft in the list, or to its page if the page of one was open.
func (r *Reader) goToDraft(ref briefing.Ref) {
	p := r.here()
	opened := len(p.trail) > 1
	p.trail = p.trail[:1]
	n := r.list().find(page.Target{Ref: ref})
	if n < 0 {
		return
	}
	r.list().at = n
	if l := r.pageOf(page.Target{Ref: ref}); opened && l != nil {
		r.push(l)
	}
}

// nextDraft goes to the next draft or the one before, or from elsewhere back to the review.
func (r *Reader) nextDraft(step int) {
	if !r.inReview() {
		r.goReview()
		return
	}
	r.sibling(step)
}
