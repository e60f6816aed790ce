package tui

import (
	"path/filepath"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
	"sitrep/briefing/lines"
	"sitrep/briefing/page"
	"sitrep/ui/tui/column"
	"sitrep/ui/tui/dialog"
	"sitrep/ui/tui/external"
	"sitrep/ui/tui/keys"
	"sitrep/ui/tui/layout"
	"sitrep/ui/tui/reader"
	"sitrep/ui/tui/screen"
	"sitrep/ui/tui/style"
	"sitrep/ui/tui/terminal"
)

// Broken is a file that is no briefing until somebody mends it.
type Broken struct {
	Path string
	Err  *file.LoadError
	// Text returns what is in the file; nil: that may not be shown.
	Text func() ([]byte, error)
}

// broken is the model that shows what is wrong with a file, with the lines around
// it. It reads the file again whenever that changes.
type broken struct {
	*screen.Screen
	Broken
	file   screen.File
	system external.System
	around []string // the lines around the place, clean
	first  int      // the number of the first of them
	watch  screen.Watch
}

// aroundLines is how many lines before and after the place are kept.
const aroundLines = 100

// NewBroken makes the reader of a file that is no briefing yet.
func NewBroken(b Broken, o Options) *App {
	a := newApp(o)
	a.broken = &broken{Screen: a.Screen, file: o.File, system: external.Here()}
	a.broken.take(brokenMsg{b, nil, brokenText(b)})
	return a
}

// brokenMsg is what a file was found to be when it was read again: a briefing, or
// still none.
type brokenMsg struct {
	broken  Broken
	indexed *screen.Indexed
	text    string
}

// brokenWatchMsg is the watch on the file, and brokenChangedMsg tells that the file
// may have changed.
type (
	brokenWatchMsg   struct{ watch screen.Watch }
	brokenChangedMsg struct{ err error }
	brokenEditedMsg  struct{ err error }
)

// brokenText returns the text of a file, or "" if it may not be shown or read.
func brokenText(b Broken) string {
	if b.Text == nil {
		return ""
	}
	text, err := b.Text()
	if err != nil {
		return ""
	}
	return string(text)
}

// take shows what is wrong now.
func (b *broken) take(msg brokenMsg) {
	b.Broken, b.around, b.first = msg.broken, nil, 0
	at := int(msg.broken.Err.Problem.Pos.Line)
	number := 0
	for line := range strings.Lines(msg.text) {
		if number++; number < at-aroundLines {
			continue
		}
		if number > at+aroundLines {
			break
		}
		if b.first == 0 {
			b.first = number
		}
		b.around = append(b.around, strings.TrimRight(line, "\r\n"))
	}
}

// Init watches the file.
func (b *broken) Init() tea.Cmd { return tea.Batch(b.Screen.Init(), b.startWatch()) }

func (b *broken) startWatch() tea.Cmd {
	open := b.file.Watch
	if open == nil {
		return nil
	}
	return func() tea.Msg {
		w, err := open()
		if err != nil {
			return nil // r reads the file again
		}
		return brokenWatchMsg{w}
	}
}

// Update routes a message; every case is one call.
func (b *broken) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if b.Screen.Update(msg) {
		return b, nil
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return b, b.key(msg)
	case tea.PasteMsg:
		b.Say("nothing to paste into here")
	case brokenWatchMsg:
		b.watch = msg.watch
		return b, b.awaitChange()
	case brokenChangedMsg:
		if msg.err == nil {
			return b, tea.Batch(b.read(), b.awaitChange())
		}
	case brokenMsg:
		b.take(msg)
	case brokenEditedMsg:
		if msg.err != nil {
			b.Say("the editor failed: " + msg.err.Error())
		}
		return b, b.read()
	}
	return b, nil
}

func (b *broken) awaitChange() tea.Cmd {
	w := b.watch
	return func() tea.Msg { return brokenChangedMsg{w.Next()} }
}

// endWatch ends the watch, if there is one.
func (b *broken) endWatch() tea.Cmd {
	w := b.watch
	if w == nil {
		return nil
	}
	return func() tea.Msg {
		_ = w.Close() // nothing is lost with it
		return nil
	}
}

// read reads the file again.
func (b *broken) read() tea.Cmd {
	was, load := b.Broken, b.file.Load
	return func() tea.Msg {
		doc, err := load()
		if err == nil {
			return brokenMsg{indexed: screen.NewIndexed(doc, screen.AllPassages)}
		}
		was.Err = file.AsLoadError(was.Path, err)
		return brokenMsg{was, nil, brokenText(was)}
	}
}

// key goes to the dialog on top, or to the action that it is bound to.
func (b *broken) key(msg tea.KeyPressMsg) tea.Cmd {
	b.Say("")
	switch {
	case msg.String() == "ctrl+c":
		return tea.Quit
	case b.Dialogs.Open():
		if chosen, ok := b.Dialogs.Key(msg, b.Keys).(dialog.RunMsg); ok {
			return b.run(chosen.Action)
		}
		return nil
	}
	if action := b.Keys.Find(msg); action != "" {
		return b.run(action)
	}
	b.Unbound(msg)
	return nil
}

// run does an action, as far as it can be done here.
func (b *broken) run(action string) tea.Cmd {
	switch action {
	case "quit":
		return tea.Quit
	case "reload":
		b.Say("reading the file again")
		return b.read()
	case "edit":
		return b.edit()
	}
	if _, moves := column.Motions[action]; !moves {
		if cmd, ok := b.Run(action, column.Note("")); ok {
			return cmd
		}
	}
	b.Say("that needs a briefing; " + b.Keys.Of("edit") + " edits the file")
	return nil
}

