package reader

import (
	"slices"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/ui/tui/dialog"
)

// leavesOut reports whether a target can be left out. A position can only in the
// analysis of competing hypotheses, which still shows it then.
func (r *Reader) leavesOut(t page.Target) bool {
	switch t.Ref.Kind {
	case briefing.KindSource, briefing.KindActor:
		return true
	case briefing.KindPosition:
		return r.analysed() != nil
	}
	return false
}

// whatIf leaves the source or actor at the cursor out of the briefing, or a position, or
// brings it back. Nothing is written.
func (r *Reader) whatIf() {
	t := r.subject()
	if c := r.analysed(); c != nil && c.Cell().Out {
		t = page.Target{Ref: c.Cell().Evidence}
	}
	if !r.leavesOut(t) {
		r.Say(r.Keys.Of("leave-out") + " leaves out a source or an actor; this is neither")
		return
	}
	id := t.Ref.ID
	if at := slices.Index(r.without, id); at >= 0 {
		r.without = slices.Delete(slices.Clone(r.without), at, at+1)
		r.rebuild()
		r.Say(r.nameOf(t.Ref) + " is back" + r.orderNow())
		return
	}
	if c := r.analysed(); c != nil && c.Cell().Out {
		r.Say("it is left out with another item; " + r.Keys.Of("leave-out") + " on that brings it back")
		return
	}
	r.without = append(slices.Clone(r.without), id)
	was := r.orderNow()
	r.rebuild()
	if r.analysed() != nil {
		r.sayOrder(was, r.nameOf(t.Ref))
		return
	}
	if fallen := briefing.CountEffects(r.full, r.index); fallen != "" {
		r.Say(fallen)
		return
	}
	r.Say("nothing else falls without " + r.nameOf(t.Ref))
}

// effects lists what changes without what is left out.
func (r *Reader) effects() {
	if c := r.analysed(); c != nil {
		r.Dialogs.Push(dialog.Sensitivity(r.full, r.Theme, c.Analysis()))
		return
	}
	if len(r.without) == 0 {
		r.Say("nothing is left out; " + r.Keys.Of("leave-out") + " on a source or an actor does that")
		return
	}
	r.Dialogs.Push(dialog.Effects(r.full, r.index, r.Theme, r.withoutNames()))
}

func (r *Reader) withoutNames() string {
	return briefing.JoinNames(briefing.Map(r.without, func(id string) string {
		ref, _ := r.full.Lookup(id)
		return r.nameOf(ref)
	}))
}

// nameOf returns the name of what is or can be left out. A position is named without
// its claim.
func (r *Reader) nameOf(ref briefing.Ref) string {
	if ref.Kind == briefing.KindPosition {
		return page.Crumb(r.full, page.Target{Ref: ref})
	}
	return r.full.Name(ref)
}
