// Package broken is the Bubble Tea model that shows a file which is not a
// briefing: what is wrong with it, and the lines around the error. It reads the
// file again when that changes, and tells the root model when it has become a
// briefing.
package broken

import (
	tea "charm.land/bubbletea/v2"

	"sitrep/briefing/clean"
	"sitrep/briefing/file"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/screen"
	"sitrep/ui/tui/style"
)

// Broken is the model of a file that is not a briefing.
type Broken struct {
	*screen.Screen
	file    screen.LiveFile
	parent  screen.Parent
	mended  func(*screen.Indexed) tea.Cmd
	err     *file.LoadError
	excerpt *excerpt
	number  int // of the excerpt; others are dropped
}

// excerptMsg is what is wrong with the file, and the lines around that.
type excerptMsg struct {
	number int
	err    *file.LoadError
	lines  []line
}

// New returns the model of a file that could not be read because of err. It
// sends [screen.LeaveMsg] to its parent. mended is called when the file has
// become a briefing.
func New(s *screen.Screen, f screen.File, err *file.LoadError, parent screen.Parent, mended func(*screen.Indexed) tea.Cmd) *Broken {
	b := &Broken{Screen: s, file: s.Live(f), parent: parent, mended: mended}
	b.take(excerptMsg{err: err})
	return b
}

// Err returns what is wrong with the file.
func (b *Broken) Err() *file.LoadError { return b.err }

// Name returns the name of the file.
func (b *Broken) Name() string { return clean.Line(b.file.Path) }

// Init reads the lines, and watches the file.
func (b *Broken) Init() tea.Cmd { return tea.Batch(b.Screen.Init(), b.Show()) }

// Show does what Init does on a screen that has been shown.
func (b *Broken) Show() tea.Cmd { return tea.Batch(b.readLines(b.err), b.file.Follow()) }

// SetAside stops all work until [Broken.Resume].
func (b *Broken) SetAside() tea.Cmd { return b.file.Close() }

// Resume shows the file again. It may have changed.
func (b *Broken) Resume() tea.Cmd { return tea.Batch(b.file.Follow(), b.file.ReadAgain()) }

// Update dispatches a message. Every case is one call.
func (b *Broken) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if b.Screen.Update(msg) {
		return b, nil
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return b, b.Key(msg, b.chosen, func(msg tea.KeyPressMsg) tea.Cmd { return b.Press(msg, b.run) })
	case tea.MouseClickMsg:
		return b, b.Click(msg, b.chosen, b.back, func(int, int) tea.Cmd { return nil })
	case tea.MouseWheelMsg:
		b.Wheel(msg, b.columns, b.rects())
	case tea.PasteMsg:
		b.Paste(msg.Content)
	case screen.WatchMsg:
		return b, b.file.Watched(msg)
	case screen.ReadMsg:
		return b, b.read(msg)
	case excerptMsg:
		if msg.number == b.number {
			b.take(msg)
		}
	case screen.EditedMsg:
		if b.file.Edited(msg) {
			return b, b.file.ReadAgain()
		}
	}
	return b, nil
}

// read handles the current contents of the file.
func (b *Broken) read(msg screen.ReadMsg) tea.Cmd {
	next, ok := b.file.Took(msg)
	switch {
	case !ok:
		return nil
	case msg.Err == nil:
		return tea.Batch(b.file.Close(), b.mended(msg.Indexed))
	}
	b.Say("read again: it is no briefing yet")
	return tea.Batch(next, b.readLines(file.AsLoadError(b.file.Path, msg.Err)))
}

// readLines reads the lines around what is wrong.
func (b *Broken) readLines(err *file.LoadError) tea.Cmd {
	b.number = b.Serial()
	number, text := b.number, b.file.Text
	return func() tea.Msg {
		msg := excerptMsg{number: number, err: err}
		if text == nil {
			return msg
		}
		if data, failed := text(); failed == nil { // otherwise the excerpt says that there are none
			msg.lines = around(data, err.Problem.Pos)
		}
		return msg
	}
}

// take shows what is wrong now, and keeps the place if the error is the same.
func (b *Broken) take(msg excerptMsg) {
	was := b.excerpt
	b.err = msg.err
	b.excerpt = newExcerpt(msg.err.Problem, msg.lines, b.file.Text == nil)
	if was != nil && len(was.lines) > 0 && was.problem.Pos == b.excerpt.problem.Pos {
		b.excerpt.top, b.excerpt.placed = was.top, was.placed
	}
}

