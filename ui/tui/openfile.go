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
	"sitrep/ui/tui/broken"
	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/reader"
	"sitrep/ui/tui/screen"
)

// fileReadMsg is the briefing in a file that was requested. It is dropped if
// its number is not the latest.
type fileReadMsg struct {
	number  int
	path    string
	file    screen.File
	indexed *screen.Indexed
	err     error
	from    *across            // the list that it was chosen from; nil for none
	hit     dialog.EntryHitMsg // the item to open it at, if from is set
}

func (a *App) readFile(path string) tea.Cmd {
	a.reading = a.Serial()
	a.SayOf("reading", path)
	number, open := a.reading, a.options.Open
	return func() tea.Msg {
		f := open(inHome(path))
		e, err := f.Read()
		return fileReadMsg{number: number, path: path, file: f, indexed: e, err: err}
	}
}

// inHome returns a path with ~ replaced by the home folder, as in shells.
func inHome(path string) string {
	if rest, ok := strings.CutPrefix(path, "~/"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			return filepath.Join(home, rest)
		}
	}
	return path
}

// fileRead shows a requested file over what is shown. A file of a folder is
// left first, so that the way back leads to the list.
func (a *App) fileRead(msg fileReadMsg) tea.Cmd {
	refused := file.AsSyntaxError(msg.err)
	switch {
	case msg.number != a.reading:
		return nil
	case msg.err != nil && refused == nil:
		if errors.Is(msg.err, fs.ErrNotExist) {
			a.SayOf("not opened: there is no file", msg.path)
		} else {
			a.SayOf("not opened: "+file.WhyUnreadable(msg.err)+":", msg.path)
		}
		if msg.from != nil && !a.Dialogs.Open() {
			return a.showAcross(msg.from)
		}
		return nil
	}
	a.endAcross()
	a.Dialogs, a.Status = dialog.Stack{}, ""
	left, name := a.makeWay(msg.from)
	from := screen.Parent{Name: name, Ask: a.askedOver}
	show := func(e *screen.Indexed) tea.Cmd {
		o := a.options.Options
		o.File = msg.file
		a.reader = reader.New(a.Screen, e, o, from)
		if msg.from != nil {
			a.reader.GoToHit(msg.hit)
		}
		return a.reader.Start()
	}
	if refused != nil {
		return tea.Batch(left, a.showBroken(msg.file, refused, from, show))
	}
	a.broken = nil
	return tea.Batch(left, show(msg.indexed))
}

// makeWay sets what is shown aside, for a file that was chosen from a list if there is
// one, and returns its name.
func (a *App) makeWay(from *across) (cmd tea.Cmd, name string) {
	if a.library != nil {
		a.library.StopSearching()
		a.library.StopOpening()
	}
	shown := a.over()
	switch {
	case shown == nil:
		return nil, a.library.Name
	case a.library != nil && a.library.Opened() != "" && from == nil && len(a.aside) == 0:
		return a.leave(false), a.library.Name
	}
	a.aside = append(a.aside, aside{shown, from})
	return shown.SetAside(), shown.Name()
}

// askedOver handles the request of a file that was opened over others: to leave
// it. The way back leads to the list that it was opened from, if there is one.
func (a *App) askedOver(msg tea.Msg) tea.Cmd {
	if _, leaves := msg.(screen.LeaveMsg); !leaves {
		return nil
	}
	cmd := a.over().SetAside()
	a.showLibrary()
	n := len(a.aside)
	if n == 0 {
		return cmd
	}
	was := a.aside[n-1]
	a.aside = slices.Delete(a.aside, n-1, n)
	a.reader, _ = was.over.(*reader.Reader)
	a.broken, _ = was.over.(*broken.Broken)
	cmd = tea.Batch(cmd, was.Resume())
	if was.across != nil {
		return tea.Batch(cmd, a.showAcross(was.across))
	}
	return cmd
}
