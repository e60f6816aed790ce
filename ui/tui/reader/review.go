package reader

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/briefing/review"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/dialog"
)

// draftHere returns the draft that an open page is about or, if there is none, the one
// under the cursor.
func (r *Reader) draftHere() (briefing.Ref, bool) {
	for _, open := range slices.Backward(r.here().trail) {
		if r.full.Draft(open.target.Ref) {
			return open.target.Ref, true
		}
	}
	ref := r.here().focused().Selected().Ref
	return ref, r.full.Draft(ref)
}

// draft returns the draft for a key that takes or drops. If there is none, it says so.
func (r *Reader) draft() (briefing.Ref, bool) {
	if r.onlyInReview() {
		return briefing.Ref{}, false
	}
	ref, ok := r.draftHere()
	switch {
	case ok:
	case r.review.Left == 0:
		r.Say("nothing is left to review; " + r.Keys.Of("turn-read") + " undoes, " + r.Keys.Of("quit") + " leaves")
	case r.inReview():
		r.Say("no draft is under the cursor")
	default:
		r.Say("this is no draft; " + r.Keys.Of("next-hit") + " goes back to the review")
	}
	return ref, ok
}

// takeDraft takes a draft, and those that it cannot do without.
func (r *Reader) takeDraft() tea.Cmd {
	if ref, ok := r.draft(); ok {
		return r.change(review.Take(r.full, ref))
	}
	return nil
}

// askToDrop drops the draft here, or asks.
func (r *Reader) askToDrop() tea.Cmd {
	if ref, ok := r.draft(); ok {
		return r.askFor(ref)
	}
	return nil
}

// askFor drops a draft, or asks first if other items go with it.
func (r *Reader) askFor(ref briefing.Ref) tea.Cmd {
	fall := r.full.Falls(ref)
	if len(fall.Needs) > 0 {
		r.Dialogs.Push(dialog.Drop(r.full, r.Theme, ref, fall))
		return nil
	}
	return r.drop(ref)
}

// confirmed drops a draft after the question. If other items go with it by now, as the
// file has changed, it asks again.
func (r *Reader) confirmed(msg dialog.DropMsg) tea.Cmd {
	switch {
	case r.review == nil || !r.full.Draft(msg.Ref):
		r.Say("not dropped: it is no draft any more")
	case len(r.full.Falls(msg.Ref).All()) != msg.With:
		return r.askFor(msg.Ref)
	default:
		return r.drop(msg.Ref)
	}
	return nil
}

// drop drops a draft with what goes with it.
func (r *Reader) drop(ref briefing.Ref) tea.Cmd {
	c := review.Drop(r.full, ref)
	if n := c.Mentions; n > 0 {
		c.Says = briefing.Counted(n, "text still refers", "texts still refer") + " to what is dropped (" + r.Keys.Of("problems") + "); " + c.Says
	}
	return r.change(c)
}

// nextHitOrDraft goes to the next or previous hit, or draft in a review in which nothing
// has been searched for.
func (r *Reader) nextHitOrDraft(step int, m column.Motion) {
	if r.review != nil && r.find.query == "" {
		r.nextDraft(m)
		return
	}
	r.nextHit(step)
}

// nextDraft goes to the next draft, or from elsewhere back to the review.
func (r *Reader) nextDraft(step column.Motion) {
	if !r.inReview() {
		r.goSection(len(r.sectionKinds) - 1)
		return
	}
	if len(r.here().trail) > 0 {
		r.sibling(step)
		return
	}
	m := column.Down
	if step == column.Previous {
		m = column.Up
	}
	r.Move(r.here().focused(), m)
}

// goToDraft puts the cursor on a draft, or opens its page if the page of one was open.
func (r *Reader) goToDraft(ref briefing.Ref) {
	s := r.here()
	opened := len(s.trail) > 0
	s.trail = nil
	if ref.ID == "" || !s.list.Select(page.Target{Ref: ref}) || !opened {
		return
	}
	if c := column.Detail(r.index, page.Target{Ref: ref}); c != nil {
		s.trail = []openPage{{page.Target{Ref: ref}, c}}
	}
}
