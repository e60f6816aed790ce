package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// program stands between Bubble Tea and the App: it has what the App cannot
// deal with, the process and its terminal. No panic of the App or of its
// commands gets past it: Bubble Tea would print it raw.
type program struct {
	open     func() *App
	out      *curtain
	first    tea.Cmd // is kept until the curtain is up
	begun    bool    // it is up
	app      *App    // nil until Init, and where it could not be made
	terminal *terminal
	end      func(error)
	picture  picture
}

// picture is the screen as it was drawn last.
type picture struct {
	view    tea.View
	w, h    int               // of the terminal that it was drawn for
	told    tea.WindowSizeMsg // that is or will be drawn for
	drawn   time.Time
	holds   bool // it is shown once more
	renewed bool // a drawMsg is on its way
}

// pause is how long a picture is shown at least. Bubble Tea asks for one after
// every message and shows one a tick: keys that come at once are to be done by
// the next tick, and a flood of them is to cost no more than a few pictures.
const pause = time.Second / framesPerSecond / 3

func (p *program) Init() (cmd tea.Cmd) {
	defer catch(p.end)
	p.app = p.open()
	p.app.resize(p.out.size()) // Bubble Tea tells it too, but only later
	p.first = p.guarded(p.app.Init())
	return nil
}

// drawWide has the table made that tells how wide a rune is drawn. Bubble Tea
// would make it in the middle of the first frame, and now waits for its time.
func drawWide() tea.Msg {
	ansi.StringWidthWc("─")
	return nil
}

// begin raises the curtain, and has the work done that was kept for after.
// Bubble Tea has a picture when it first tells the size, and draws all of it
// anew whenever it does.
func (p *program) begin(told tea.WindowSizeMsg) (first tea.Cmd) {
	p.out.raise()
	first, p.first = p.first, nil
	if p.begun {
		return first
	}
	p.begun = true
	return tea.Batch(drawWide, first, p.sizeBut(told.Width, told.Height),
		tea.Tick(listening, func(time.Time) tea.Msg { return sizeMissedMsg{} }))
}

// listening is how long it takes at most until Bubble Tea listens for changes
// of the size. It looks at the size before that (v2.0.10): a change in between
// would be lost, so it is looked at once more at the beginning and at the end of
// that time.
const listening = 500 * time.Millisecond

// sizeMissedMsg asks whether the terminal has another size than the screen.
type sizeMissedMsg struct{}

// sizeBut tells the size of the terminal where it is another one.
func (p *program) sizeBut(w, h int) tea.Cmd {
	return func() tea.Msg {
		now := tea.WindowSizeMsg{}
		if now.Width, now.Height = p.out.size(); now.Width == w && now.Height == h {
			return nil
		}
		return now
	}
}

func (p *program) Update(msg tea.Msg) (model tea.Model, cmd tea.Cmd) {
	model = p
	defer catch(p.end)
	switch msg := msg.(type) {
	case suspendMsg:
		return p, p.suspend()
	case borrowMsg:
		return p, p.terminal.hand(msg)
	case stopMsg:
		return p, p.terminal.stop()
	case continuedMsg:
		return p, p.terminal.takeBack()
	case hangupMsg:
		p.end(hangup)
		return p, nil
	case tea.PasteMsg:
		msg.Content = p.terminal.keys.pasted(msg.Content)
		return p.pass(msg)
	case sizeMissedMsg:
		return p, p.sizeBut(p.picture.told.Width, p.picture.told.Height)
	case drawMsg:
		p.picture.holds, p.picture.renewed = false, false
		return p, nil
	}
	return p.pass(msg)
}

// pass has the App deal with a message.
func (p *program) pass(msg tea.Msg) (tea.Model, tea.Cmd) {
	if p.app == nil {
		return p, nil
	}
	var first tea.Cmd
	if size, told := msg.(tea.WindowSizeMsg); told {
		p.picture.told = size
		first = p.begin(size)
	}
	_, cmd := p.app.Update(msg)
	return p, p.paced(tea.Batch(first, p.guarded(cmd)))
}

// paced has the next picture wait where the last one is younger than a pause,
// so that a flood of keys costs no more than what the keys do. A picture that
// is not for this size of the terminal is not shown once more.
func (p *program) paced(cmd tea.Cmd) tea.Cmd {
	fits := p.picture.w == p.app.frame.W && p.picture.h == p.app.frame.H
	age := time.Since(p.picture.drawn)
	p.picture.holds = fits && age < pause && !p.app.dialogs.Open()
	if !p.picture.holds || p.picture.renewed {
		return cmd
	}
	p.picture.renewed = true
	return tea.Batch(cmd, tea.Tick(pause-age, func(time.Time) tea.Msg { return drawMsg{} }))
}

func (p *program) View() (v tea.View) {
	v = p.picture.view
	defer catch(p.end)
	if p.app == nil {
		return v
	}
	if p.picture.holds {
		p.app.arrangeOpened()
		return v
	}
	v = p.app.View()
	p.picture.view, p.picture.drawn = v, time.Now()
	p.picture.w, p.picture.h = p.app.frame.W, p.app.frame.H
	return v
}

// guarded is a command whose panic ends the program in good order.
func (p *program) guarded(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer catch(p.end)
		msg = cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i := range batch {
				batch[i] = p.guarded(batch[i])
			}
		}
		return msg
	}
}

// suspend asks the process's whole group to stop, as the terminal itself would
// if it still read the key.
func (p *program) suspend() tea.Cmd {
	if !resumable() {
		p.app.say("there is no shell to come back from")
		return nil
	}
	return p.guarded(func() tea.Msg {
		askToStop()
		return nil
	})
}
