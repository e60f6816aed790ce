package tui

// The rule of this file, and of browse.go and edit.go: all IO of the reader is
// in commands; a command changes no state, and answers with one message.

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
)

// sendToClipboard asks the terminal, by OSC 52, to put a text on the clipboard.
func sendToClipboard(text string) tea.Cmd { return tea.SetClipboard(text) }

// load reads the file with that number, and indexes it.
func load(number int, read func() (*briefing.Document, error)) tea.Cmd {
	return func() tea.Msg {
		doc, err := read()
		if err != nil {
			return loadedMsg{number, nil, err}
		}
		return loadedMsg{number, newEdition(doc, allPassages), nil}
	}
}

// watch has changes to the file told of.
func (a *App) watch() tea.Cmd {
	number, open := a.file.number, a.file.Watch
	if open == nil {
		return nil
	}
	return func() tea.Msg {
		w, err := open()
		return watchingMsg{number, w, err}
	}
}

// awaitChange waits for the next change.
func awaitChange(number int, w Watch) tea.Cmd {
	return func() tea.Msg { return changedMsg{number, w.Next()} }
}

// closeWatch ends a watch that nobody listens to.
func closeWatch(w Watch) tea.Cmd {
	return func() tea.Msg {
		_ = w.Close() // nothing is lost with it
		return nil
	}
}

// listFolder looks into a folder.
func listFolder(number int, list func() ([]briefing.File, int, error)) tea.Cmd {
	return func() tea.Msg {
		files, more, err := list()
		return listedMsg{number, files, more, err}
	}
}

// readBook reads a file of a folder, and works out what the list says of it.
func readBook(number int, b *book) tea.Cmd {
	name, load := b.Name, b.file.Load
	return func() tea.Msg {
		doc, err := load()
		if err != nil {
			return bookMsg{number, b, briefing.Unlisted(name, err), nil}
		}
		e := newEdition(doc, allPassages)
		return bookMsg{number, b, briefing.NewListed(name, e.doc, e.index, e.doc.Problems), e}
	}
}
