package tui

import (
	"slices"
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/clean"
	"sitrep/briefing/file"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/screen"
	"sitrep/ui/tui/style"
)

// loading is the model of a file that is being read for the first time.
type loading struct {
	*screen.Screen
	file  screen.File
	size  string // of the file, in words
	begun time.Time
	err   error // why it could not be read, which ends the program
}

type (
	// loadedMsg is the briefing in the file.
	loadedMsg struct {
		indexed *screen.Indexed
		err     error
	}
	// tickMsg says that another second has passed.
	tickMsg struct{}
)

// NewLoading makes the reader of the file in the options, which is read while its
// name and size are shown. size is in words. If the file cannot be read, the program
// quits, and [App.Err] returns the error.
func NewLoading(o Options, size string) *App {
	a := newApp(o)
	a.loading = &loading{Screen: a.Screen, file: o.File, size: size, begun: time.Now()}
	return a
}

// Err returns why the file could not be read.
func (a *App) Err() error {
	if a.loading == nil {
		return nil
	}
	return a.loading.err
}

// loaded shows what is in the file. Its quotes are looked up later.
func (a *App) loaded(msg loadedMsg) tea.Cmd {
	refused := file.AsSyntaxError(msg.err)
	if msg.err != nil && refused == nil {
		a.loading.err = msg.err
		return tea.Quit
	}
	a.loading = nil
	if refused != nil {
		return a.showBroken(a.options.File, refused, screen.Parent{}, a.showFirst)
	}
	return a.showFirst(msg.indexed)
}

// Init reads the file.
func (l *loading) Init() tea.Cmd { return tea.Batch(l.Screen.Init(), l.read, tick()) }

func (l *loading) read() tea.Msg {
	doc, err := l.file.Load()
	if err != nil {
		return loadedMsg{err: err}
	}
	return loadedMsg{indexed: l.file.Indexed(doc, screen.FewPassages)}
}

func tick() tea.Cmd { return tea.Tick(time.Second, func(time.Time) tea.Msg { return tickMsg{} }) }

// Update routes a message. Most keys do nothing: there is no briefing yet.
func (l *loading) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if l.Screen.Update(msg) {
		return l, nil
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return l, l.Key(msg, l.chosen, func(msg tea.KeyPressMsg) tea.Cmd { return l.Press(msg, l.run) })
	case tea.MouseClickMsg:
		return l, l.Click(msg, l.chosen, func() tea.Cmd { return nil }, func(int, int) tea.Cmd { return nil })
	case tea.MouseWheelMsg:
		l.Wheel(msg, func() []column.Column { return nil }, nil)
	case tickMsg:
		return l, tick()
	}
	return l, nil
}

// chosen does what was chosen in the help.
func (l *loading) chosen(result tea.Msg) tea.Cmd {
	cmd, _ := l.Chosen(result, l.run)
	return cmd
}

// whileLoading are the actions of the screen that can be done without a briefing.
var whileLoading = []string{"help", "theme", "mouse", "redraw", "suspend", keys.QuitNow}

func (l *loading) run(action string) (cmd tea.Cmd) {
	switch {
	case action == "quit", action == "back":
		return tea.Quit
	case slices.Contains(whileLoading, action):
		cmd, _ = l.Run(action, nil)
	}
	return cmd
}

// Settle reports that only View draws.
func (l *loading) Settle() bool { return false }

// View draws the whole screen.
func (l *loading) View() tea.View { return l.Screen.View(l.draw) }

func (l *loading) draw() []string {
	const tabName = "Reading"
	text := "Reading " + l.size
	if seconds := int(time.Since(l.begun).Seconds()); seconds > 0 {
		text += ", " + strconv.Itoa(seconds) + " s"
	}
	rects := l.Frame.For(layout.Wish{Single: true})[:1]
	rects[0].W = l.Frame.W
	note := column.Note(text)
	note.Resize(l.Size(rects[0]))
	crumbs := append(l.Crumbs(screen.Parent{}), style.Piece{Part: style.CrumbHere, Text: tabName}, style.Piece{Text: " "})
	out := []string{
		l.Header(clean.Line(l.file.Path), "not read yet", "", "", false),
		l.Tabs([]screen.Tab{{Name: tabName, Count: -1}}, 0),
		l.Theme.SpreadFill(l.Frame.W, crumbs, l.Theme.Signs.Rule),
	}
	out = append(out, l.Body([]column.Column{note}, rects, 0, "")...)
	return append(out, l.Footer(note, []keys.Hint{{Word: "quit", IDs: []string{"quit"}}}, ""))
}
