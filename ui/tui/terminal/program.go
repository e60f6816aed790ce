package terminal

import (
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// Model is a Bubble Tea model that can be shown by [Run].
type Model interface {
	tea.Model
	// Resize sets the size of the terminal in cells before there is a
	// [tea.WindowSizeMsg].
	Resize(w, h int)
	// Settle does without drawing what View does for the next key, which may
	// move by what is in sight. It returns false if only View can do that.
	Settle() bool
}

// framesPerSecond halves what the frame tick adds to a key press.
const framesPerSecond = 120

// minShown is how long a frame is shown at least. Bubble Tea asks for one after
// every message and shows one a tick: keys that come at once are to be done by
// the next tick, and a flood of them is to cost no more than a few frames.
const minShown = time.Second / framesPerSecond / 3

// program is the model that Bubble Tea runs. It deals with the process and its
// terminal, and passes everything else on to the Model. No panic of the Model or
// of its commands gets past it: Bubble Tea would print it raw.
type program struct {
	open    func() Model
	out     *output
	first   tea.Cmd // of the Model; kept until the first frame is there
	begun   bool    // it is there
	model   Model   // nil until Init, and if it could not be made
	size    tea.WindowSizeMsg
	job     *job
	end     func(error)
	frame   frame
	reuse   bool // the last frame is shown again
	renewed bool // a drawMsg is on its way
}

// frame is what was drawn last.
type frame struct {
	view  tea.View
	size  tea.WindowSizeMsg // of the terminal that it was drawn for
	drawn time.Time
}

// Init makes the Model.
func (p *program) Init() (cmd tea.Cmd) {
	defer catch(p.end)
	p.model = p.open()
	p.size.Width, p.size.Height = p.out.size() // Bubble Tea sends it too, but only later
	p.model.Resize(p.size.Width, p.size.Height)
	p.first = p.guarded(p.model.Init())
	return nil
}

// drawWide has the table made that says how wide a rune is drawn. Bubble Tea
// would make it in the middle of the first frame, and now waits for its time.
func drawWide() tea.Msg {
	ansi.StringWidthWc("─")
	return nil
}

// begin lets output through, and returns the work that was kept for then.
// Bubble Tea has a frame when it first sends the size, and draws all of it anew
// whenever it does.
func (p *program) begin() (first tea.Cmd) {
	p.out.release()
	first, p.first = p.first, nil
	if p.begun {
		return first
	}
	p.begun = true
	return tea.Batch(drawWide, first, p.sizeBut(p.size),
		tea.Tick(listening, func(time.Time) tea.Msg { return sizeMissedMsg{} }))
}

// listening is how long it takes at most until Bubble Tea listens for changes
// of the size. It looks at the size before that (v2.0.10): a change in between
// would be lost, so it is looked at once more at the beginning and at the end of
// that time.
const listening = 500 * time.Millisecond

// sizeBut returns a command that sends the size of the terminal if it is
// another one.
func (p *program) sizeBut(known tea.WindowSizeMsg) tea.Cmd {
	return func() tea.Msg {
		var now tea.WindowSizeMsg
		if now.Width, now.Height = p.out.size(); now == known {
			return nil
		}
		return now
	}
}

// Update deals with messages about the terminal, and passes the others on.
func (p *program) Update(msg tea.Msg) (model tea.Model, cmd tea.Cmd) {
	model = p
	defer catch(p.end)
	switch msg := msg.(type) {
	case Suspend:
		return p, p.guarded(func() tea.Msg {
			askToStop()
			return nil
		})
	case Borrow:
		return p, p.job.hand(msg)
	case stopMsg:
		return p, p.job.stop()
	case continuedMsg:
		return p, p.job.takeBack()
	case hangupMsg:
		p.end(hangup)
		return p, nil
	case tea.PasteMsg:
		msg.Content = p.job.keys.pasted(msg.Content)
		return p.pass(msg)
	case sizeMissedMsg:
		return p, p.sizeBut(p.size)
	case drawMsg:
		p.reuse, p.renewed = false, false
		return p, nil
	}
	return p.pass(msg)
}

// pass has the Model deal with a message.
func (p *program) pass(msg tea.Msg) (tea.Model, tea.Cmd) {
	if p.model == nil {
		return p, nil
	}
	var first tea.Cmd
	if size, ok := msg.(tea.WindowSizeMsg); ok {
		p.size = size
		first = p.begin()
	}
	_, cmd := p.model.Update(msg)
	return p, p.paced(tea.Batch(first, p.guarded(cmd)))
}

// paced has the next frame wait if the last one is younger than minShown, so
// that a flood of keys costs no more than what the keys do. A frame that was
// drawn for another size of the terminal is not shown again.
func (p *program) paced(cmd tea.Cmd) tea.Cmd {
	age := time.Since(p.frame.drawn)
	p.reuse = p.frame.size == p.size && age < minShown && p.model.Settle()
	if !p.reuse || p.renewed {
		return cmd
	}
	p.renewed = true
	return tea.Batch(cmd, tea.Tick(minShown-age, func(time.Time) tea.Msg { return drawMsg{} }))
}

// View returns what the Model draws, or the last frame once more.
func (p *program) View() (v tea.View) {
	v = p.frame.view
	defer catch(p.end)
	if p.model == nil || p.reuse {
		return v
	}
	v = p.model.View()
	p.frame = frame{v, p.size, time.Now()}
	return v
}

// guarded returns a command whose panic ends the program in good order.
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
