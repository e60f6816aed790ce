package tui

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/file"
	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/reader"
	"sitrep/ui/tui/screen"
)

// fileReadMsg is the briefing in a file that was asked for. If its number is not the
// last, it is dropped.
type fileReadMsg struct {
	number  int
	path    string
	file    screen.File
	indexed *screen.Indexed
	err     error
}

// readFile reads the briefing in a file to show it.
func (a *App) readFile(path string) tea.Cmd {
	a.reading = a.Serial()
	a.SayOf("reading", path)
	number, open := a.reading, a.options.Open
	return func() tea.Msg {
		f := open(inHome(path))
		doc, err := f.Load()
		if err != nil {
			return fileReadMsg{number: number, path: path, err: err}
		}
		return fileReadMsg{number, path, f, screen.NewIndexed(doc, screen.AllPassages), nil}
	}
}

// inHome returns a path with the home folder in place of ~, as shells do.
func inHome(path string) string {
	if rest, ok := strings.CutPrefix(path, "~/"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			return filepath.Join(home, rest)
		}
	}
	return path
}

// fileRead shows a briefing that was asked for over what is shown. A briefing of a
// folder is left first: the way back leads to the list.
func (a *App) fileRead(msg fileReadMsg) tea.Cmd {
	switch {
	case msg.number != a.reading:
		return nil
	case errors.Is(msg.err, fs.ErrNotExist):
		a.SayOf("not opened: there is no file", msg.path)
		return nil
	case msg.err != nil:
		a.SayOf("not opened: "+file.WhyUnreadable(msg.err)+":", msg.path)
		return nil
	}
	a.Dialogs, a.Status = dialog.Stack{}, ""
	left, from := a.makeWay()
	o := a.options.Options
	o.File, o.Text = msg.file, nil
	a.reader = reader.New(a.Screen, msg.indexed, o, reader.Parent{Name: from, Ask: a.askedOver})
	return tea.Batch(left, a.reader.Watch())
}

// makeWay puts what is shown aside, and returns its name.
func (a *App) makeWay() (cmd tea.Cmd, name string) {
	if a.library != nil {
		a.library.StopSearching()
		a.library.StopOpening()
	}
	switch {
	case a.reader == nil:
		return nil, a.library.Name
	case a.library != nil && a.library.Opened() != "":
		return a.leave(false), a.library.Name
	}
	a.aside = append(a.aside, a.reader)
	return a.reader.SetAside(), a.reader.Indexed().Doc.Briefing.Title
}

// askedOver does what the reader of a briefing that was opened over another asks
// for: to leave it.
func (a *App) askedOver(msg tea.Msg) tea.Cmd {
	if _, leaves := msg.(reader.LeaveMsg); !leaves {
		return nil
	}
	_, cmd := a.reader.Leave()
	n := len(a.aside)
	if n == 0 {
		a.showLibrary()
		return cmd
	}
	a.reader = a.aside[n-1]
	a.aside = slices.Delete(a.aside, n-1, n)
	return tea.Batch(cmd, a.reader.Resume())
}
