package reader

import (
	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/ui/tui/dialog"
)

// palette shows every action by name, as far as it fits what is typed.
func (r *Reader) palette(typed string) {
	r.Dialogs.Push(dialog.Palette(r.Keys, SectionNames()).Type(typed))
}

// subject is what an action is about: what the cursor stands on, or else the
// open page.
func (r *Reader) subject() page.Target {
	s := r.here()
	t := s.focused().Selected()
	if n := len(s.trail); n > 0 && (t.IsZero() || t.Ref.Kind == briefing.KindNone) {
		return s.trail[n-1].target
	}
	return t
}

// related lists everything that touches the item.
func (r *Reader) related() {
	t := r.subject()
	if t.Ref.Kind == briefing.KindNone {
		r.Say("no item here that anything could be related to")
		return
	}
	r.Dialogs.Push(dialog.Related(r.index, r.Theme, t.Ref))
}
