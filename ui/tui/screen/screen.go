// Package screen holds what the list of a folder, the reader of a briefing and the
// view of a file that is none share: size and theme, the bindings, the open dialogs, the status line, how the
// lines around the columns are drawn, and what a file and a version of a briefing
// are. It does not know what is shown.
package screen

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"sitrep/briefing/clean"
	"sitrep/briefing/width"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/style"
	"sitrep/ui/tui/terminal"
)

// Screen is the state that the models share. One of them is shown at a time.
type Screen struct {
	Keys    *keys.Bindings
	Theme   *style.Theme
	Frame   layout.Frame
	Dialogs dialog.Stack
	Mouse   bool // it is on, and the terminal selects no text
	Status  string
	// statusEnd is a name at the end of the status, whose own end stays in sight.
	statusEnd string
	options   style.Options
	follow    bool // the theme follows the terminal's background
	banner    bool // there is a line for one
	serial    int
}

// New returns the screen of a terminal without a size. With follow, the theme
// follows the terminal's background.
func New(b *keys.Bindings, o style.Options, follow bool) *Screen {
	s := &Screen{Keys: b, options: o, follow: follow, Theme: style.New(o)}
	s.Resize(0, 0)
	return s
}

// Init asks the terminal for its background, if the theme follows it.
func (s *Screen) Init() tea.Cmd {
	if s.follow {
		return func() tea.Msg { return terminal.AskBackground{} }
	}
	return nil
}

// Serial returns a number that it has not returned before. Commands carry one, so
// that late answers can be told.
func (s *Screen) Serial() int {
	s.serial++
	return s.serial
}

// Update takes what a terminal says of itself. It reports whether msg is that.
func (s *Screen) Update(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		s.Resize(msg.Width, msg.Height)
	case tea.BackgroundColorMsg:
		s.takeBackground(msg)
	case tea.ModeReportMsg:
		s.measureBy(msg)
	default:
		return false
	}
	return true
}

// Resize takes the size of the terminal in cells.
func (s *Screen) Resize(w, h int) {
	panes := s.Frame.Panes
	s.Frame = layout.New(w, h, s.banner)
	s.Frame.Panes = panes
}

// SetBanner makes room for the line of a banner, or takes it away.
func (s *Screen) SetBanner(on bool) {
	s.banner = on
	s.Resize(s.Frame.W, s.Frame.H)
}

// restyle makes the theme again.
func (s *Screen) restyle() {
	was := s.Theme
	s.Theme = style.New(s.options)
	s.Theme.Found, s.Theme.Method, s.Theme.NoNumbers = was.Found, was.Method, was.NoNumbers
}

func (s *Screen) takeBackground(msg tea.BackgroundColorMsg) {
	if light := !msg.IsDark(); s.follow && s.options.Light != light {
		s.options.Light = light
		s.restyle()
	}
}

// measureBy takes the width rule that the terminal draws by. Bubble Tea turns mode
// 2027 on where the terminal knows it, and counts by graphemes from then.
func (s *Screen) measureBy(msg tea.ModeReportMsg) {
	if msg.Mode == ansi.ModeUnicodeCore && (msg.Value.IsReset() || msg.Value.IsSet() || msg.Value.IsPermanentlySet()) {
		s.Theme.Method = width.Grapheme
	}
}

// Size returns the room of a column that fills a rectangle.
func (s *Screen) Size(r layout.Rect) column.Size {
	return column.Size{Cells: r.W, Lines: r.H, Method: s.Theme.Method, ASCII: s.options.ASCII}
}

// Say puts words into the status line, until the next key. They can be those of an
// error of the system, and hold the name of a file.
func (s *Screen) Say(text string) { s.Status, s.statusEnd = clean.Line(text), "" }

// SayOf says words about a host or a file. Where there is no room, the beginning
// of the name is cut: whose it is stands at the end.
func (s *Screen) SayOf(text, name string) {
	name = clean.Line(name)
	s.Status, s.statusEnd = clean.Line(text)+" "+name, name
}

