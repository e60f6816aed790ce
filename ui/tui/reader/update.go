package reader

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/screen"
)

// Init starts to look up the quotes of a large briefing, and to watch the file.
func (r *Reader) Init() tea.Cmd {
	return tea.Batch(r.Screen.Init(), r.lookUpQuotes(), r.file.Follow(), r.beginNotes(false))
}

// Update dispatches a message. Every case is one call.
func (r *Reader) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if r.Screen.Update(msg) {
		return r, nil
	}
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		cmd = r.Key(msg, r.chosen, r.press)
	case tea.MouseClickMsg:
		cmd = r.click(msg)
	case tea.MouseWheelMsg:
		if r.selects == nil { // the selection stays in sight
			r.Wheel(msg, r.shown, r.rects())
		}
	case tea.PasteMsg:
		r.paste(msg.Content)
	default:
		cmd = r.answered(msg)
	}
	return r, tea.Batch(cmd, r.prepareBehind(), r.keepNotes())
}

// answered handles the result of a command. Every case is one call.
func (r *Reader) answered(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.ReadMsg:
		return r.loaded(msg)
	case comparedMsg:
		r.compared(msg)
	case lookedUpMsg:
		return r.quotesLookedUp(msg)
	case checkedMsg:
		r.checked(msg)
	case preparedMsg:
		return r.prepared(msg)
	case judgedMsg:
		msg.filter.Take(msg.judged)
	case readMsg:
		return r.read(msg)
	case visitedMsg:
		r.visited(msg)
	case exportedMsg:
		r.exported(msg)
	case savedMsg:
		return r.saved(msg)
	case screen.EditedMsg:
		return r.edited(msg)
	case changedMsg:
		return tea.Batch(r.changed(msg), r.pressHeld())
	case screen.WatchMsg:
		return r.file.Watched(msg)
	default:
		return r.notesAnswered(msg)
	}
	return nil
}

// notesAnswered handles the result of a command of the notebook.
func (r *Reader) notesAnswered(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case NotedMsg:
		r.noted(msg)
	case SavedNotesMsg:
		return r.savedNotes(msg)
	case saveNotesMsg:
		return r.waited(msg)
	}
	return nil
}

// pressHeld handles the keys that came while a change was written, up to the next change.
func (r *Reader) pressHeld() tea.Cmd {
	var cmds []tea.Cmd
	for v := r.review; len(v.held) > 0 && !v.writing; {
		key := v.held[0]
		v.held = v.held[1:]
		cmds = append(cmds, r.Key(key, r.chosen, r.press))
	}
	return tea.Batch(cmds...)
}

// paste inserts text where text is typed. Elsewhere it does nothing, since its
// characters are not keys.
func (r *Reader) paste(text string) {
	switch {
	case r.find.typing && !r.Dialogs.Open():
		r.Say("")
		r.find.field.Paste(text)
		r.search(r.find.field.Text())
	default:
		r.Paste(text)
	}
}

// chosen handles the result of a dialog.
func (r *Reader) chosen(result tea.Msg) tea.Cmd {
	switch msg := result.(type) {
	case dialog.RunMsg:
		return r.runTyped(msg)
	case dialog.SectionMsg:
		r.goSection(msg.Section)
	case dialog.OpenMsg:
		r.openTarget(msg.Target)
	case dialog.GoneMsg:
		r.Say("it is not in the briefing any more, and cannot be opened")
	case dialog.FilterMsg:
		return r.applyFilter(msg.Expression)
	case dialog.FilterClosedMsg:
		r.cancelFilter()
	case dialog.HitMsg:
		r.openHit(msg)
	case dialog.EntryHitMsg, dialog.WidenMsg, dialog.HitsClosedMsg:
		return r.parent.Ask(msg)
	case dialog.MentionMsg, dialog.AcrossClosedMsg: // for the root model
		return func() tea.Msg { return msg }
	case dialog.CopyMsg:
		r.endSelecting()
		return r.copyOut(msg)
	default:
		return r.chosenToDo(msg)
	}
	return nil
}

// chosenToDo handles the result of a dialog that has something written or run.
func (r *Reader) chosenToDo(result tea.Msg) tea.Cmd {
	switch msg := result.(type) {
	case dialog.ExportMsg:
		return r.exportTo(msg)
	case dialog.DropMsg:
		return r.confirmed(msg)
	case dialog.SaveCopyMsg:
		return r.saveCopy()
	case dialog.EditMsg:
		return r.editAt(r.doc.Path, msg.Line)
	case dialog.VisitMsg:
		return r.visit(msg)
	}
	return r.chosenNote(result)
}
