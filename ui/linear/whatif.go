package linear

import (
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/page"
)

// leaveOut leaves the source or actor at the cursor out of the briefing, or brings it
// back. In an analysis of competing hypotheses it can be a position. Nothing is written.
func (r *Reader) leaveOut() {
	t := r.subject()
	if row := r.list().row(); row != nil && row.to.Passage > 0 { // a quote: its source
		t = page.To(briefing.KindSource, r.index.Passages[row.to.Passage-1].Evidence.Source)
	}
	if of := r.list().target; !leavesOut(t) && leavesOut(of) {
		t = of
	}
	switch t.Ref.Kind {
	case briefing.KindSource, briefing.KindActor:
	case briefing.KindPosition:
		if !r.inACH() {
			r.line("x leaves out a source or an actor, and in the ACH view a position; this is a position.")
			return
		}
	default:
		r.line("x leaves out a source or an actor; this is neither.")
		return
	}
	name := quotedWords(page.Crumb(r.full, page.Target{Ref: t.Ref}))
	if at := slices.Index(r.narrow.without, t.Ref.ID); at >= 0 {
		r.narrow.without = slices.Delete(slices.Clone(r.narrow.without), at, at+1)
		r.reindex()
		r.line(sentence(name + " is back"))
		return
	}
	r.narrow.without = append(slices.Clone(r.narrow.without), t.Ref.ID)
	r.reindex()
	if fallen := briefing.CountEffects(r.full, r.index); fallen != "" {
		r.line(sentence("Without " + name + ": " + fallen))
		r.line("X lists what falls; x on it again brings it back, and x all brings everything back.")
		return
	}
	r.line(sentence("Nothing else falls without " + name))
}

// leavesOut reports whether a target is something that can be left out anywhere.
func leavesOut(t page.Target) bool {
	return t.Ref.Kind == briefing.KindSource || t.Ref.Kind == briefing.KindActor
}

// bringBack brings back everything that is left out.
func (r *Reader) bringBack() {
	if len(r.narrow.without) == 0 {
		r.line("Nothing is left out.")
		return
	}
	r.narrow.without = nil
	r.reindex()
	r.line("Everything is back.")
}

// listEffects lists what changes without what is left out, or in an analysis on what its
// order depends.
func (r *Reader) listEffects() {
	if r.inACH() {
		r.listSensitivity()
		return
	}
	if len(r.narrow.without) == 0 {
		r.line("Nothing is left out; x on a source or an actor does that.")
		return
	}
	effects := briefing.Effects(r.full, r.index)
	slices.SortStableFunc(effects, func(a, b briefing.Effect) int { return strings.Compare(string(a.What), string(b.What)) })
	l := &list{title: "Without " + r.names(r.narrow.without), groups: []string{""}, listed: true, none: "Nothing else falls."}
	for i, e := range effects {
		if i == 0 || effects[i-1].What != e.What {
			l.addGroup(capital(string(e.What)))
		}
		l.addTarget(r.index, page.Target{Ref: e.Ref})
	}
	l.count()
	r.show(l)
}