// edit opens the editor at the line.
func (b *broken) edit() tea.Cmd {
	if b.Text == nil {
		b.Say("not edited: nothing of a file that cannot be read may be shown")
		return nil
	}
	path, line, system := b.Path, int(b.Err.Problem.Pos.Line), b.system
	return func() tea.Msg {
		path, err := filepath.Abs(path) // it cannot be taken for an option then
		if err != nil {
			return brokenEditedMsg{err}
		}
		argv, err := system.Editor(path, line)
		if err != nil {
			return brokenEditedMsg{err}
		}
		return terminal.Borrow{Argv: argv, Done: func(err error) tea.Msg { return brokenEditedMsg{err} }}
	}
}

// Settle reports that only View draws.
func (b *broken) Settle() bool { return false }

// View draws the whole screen.
func (b *broken) View() tea.View { return b.Screen.View(b.draw) }

// bodyLine is a line of the screen behind its first cell, which holds a sign if the
// line is the place of the problem.
type bodyLine struct {
	text string
	here bool
}

// signCells is the width of that sign.
const signCells = 1

func (b *broken) draw() []string {
	t, w := b.Theme, b.Frame.W
	out := []string{
		b.Header(clean.Line(b.Path), "no briefing yet", "", "", false),
		b.Tabs([]screen.Tab{{Name: "Problem", Count: -1}}, 0),
		t.SpreadFill(w, []style.Piece{{Part: style.RuleOn, Text: strings.Repeat(t.Signs.RuleOn, 2) + " "}, {Part: style.CrumbHere, Text: "Problem"}, {Text: " "}}, t.Signs.Rule),
	}
	height := b.Frame.For(layout.Wish{Single: true})[0].H
	p := b.Err.Problem
	body := b.wrapped(p.String())
	if p.Hint != "" {
		body = append(body, b.wrapped("hint: "+p.Hint)...)
	}
	body = append(body, bodyLine{})
	body = append(body, b.source(height-len(body))...)
	for y := range height {
		var line bodyLine
		if y < len(body) {
			line = body[y]
		}
		sign := t.Fit("", signCells)
		if line.here {
			sign = t.CursorSign(true)
		}
		out = append(out, sign+t.Fit(line.text, w-signCells))
	}
	return append(out, b.Footer(column.Note(""), []keys.Hint{
		{Word: "edit at the line", IDs: []string{"edit"}}, {Word: "reload", IDs: []string{"reload"}}, {Word: "quit", IDs: []string{"quit"}},
	}, ""))
}

// wrapped returns a text on lines that fit the screen.
func (b *broken) wrapped(text string) []bodyLine {
	var out []bodyLine
	for _, line := range lines.Layout(page.Prose{Spans: []page.Span{{Text: clean.Line(text)}}}, b.Theme.Method, min(b.Frame.W-layout.Gutter, layout.MaxText)).Lines {
		out = append(out, bodyLine{text: " " + line.Text()})
	}
	return out
}

// source returns the lines around the place, with a sign at the line and another
// under the column.
func (b *broken) source(height int) []bodyLine {
	if len(b.around) == 0 {
		if b.Text == nil {
			return b.wrapped("Its lines are not shown: what cannot be read may be marked higher than is to be shown.")
		}
		return nil
	}
	pos := b.Err.Problem.Pos
	at := max(int(pos.Line)-b.first, 0)
	from := max(min(at-height/2, len(b.around)-height+1), 0)
	digits := len(strconv.Itoa(b.first + len(b.around)))
	var out []bodyLine
	for i := from; i < len(b.around) && len(out) < height; i++ {
		here := i == at && pos.Line > 0
		number := strconv.Itoa(b.first + i)
		before, line := b.cropped(b.around[i], here, pos, digits)
		out = append(out, bodyLine{" " + strings.Repeat(" ", digits-len(number)) + number + "  " + line, here})
		if here && pos.Col > 0 {
			out = append(out, bodyLine{text: strings.Repeat(" ", 1+digits+2+before) + "^"})
		}
	}
	return out
}

// cropped returns a line as it is shown, and how many cells of it come before the
// column. A long line at the place is cut before it.
func (b *broken) cropped(line string, here bool, pos briefing.Pos, digits int) (before int, shown string) {
	room := max(b.Frame.W-digits-6, 1)
	const most = 4000 // bytes of a line that are looked at behind the place
	if !here || pos.Col == 0 {
		return 0, b.Theme.Method.Truncate(clean.Text(line[:min(len(line), most)]), room, b.Theme.Signs.Ellipsis)
	}
	col := 0
	for n := range line {
		if col++; col == int(pos.Col) {
			col = n
			break
		}
	}
	col = min(col, len(line))
	ahead, rest := clean.Text(line[max(0, col-most):col]), clean.Text(line[col:min(len(line), col+most)])
	ahead = b.Theme.Method.TruncateLeft(ahead, room*2/3, b.Theme.Signs.Ellipsis)
	return b.Theme.Method.Of(ahead), b.Theme.Method.Truncate(ahead+rest, room, b.Theme.Signs.Ellipsis)
}

// mended shows the briefing of a file that was none.
func (a *App) mended(indexed *screen.Indexed) tea.Cmd {
	if a.broken == nil {
		return nil // it was read twice
	}
	end := a.broken.endWatch()
	a.broken, a.Dialogs = nil, dialog.Stack{}
	a.reader = reader.New(a.Screen, indexed, a.options.Options, reader.Parent{})
	a.Say("the file is a briefing now")
	return tea.Batch(end, a.reader.Init())
}
