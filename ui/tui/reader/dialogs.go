package reader

import (
	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/dialog"
)

// subject returns the subject of an action: what is under the cursor, or else
// the open page.
func (r *Reader) subject() page.Target {
	s := r.here()
	t := s.focused().Selected()
	if n := len(s.trail); n > 0 && (t.IsZero() || t.Ref.Kind == briefing.KindNone) {
		return s.trail[n-1].target
	}
	return t
}

// related lists everything related to the item.
func (r *Reader) related() {
	t := r.subject()
	if t.Ref.Kind == briefing.KindNone {
		r.Say("no item here that anything could be related to")
		return
	}
	r.Dialogs.Push(dialog.Related(r.index, r.Theme, t.Ref))
}

// sourceHere returns the source whose page is open, or else the one shown for
// the item under the cursor, with its passage.
func (r *Reader) sourceHere() page.Target {
	if n := len(r.here().trail); n > 0 {
		if open := r.here().trail[n-1].target; open.Ref.Kind == briefing.KindSource {
			return open
		}
	}
	t := column.PassageBehind(r.index, r.subject())
	if t.Passage > 0 {
		t.Ref = briefing.Ref{Kind: briefing.KindSource, ID: r.index.Passages[t.Passage-1].Evidence.Source}
	}
	return t
}

// isOpen reports whether the page in focus is the page of t.
func (r *Reader) isOpen(t page.Target) bool {
	n := len(r.here().trail)
	return n > 0 && r.here().trail[n-1].target.Ref == t.Ref
}

// showsText reports whether the page in focus shows the text of a source.
func (r *Reader) showsText() bool {
	t := r.sourceHere()
	source := r.index.Source(t.Ref.ID)
	return source != nil && source.Text != "" && r.isOpen(t)
}
