package tui

// The rule of this file: all IO of the reader is here, in commands; a command
// changes no state, and answers with one message.

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
)

// sendToClipboard asks the terminal, by OSC 52, to put a text on the clipboard.
func sendToClipboard(text string) tea.Cmd { return tea.SetClipboard(text) }

// reload reads the file again.
func (a *App) reload() tea.Cmd {
	if a.file.load == nil {
		a.say("nothing to reload: this briefing is not from a file")
		return nil
	}
	a.file.awaited++
	number, load := a.file.awaited, a.file.load
	a.say("reading " + a.doc.Name + " again")
	return func() tea.Msg {
		doc, err := load()
		return loadedMsg{number, doc, err}
	}
}

// loaded shows what a reload has brought, at the place where the reader was.
// A file that cannot be read as a briefing leaves the old one on the screen.
func (a *App) loaded(msg loadedMsg) tea.Cmd {
	if msg.number != a.file.awaited {
		return nil
	}
	if msg.err != nil {
		a.say("not reloaded: " + briefing.CleanLine(msg.err.Error()))
		return nil
	}
	at := a.place()
	a.show(msg.doc)
	a.goTo(at)
	a.say("reloaded")
	return a.lookUpQuotes()
}
