// Package screen holds what three models share: the list of a folder, the
// reader of a briefing, and the view of a file that is not a briefing. This is
// size and theme, the bindings, the open dialogs, the status line, the drawing
// of the lines around the columns, and the types of a file and of a version of
// a briefing. The package does not know what is shown.
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

// Screen is the state that the models share. Only one of them is shown at a
// time.
type Screen struct {
	Keys    *keys.Bindings
	Theme   *style.Theme
	Frame   layout.Frame
	Dialogs dialog.Stack
	Mouse   bool // whether it is on; if so, the terminal does not select text
	Status  string
	// statusEnd is a name at the end of the status. If it is too long, its
	// beginning is cut.
	statusEnd string
	options   style.Options
	follow    bool // whether the theme follows the terminal's background
	banner    bool // whether there is a line for one
	// Held is set while keys keep coming: what is beside the cursor may be that of
	// an earlier row.
	Held   bool
	serial int
	cursor *tea.Cursor // of the terminal, in the frame that was drawn last; nil if there is none
}

// New returns a screen without a size. If follow is set, the theme follows the
// terminal's background.
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

// Serial returns a new number at each call. Commands carry one, so that late
// answers are recognized.
func (s *Screen) Serial() int {
	s.serial++
	return s.serial
}

// Update handles what a terminal says about itself. It reports whether msg is
// such a message.
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

// Resize sets the size of the terminal in cells.
func (s *Screen) Resize(w, h int) {
	panes := s.Frame.Panes
	s.Frame = layout.New(w, h, s.banner)
	s.Frame.Panes = panes
}

// Hold has what is beside the cursor wait for the keys to pause, or follow it again.
func (s *Screen) Hold(on bool) { s.Held = on }

// SetBanner adds or removes the line of a banner.
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

// measureBy sets the width rule of the terminal. Bubble Tea turns mode 2027 on
// if the terminal knows it, and from then on counts by graphemes.
func (s *Screen) measureBy(msg tea.ModeReportMsg) {
	if msg.Mode == ansi.ModeUnicodeCore && (msg.Value.IsReset() || msg.Value.IsSet() || msg.Value.IsPermanentlySet()) {
		s.Theme.Method = width.Grapheme
	}
}

// Size returns the room of a column that fills a rectangle.
func (s *Screen) Size(r layout.Rect) column.Size {
	return column.Size{Cells: r.W, Lines: r.H, Method: s.Theme.Method, ASCII: s.options.ASCII}
}

// Say shows text in the status line until the next key. The text can be an
// error of the system and contain the name of a file.
func (s *Screen) Say(text string) { s.Status, s.statusEnd = clean.Line(text), "" }

// SayOf shows text about a host or a file with the given name. If there is no
// room, the beginning of the name is cut, since its end says more.
func (s *Screen) SayOf(text, name string) {
	name = clean.Line(name)
	s.Status, s.statusEnd = clean.Line(text)+" "+name, name
}

// actions maps ids to the actions of all models.
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

// Refused reports whether an action is turned off, and says so.
func (s *Screen) Refused(action string) bool {
	off := s.Keys.Off(action)
	if off {
		s.Say("off here: this reader starts no programs, writes no files and opens no others")
	}
	return off
}

// Run runs an action, and reports whether it is an action of the screen, moves the
// cursor of the focused column, or is turned off.
func (s *Screen) Run(action string, focused column.Column) (tea.Cmd, bool) {
	if s.Refused(action) {
		return nil, true
	}
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

// Has reports whether an action is an action of the screen, moves the cursor,
// or opens the palette.
func Has(action string) bool {
	_, moves := column.Motions[action]
	_, opens := palettes[action]
	return moves || opens || actions[action] != nil
}

// OpenFileMsg asks to open the briefing in a file.
type OpenFileMsg struct{ Path string }

// withArgument maps ids to the actions of all models that take an argument
// typed in the palette.
var withArgument = map[string]func(*Screen, string) tea.Cmd{
	"open-file": func(_ *Screen, path string) tea.Cmd { return func() tea.Msg { return OpenFileMsg{path} } },
	"theme":     (*Screen).changeTheme,
}

// RunTyped runs an action with an argument typed in the palette. It reports
// whether the action is one of the screen that takes an argument, or is turned off.
func (s *Screen) RunTyped(msg dialog.RunMsg) (tea.Cmd, bool) {
	if s.Refused(msg.Action) {
		return nil, true
	}
	do, ok := withArgument[msg.Action]
	if !ok || msg.Argument == "" {
		return nil, false
	}
	return do(s, msg.Argument), true
}

// OpenVerb is typed in the palette at first to ask for the name of a file.
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

// turnNumbers shows or hides the numbers of passages beside a text.
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

// Move moves the cursor of a column, or says why it cannot.
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

// Paste passes pasted text to the top dialog. Without a dialog it does nothing,
// since its characters are not keys.
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
