package tui

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/clean"
	"sitrep/briefing/page"
	"sitrep/ui/tui/dialog"
)

// copyMenu offers what can be copied of the item.
func (r *Reader) copyMenu() {
	t := r.subject()
	if t.IsZero() {
		r.Say("nothing to copy here")
		return
	}
	var open page.Target
	if n := len(r.here().trail); n > 0 {
		open = r.here().trail[n-1].target
	}
	r.Dialogs.Push(dialog.Copy(r.index, r.Theme, t, open))
}

// copyOut sends a text to the terminal, which may or may not put it on the
// clipboard: it does not answer.
func (r *Reader) copyOut(msg dialog.CopyMsg) tea.Cmd {
	text := clean.Text(msg.Text)
	if len(text) > dialog.MaxClipboard {
		r.Say("the " + msg.What + " is more than the " + strconv.Itoa(dialog.MaxClipboard) + " bytes that terminals take; sitrep show writes it to a file")
		return nil
	}
	r.Say(msg.What + " sent to the terminal's clipboard")
	return sendToClipboard(text)
}
