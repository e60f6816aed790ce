package tui

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/file"
	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/library"
	"sitrep/ui/tui/reader"
	"sitrep/ui/tui/screen"
)

// App is the root model. It shows the reader of a briefing or the list of a folder,
// goes from one to the other, and opens other briefings over them.
type App struct {
	*screen.Screen
	reader  *reader.Reader   // nil while the list of the folder is shown
	library *library.Library // nil: the briefing is not from a folder
	broken  *broken          // a file that is no briefing yet; nil otherwise
	options Options
	aside   []*reader.Reader // that other briefings were opened over, the last one last
	reading int              // the number of the file that is being read
}

// Bindings returns every action with the keys that it has at first, in the order
// of the help.
func Bindings() []keys.Binding { return bindings(nil, false).List }

func bindings(other map[string][]string, ascii bool) *keys.Bindings {
	return keys.New(len(reader.SectionNames()), other, ascii)
}

// New makes the reader of a document.
func New(doc *file.Document, o Options) *App {
	a := newApp(o)
	a.reader = reader.New(a.Screen, screen.NewIndexed(doc, screen.FewPassages), a.options.Options, reader.Parent{})
	return a
}

// NewFolder makes the reader of a folder.
func NewFolder(f library.Folder, o Options) *App {
	a := newApp(o)
	a.library = library.New(a.Screen, f, a.asked)
	return a
}

func newApp(o Options) *App {
	if o.Open == nil {
		o.Open = func(path string) screen.File {
			return screen.File{Load: func() (*file.Document, error) { return file.Load(path) }}
		}
	}
	a := &App{Screen: screen.New(bindings(o.Keys, o.Theme.ASCII), o.Theme, o.FollowTerminal), options: o}
	a.Mouse, a.Status = o.Mouse, o.Notice
	a.Frame.Panes.Mode = layout.Mode(o.Columns)
	return a
}

// model is what is shown: the reader or the list.
type model interface {
	tea.Model
	Settle() bool
}

func (a *App) shown() model {
	if a.broken != nil {
		return a.broken
	}
	if a.reader != nil {
		return a.reader
	}
	return a.library
}

// Init starts what is shown.
func (a *App) Init() tea.Cmd { return a.shown().Init() }

// Update hands a message to what is shown. Results of commands go to the list,
// too, which is read and searched while a briefing is shown.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case screen.OpenFileMsg:
		return a, a.readFile(msg.Path)
	case fileReadMsg:
		return a, a.fileRead(msg)
	case brokenMsg:
		if msg.indexed != nil {
			return a, a.mended(msg.indexed)
		}
	}
	shown := a.shown()
	_, cmd := shown.Update(msg)
	switch {
	case shown == a.library:
		return a, tea.Batch(cmd, reader.EndLateWatch(msg))
	case a.library != nil:
		return a, tea.Batch(cmd, a.library.Continue(msg))
	}
	return a, cmd
}

// View draws what is shown.
func (a *App) View() tea.View { return a.shown().View() }

// Settle gives the columns that keys move in the room that they have, as View
// does. It returns false if only View does that.
func (a *App) Settle() bool { return a.shown().Settle() }