// actions are what both models do, by id.
var actions = map[string]func(*Screen) tea.Cmd{
	"help": func(s *Screen) tea.Cmd {
		s.Dialogs.Push(dialog.Help(s.Keys, s.Theme))
		return nil
	},
	"numbers":    (*Screen).turnNumbers,
	"theme":      (*Screen).nextTheme,
	"mouse":      (*Screen).turnMouse,
	"redraw":     func(*Screen) tea.Cmd { return func() tea.Msg { return terminal.Redraw{} } },
	"suspend":    (*Screen).suspend,
	keys.QuitNow: func(*Screen) tea.Cmd { return tea.Quit },
}

// Run does an action, and reports whether it is one of the screen, or moves the
// cursor of the column in focus.
func (s *Screen) Run(action string, focused column.Column) (tea.Cmd, bool) {
	if m, ok := column.Motions[action]; ok {
		s.Move(focused, m)
		return nil, true
	}
	do, ok := actions[action]
	if !ok {
		return nil, false
	}
	return do(s), true
}

// Has reports whether an action is one of the screen, moves the cursor, or opens the
// palette.
func Has(action string) bool {
	_, moves := column.Motions[action]
	_, opens := palettes[action]
	return moves || opens || actions[action] != nil
}

// OpenFileMsg asks for the briefing in a file.
type OpenFileMsg struct{ Path string }

// withArgument are what both models do with an argument that was typed in the
// palette, by id.
var withArgument = map[string]func(*Screen, string) tea.Cmd{
	"open-file": func(_ *Screen, path string) tea.Cmd { return func() tea.Msg { return OpenFileMsg{path} } },
	"theme":     (*Screen).changeTheme,
}

// RunTyped does an action with an argument that was typed in the palette. It
// reports whether the action is one of the screen that takes one.
func (s *Screen) RunTyped(msg dialog.RunMsg) (tea.Cmd, bool) {
	do, ok := withArgument[msg.Action]
	if !ok || msg.Argument == "" {
		return nil, false
	}
	return do(s, msg.Argument), true
}

// OpenVerb is what the palette begins with where the name of a file is wanted.
const OpenVerb = "open "

// Unbound says that a key is not bound to anything.
func (s *Screen) Unbound(msg tea.KeyPressMsg) {
	s.Say(msg.String() + " is not bound; " + s.Keys.Of("help") + " shows every key")
}

// turnMouse turns the mouse on or off. While it is on, the terminal does not select
// text with it unless shift is held, so it is off at first.
func (s *Screen) turnMouse() tea.Cmd {
	s.Mouse = !s.Mouse
	if s.Mouse {
		s.Say("mouse on: it clicks and scrolls; shift selects text")
	} else {
		s.Say("mouse off: the terminal selects text again")
	}
	return nil
}

// turnNumbers shows the numbers of passages beside a text, or leaves them out.
func (s *Screen) turnNumbers() tea.Cmd {
	s.Theme.NoNumbers = !s.Theme.NoNumbers
	if s.Theme.NoNumbers {
		s.Say("no numbers beside the texts of sources; " + s.Keys.Of("numbers") + " shows them again")
	} else {
		s.Say("passages are numbered beside the texts of sources")
	}
	return nil
}

func (s *Screen) suspend() tea.Cmd {
	if !terminal.CanSuspend() {
		s.Say("there is no shell to come back from")
		return nil
	}
	return func() tea.Msg { return terminal.Suspend{} }
}

// Move moves the cursor of a column, or says why it does not.
func (s *Screen) Move(c column.Column, m column.Motion) {
	if c.Move(m) {
		return
	}
	switch m {
	case column.Up, column.HalfUp, column.PageUp, column.Top, column.PreviousGroup:
		s.Say("this is the top")
	case column.Left:
		s.Say("nothing further to the left; " + s.Keys.Of("back") + " goes back")
	case column.Right:
		s.Say("nothing further to the right; " + s.Keys.Of("open") + " opens")
	default:
		s.Say("this is the end")
	}
}

// Paste goes to the dialog on top, or does nothing: its characters are not keys.
func (s *Screen) Paste(text string) {
	s.Say("")
	switch {
	case s.Dialogs.Typing():
		s.Dialogs.Paste(text)
	case s.Dialogs.Open():
		s.Say("nothing to paste into here")
	default:
		s.Say("nothing to paste into here; " + s.Keys.Of("search") + " searches")
	}
}