// chosen handles the result of a dialog.
func (b *Broken) chosen(result tea.Msg) tea.Cmd {
	cmd, _ := b.Chosen(result, b.run)
	return cmd
}

// actions maps the ids of actions to what they do here. Those of the whole
// program are in package screen.
var actions = map[string]func(*Broken) tea.Cmd{
	"edit":   (*Broken).edit,
	"reload": func(b *Broken) tea.Cmd { return b.file.ReadAgain() },
	"copy": func(b *Broken) tea.Cmd {
		b.Say("copied what is wrong")
		return screen.ToClipboard(b.err.Problem.String())
	},
	"back": (*Broken).back,
	"left": (*Broken).back,
	"quit": func(b *Broken) tea.Cmd {
		if b.parent.Ask == nil {
			return tea.Quit
		}
		return b.back()
	},
}

// can reports whether an action can be done here.
func can(action string) bool { return actions[action] != nil || screen.Has(action) }

// run runs an action, if it can be done here.
func (b *Broken) run(action string) tea.Cmd {
	if cmd, ok := b.Run(action, b.columns()[0]); ok {
		return cmd
	}
	if b.Palette(action, []string{tabName}, can) {
		return nil
	}
	if do := actions[action]; do != nil {
		return do(b)
	}
	if b.Keys.Off("edit") {
		b.Say("that needs a briefing")
	} else {
		b.Say("that needs a briefing; " + b.Keys.Of("edit") + " edits the file")
	}
	return nil
}

// back asks to show what the file was opened from.
func (b *Broken) back() tea.Cmd {
	if b.parent.Ask == nil {
		b.Say("there is nothing to go back to; " + b.Keys.Of("quit") + " quits")
		return nil
	}
	return b.parent.Ask(screen.LeaveMsg{})
}

// edit opens the editor at the line.
func (b *Broken) edit() tea.Cmd {
	if b.file.Text == nil {
		b.Say("not edited: nothing of a file that cannot be read may be shown")
		return nil
	}
	return b.file.Edit(b.file.Path, int(b.err.Problem.Pos.Line))
}

// tabName is the name of the only tab.
const tabName = "Problem"

// rects returns the only column, which is as wide as the screen.
func (b *Broken) rects() []layout.Rect {
	r := b.Frame.For(layout.Wish{Single: true})[0]
	r.W = b.Frame.W
	return []layout.Rect{r}
}

// columns returns the excerpt, resized.
func (b *Broken) columns() []column.Column {
	b.excerpt.Resize(b.Size(b.rects()[0]))
	return []column.Column{b.excerpt}
}

// Settle returns false, because only View draws.
func (b *Broken) Settle() bool { return false }

// View draws the whole screen.
func (b *Broken) View() tea.View { return b.Screen.View(b.draw) }

func (b *Broken) draw() []string {
	crumbs := append(b.Crumbs(b.parent), style.Piece{Part: style.CrumbHere, Text: tabName}, style.Piece{Text: " "})
	out := []string{
		b.Header(b.Name(), "no briefing yet", "", "", false),
		b.Tabs([]screen.Tab{{Name: tabName, Count: -1}}, 0),
		b.Theme.SpreadFill(b.Frame.W, crumbs, b.Theme.Signs.Rule),
	}
	out = append(out, b.Body(b.columns(), b.rects(), 0, "")...)
	return append(out, b.Footer(b.excerpt, b.hints(), ""))
}

// hints returns the keys that apply.
func (b *Broken) hints() []keys.Hint {
	var hints []keys.Hint
	if b.file.Text != nil {
		hints = append(hints, keys.Hint{Word: "edit at the line", IDs: []string{"edit"}})
	}
	last := keys.Hint{Word: "quit", IDs: []string{"quit"}}
	if b.parent.Ask != nil {
		last.Word = "back"
	}
	return append(hints, last, keys.Hint{Word: "reload", IDs: []string{"reload"}}, keys.Hint{Word: "scroll", IDs: []string{"down", "up"}}, keys.Hint{Word: "copy", IDs: []string{"copy"}}, keys.Hint{Word: "all", IDs: []string{"palette"}})
}
