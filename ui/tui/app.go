package tui

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/file"
	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/screen"
)

// App is the root model. It shows the reader of a briefing or the list of a folder,
// goes from one to the other, and opens other briefings over them.
type App struct {
	*screen.Screen
	*Reader          // nil while the list of the folder is shown
	library *Library // nil: the briefing is not from a folder
	options Options
	asides  asides
}

// Bindings returns every action with the keys that it has at first, in the order
// of the help.
func Bindings() []keys.Binding { return keys.New(len(sectionKinds), nil, false).List }

// New makes the reader of a document.
func New(doc *file.Document, o Options) *App {
	a := newApp(o)
	a.Reader = newReader(a.Screen, newIndexed(doc, fewPassages), newFile(o), inFolder{})
	return a
}

// NewFolder makes the reader of a folder.
func NewFolder(f Folder, o Options) *App {
	a := newApp(o)
	a.library = newLibrary(a.Screen, f, a.asked)
	return a
}

func newApp(o Options) *App {
	a := &App{Screen: screen.New(keys.New(len(sectionKinds), o.Keys, o.Theme.ASCII), o.Theme, o.FollowTerminal), options: o}
	a.Mouse, a.Status = o.Mouse, o.Notice
	a.Frame.Panes.Mode = layout.Mode(o.Columns)
	return a
}

// model is what is shown: the reader or the list.
type model interface {
	tea.Model
	Resize(w, h int)
	Settle() bool
}

func (a *App) shown() model {
	if a.Reader != nil {
		return a.Reader
	}
	return a.library
}

// Init starts what is shown.
func (a *App) Init() tea.Cmd { return a.shown().Init() }

// Update hands a message to what is shown. Results of commands go to the list,
// too, which is read and searched while a briefing is shown.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case openFileMsg:
		return a, a.readFile(msg.path)
	case fileReadMsg:
		return a, a.fileRead(msg)
	}
	shown := a.shown()
	_, cmd := shown.Update(msg)
	switch {
	case shown == a.library:
		return a, tea.Batch(cmd, late(msg))
	case a.library != nil:
		return a, tea.Batch(cmd, a.library.behind(msg))
	}
	return a, cmd
}

// View draws what is shown.
func (a *App) View() tea.View { return a.shown().View() }

// Resize takes the size of the terminal in cells.
func (a *App) Resize(w, h int) { a.shown().Resize(w, h) }

// Settle gives the columns that keys move in the room that they have, as View
// does. It returns false if only View does that.
func (a *App) Settle() bool { return a.shown().Settle() }
