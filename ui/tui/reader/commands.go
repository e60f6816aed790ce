package reader

// The rule of this file, and of browse.go and edit.go: all IO of the reader is
// in commands; a command changes no state, and answers with one message.

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/file"
	"sitrep/ui/tui/screen"
	"sitrep/ui/tui/terminal"
)

// sendToClipboard asks the terminal, by OSC 52, to put a text on the clipboard.
func sendToClipboard(text string) tea.Cmd {
	return func() tea.Msg { return terminal.Clipboard(text) }
}

// load reads the file with that number, and indexes it.
func load(number int, read func() (*file.Document, error)) tea.Cmd {
	return func() tea.Msg {
		doc, err := read()
		if err != nil {
			return loadedMsg{number, nil, err}
		}
		return loadedMsg{number, screen.NewIndexed(doc, screen.AllPassages), nil}
	}
}

// Watch has changes to the file told of.
func (r *Reader) Watch() tea.Cmd {
	number, open := r.file.number, r.file.File.Watch
	if open == nil {
		return nil
	}
	return func() tea.Msg {
		w, err := open()
		return watchingMsg{number, w, err}
	}
}

// awaitChange waits for the next change.
func awaitChange(number int, w screen.Watch) tea.Cmd {
	return func() tea.Msg { return changedMsg{number, w.Next()} }
}

// closeWatch ends a watch that nobody listens to.
func closeWatch(w screen.Watch) tea.Cmd {
	return func() tea.Msg {
		_ = w.Close() // nothing is lost with it
		return nil
	}
}
