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
	"sitrep/briefing/fold"
	"sitrep/ui/tui/dialog"
)

type (
	// openFileMsg asks for the briefing in a file.
	openFileMsg struct{ path string }
	// fileReadMsg is that briefing. If its number is not the last, it is dropped.
	fileReadMsg struct {
		number  int
		path    string
		file    File
		indexed *indexed
		err     error
	}
)

// asides are the readers that other briefings were opened over, the last one last,
// and the number of the file that is being read.
type asides struct {
	readers []aside
	reading int
}

// aside is a reader that is not shown, with its file, which isn't watched meanwhile.
type aside struct {
	reader *Reader
	file   File
}

// askForFile asks for the briefing in a file.
func askForFile(path string) tea.Cmd { return func() tea.Msg { return openFileMsg{path} } }

// readFile reads the briefing in a file to show it.
func (a *App) readFile(path string) tea.Cmd {
	a.asides.reading = a.Serial()
	a.SayOf("reading", path)
	number, open := a.asides.reading, newFile(a.options).open
	return func() tea.Msg {
		f := open(inHome(path))
		doc, err := f.Load()
		if err != nil {
			return fileReadMsg{number: number, path: path, err: err}
		}
		return fileReadMsg{number, path, f, newIndexed(doc, allPassages), nil}
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
	case msg.number != a.asides.reading:
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
	o := a.options
	o.File, o.Text = msg.file, nil
	a.Reader = newReader(a.Screen, msg.indexed, newFile(o), inFolder{name: from, ask: a.askedOver})
	return tea.Batch(left, a.watch())
}

// makeWay puts what is shown aside, and returns its name.
func (a *App) makeWay() (cmd tea.Cmd, name string) {
	if a.library != nil {
		a.library.search.rest()
		a.library.stopWanting()
	}
	switch {
	case a.Reader == nil:
		return nil, a.library.Name
	case a.library != nil && a.library.open != nil:
		a.folder.hit = nil // the list of hits would open
		return a.leave(), a.library.Name
	}
	name = a.doc.Briefing.Title
	a.endSearch()
	a.find = finder{}
	f := a.file.File
	cmd = a.closeFile()
	a.asides.readers = append(a.asides.readers, aside{a.Reader, f})
	return cmd, name
}

// askedOver does what the reader of a briefing that was opened over another asks
// for: to leave it.
func (a *App) askedOver(msg tea.Msg) tea.Cmd {
	if _, leaves := msg.(leaveMsg); !leaves {
		return nil
	}
	cmd := a.closeFile()
	a.endSearch()
	n := len(a.asides.readers)
	if n == 0 {
		a.Reader = nil
		a.library.Resize(a.Frame.W, a.Frame.H)
		return cmd
	}
	under := a.asides.readers[n-1]
	a.asides.readers = slices.Delete(a.asides.readers, n-1, n)
	a.Reader = under.reader
	a.Theme.Found = fold.Query{}
	a.show(&indexed{a.doc, a.full, a.Reader.file.check.loaded})
	return tea.Batch(cmd, a.lookUpQuotes(), a.take(under.file), a.readUnder())
}

// readUnder reads the file of a reader that was not shown for a while again: it may
// have changed.
func (r *Reader) readUnder() tea.Cmd {
	if r.file.Load == nil {
		return nil
	}
	return r.readAgain()
}
