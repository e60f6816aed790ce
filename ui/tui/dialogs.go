package tui

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/page"
	"sitrep/ui/tui/dialog"
)

// help shows every key.
func (a *App) help() { a.dialogs.Push(dialog.Help(a.bindings, a.look.theme)) }

// palette shows every action by name.
func (a *App) palette() {
	names := make([]string, len(a.sectionKinds))
	for i, k := range a.sectionKinds {
		names[i] = k.name
	}
	a.dialogs.Push(dialog.Palette(a.bindings, names))
}

// subject is what an action is about: what the cursor stands on, or else the
// open page.
func (a *App) subject() page.Target {
	s := a.here()
	t := s.focused().Selected()
	if n := len(s.trail); n > 0 && (t.IsZero() || t.Ref.Kind == briefing.KindNone) {
		return s.trail[n-1].target
	}
	return t
}

// related lists everything that touches the item.
func (a *App) related() {
	t := a.subject()
	if t.Ref.Kind == briefing.KindNone {
		a.say("no item here that anything could be related to")
		return
	}
	a.dialogs.Push(dialog.Related(a.index, a.look.theme, t.Ref))
}

// chosen does what was chosen in a dialog.
func (a *App) chosen(result tea.Msg) tea.Cmd {
	switch msg := result.(type) {
	case dialog.RunMsg:
		return a.run(msg.Action)
	case dialog.SectionMsg:
		a.goSection(msg.Section)
	case dialog.OpenMsg:
		a.openTarget(msg.Target)
	case dialog.GoneMsg:
		a.say("it is not in the briefing any more, and cannot be opened")
	case dialog.FilterMsg:
		a.applyFilter(msg.Expression)
	case dialog.HitMsg:
		a.openHit(msg)
	case dialog.EntryHitMsg:
		a.openHitInEntry(msg)
	case dialog.WidenMsg:
		a.searchFolder(msg.Typed)
	case dialog.HitsClosedMsg:
		a.hitsClosed()
	case dialog.CopyMsg:
		return a.copyOut(msg)
	case dialog.SaveCopyMsg:
		return a.saveCopy()
	case dialog.EditMsg:
		return a.editAt(a.doc.Path, msg.Line)
	case dialog.VisitMsg:
		return a.visit(msg)
	}
	return nil
}
