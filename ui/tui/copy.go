package tui

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/clean"
	"sitrep/briefing/page"
	"sitrep/ui/tui/dialog"
)

// copyMenu offers what can be copied of the item.
func (a *App) copyMenu() {
	t := a.subject()
	if t.IsZero() {
		a.say("nothing to copy here")
		return
	}
	var open page.Target
	if n := len(a.here().trail); n > 0 {
		open = a.here().trail[n-1].target
	}
	a.dialogs.Push(dialog.Copy(a.index, a.look.theme, t, open))
}

// copyOut sends a text to the terminal, which may or may not put it on the
// clipboard: it does not answer.
func (a *App) copyOut(msg dialog.CopyMsg) tea.Cmd {
	text := clean.Text(msg.Text)
	if len(text) > dialog.MaxClipboard {
		a.say("the " + msg.What + " is more than the " + strconv.Itoa(dialog.MaxClipboard) + " bytes that terminals take; sitrep show writes it to a file")
		return nil
	}
	a.say(msg.What + " sent to the terminal's clipboard")
	return sendToClipboard(text)
}
