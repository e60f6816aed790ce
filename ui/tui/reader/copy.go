package reader

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/clean"
	"sitrep/briefing/export"
	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/screen"
)

// copyMenu offers what can be copied of the item.
func (r *Reader) copyMenu() {
	if p := r.copies(); p != nil {
		r.Dialogs.Push(p)
	}
}

// copyNamed copies the entry of the menu with that name.
func (r *Reader) copyNamed(what string) tea.Cmd {
	p := r.copies()
	if p == nil {
		return nil
	}
	msg, ok := p.Named(what).(dialog.CopyMsg)
	if !ok {
		r.Say("nothing here that is called " + strconv.Quote(what) + " can be copied; " + r.Keys.Of("copy") + " lists what can")
		return nil
	}
	return r.copyOut(msg)
}

// copies returns what can be copied of the item. If there is nothing, it says
// so and returns nil.
func (r *Reader) copies() *dialog.Picker {
	t := r.subject()
	if t.IsZero() {
		r.Say("nothing to copy here")
		return nil
	}
	return dialog.Copy(r.index, r.Theme, t, r.openItem())
}

// copyOut sends a text to the terminal, which may or may not put it on the
// clipboard. It does not answer.
func (r *Reader) copyOut(msg dialog.CopyMsg) tea.Cmd {
	text := clean.Text(msg.Text)
	if len(text) > export.MaxCopy {
		r.Say("the " + msg.What + " is more than the " + strconv.Itoa(export.MaxCopy) + " bytes that terminals take; sitrep show writes it to a file")
		return nil
	}
	r.Say(msg.What + " sent to the terminal's clipboard")
	return screen.ToClipboard(text)
}
