package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/file"
	"sitrep/ui/tui/broken"
	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/library"
	"sitrep/ui/tui/reader"
	"sitrep/ui/tui/screen"
)

// App is the root model. It shows the reader of a briefing or the list of a
// folder, switches between them, and opens other briefings over them. A large
// file is read after the first frame.
type App struct {
	*screen.Screen
	reader  *reader.Reader   // nil while the list of the folder is shown
	library *library.Library // nil if the briefing is not from a folder
	broken  *broken.Broken   // of a file that is not a briefing; nil otherwise
	loading *loading         // of a file that is read for the first time; nil otherwise
	options Options
	aside   []aside // what other files were opened over, the latest last
	across  *across // the open list of what other briefings have; nil if none is
	reading int     // the number of the file that is being read
}

// Bindings returns every action with its default keys, in the order of the
// help.
func Bindings() []keys.Binding { return keys.New(len(reader.SectionNames()), nil, false).List }

// New returns the reader of a document.
func New(doc *file.Document, o Options) *App {
	a := newApp(o)
	a.reader = reader.New(a.Screen, o.File.Indexed(doc, screen.FewPassages), a.options.Options, screen.Parent{})
	return a
}

// NewBroken returns the reader of a file that is not a briefing yet.
func NewBroken(err *file.LoadError, o Options) *App {
	a := newApp(o)
	a.showBroken(o.File, err, screen.Parent{}, a.showFirst)
	return a
}

// showFirst shows the briefing that the program was started with.
func (a *App) showFirst(e *screen.Indexed) tea.Cmd {
	a.reader = reader.New(a.Screen, e, a.options.Options, screen.Parent{})
	return a.reader.Init()
}

// NewFolder returns the reader of a folder.
func NewFolder(f library.Folder, o Options) *App {
	a := newApp(o)
	a.library = library.New(a.Screen, f, a.asked)
	return a
}

func newApp(o Options) *App {
	if o.Open == nil {
		o.Open = func(path string) screen.File {
			return screen.File{Path: path, Load: func() (*file.Document, error) { return file.Load(path) }}
		}
	}
	if o.Context == nil {
		o.Context = context.Background()
	}
	bindings := keys.New(reader.SectionsOf(o.File), o.Keys, o.Theme.ASCII)
	if o.Confined {
		bindings.Confine()
	}
	a := &App{Screen: screen.New(bindings, o.Theme, o.FollowTerminal), options: o}
	a.Mouse, a.Status = o.Mouse, o.Notice
	a.Frame.Panes.Mode = layout.Mode(o.Columns)
	return a
}

// model is what is shown: a file or the list.
type model interface {
	tea.Model
	Settle() bool
}

func (a *App) shown() model {
	if a.loading != nil {
		return a.loading
	}
	if over := a.over(); over != nil {
		return over
	}
	return a.library
}

// over is a model that can be set aside for another file: a reader, or the view
// of a file that is not a briefing.
type over interface {
	model
	Name() string
	SetAside() tea.Cmd
	Resume() tea.Cmd
}

// aside is what another file was opened over, and the list that it was opened from; nil
// if there is none.
type aside struct {
	over
	across *across
}

// over returns what is shown, or nil if that is the list.
func (a *App) over() over {
	switch {
	case a.broken != nil:
		return a.broken
	case a.reader != nil:
		return a.reader
	}
	return nil
}

// showBroken shows a file that is not a briefing. then is called to show it
// once it is one.
func (a *App) showBroken(f screen.File, err *file.LoadError, from screen.Parent, then func(*screen.Indexed) tea.Cmd) tea.Cmd {
	a.broken, a.reader = broken.New(a.Screen, f, err, from, func(e *screen.Indexed) tea.Cmd {
		a.broken, a.Dialogs = nil, dialog.Stack{}
		cmd := then(e)
		a.Say("the file is a briefing now")
		return cmd
	}), nil
	a.SetBanner(false)
	return a.broken.Show()
}

// Init starts what is shown.
func (a *App) Init() tea.Cmd { return a.shown().Init() }

// Update passes a message to what is shown. It passes results of commands to
// the list too, which is read and searched while a briefing is shown.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case screen.OpenFileMsg:
		return a, a.readFile(msg.Path)
	case fileReadMsg:
		return a, a.fileRead(msg)
	case loadedMsg:
		return a, a.loaded(msg)
	case reader.AcrossMsg:
		return a, a.listAcross(msg.Item)
	case acrossMsg:
		return a, a.foundAcross(msg)
	case reader.NotedMsg:
		return a, a.toReader(msg, msg.Take)
	case reader.SavedNotesMsg:
		return a, a.toReader(msg, msg.Take)
	case dialog.MentionMsg:
		return a, a.openMention(msg.Mention)
	case dialog.AcrossClosedMsg:
		a.endAcross()
		return a, nil
	}
	shown := a.shown()
	_, cmd := shown.Update(msg)
	switch {
	case shown == a.library:
		return a, tea.Batch(cmd, screen.EndLateWatch(msg))
	case a.library != nil:
		return a, tea.Batch(cmd, a.library.Continue(msg))
	}
	return a, cmd
}

// toReader passes what belongs to a notebook to the reader that is shown. Without one,
// take gives it to the notebook.
func (a *App) toReader(msg tea.Msg, take func()) tea.Cmd {
	if a.reader == nil {
		take()
		return nil
	}
	_, cmd := a.reader.Update(msg)
	return cmd
}

// End keeps where the briefings are left, before the program ends.
func (a *App) End() {
	if a.reader != nil {
		a.reader.End()
	}
}

// View draws what is shown.
func (a *App) View() tea.View { return a.shown().View() }

// Hold has what is beside the cursor wait for the keys to pause, or follow it
// again.
func (a *App) Hold(on bool) tea.Cmd {
	if a.library != nil && a.shown() == model(a.library) {
		return a.library.Hold(on)
	}
	a.Screen.Hold(on)
	return nil
}

// Shared reports whether others read on this machine too.
func (a *App) Shared() bool { return a.options.Confined }

// Settle resizes the columns that keys move, as View does. It returns false if
// only View does that.
func (a *App) Settle() bool { return a.shown().Settle() }
