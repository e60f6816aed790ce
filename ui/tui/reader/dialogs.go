package reader

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/ui/tui/dialog"
)

// subject returns the subject of an action: what is under the cursor, or else
// the open page.
func (r *Reader) subject() page.Target {
	t := r.here().focused().Selected()
	if open := r.openItem(); !open.IsZero() && t.Ref.Kind == briefing.KindNone {
		return open
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

// across asks to list what other briefings have on the item.
func (r *Reader) across() tea.Cmd {
	item, ok := r.acrossItem()
	if !ok {
		r.Say("other briefings are looked into for an actor, a source, a claim or a question; there is none here")
		return nil
	}
	return func() tea.Msg { return AcrossMsg{item} }
}

// acrossItem returns the item that other briefings can have something on: that of the
// open page or, if that is of another kind, the one under the cursor. For a position it
// is the claim.
func (r *Reader) acrossItem() (item briefing.Ref, ok bool) {
	for _, t := range []page.Target{r.openItem(), r.subject()} {
		switch t.Ref.Kind {
		case briefing.KindActor, briefing.KindSource, briefing.KindClaim, briefing.KindQuestion:
			return t.Ref, true
		case briefing.KindPosition:
			return r.listed(t.Ref), true
		}
	}
	return briefing.Ref{}, false
}

// openItem returns the target of the open page, or the zero Target in a list.
func (r *Reader) openItem() page.Target {
	if n := len(r.here().trail); n > 0 {
		return r.here().trail[n-1].target
	}
	return page.Target{}
}

// sourceHere returns the source whose page is open, or else the one shown for
// the item under the cursor, with its passage.
func (r *Reader) sourceHere() page.Target {
	if open := r.openItem(); open.Ref.Kind == briefing.KindSource {
		return open
	}
	t := page.PassageBehind(r.index, r.subject())
	if t.Passage > 0 {
		t.Ref = briefing.Ref{Kind: briefing.KindSource, ID: r.index.Passages[t.Passage-1].Evidence.Source}
	}
	return t
}

// showsText reports whether the page in focus shows the text of a source.
func (r *Reader) showsText() bool {
	ref := r.sourceHere().Ref
	source := r.index.Source(ref.ID)
	return source != nil && source.Text != "" && r.openItem().Ref == ref
}
