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
	// Hold has View leave what is beside the cursor as it is, or follow it again,
	// for which the command may be needed.
	Hold(on bool) tea.Cmd
	// Shared reports whether others read on this machine too, as on a server.
	Shared() bool
}

// minShown is how long a frame is shown at least while messages keep coming: keys
// that come at once are done first, and a flood of them costs no more than a few
// frames.
const minShown = 5 * time.Millisecond

// program is the model that Bubble Tea runs. It deals with the process and its
// terminal, and passes everything else on to the Model. No panic of the Model or
// of its commands gets past it: Bubble Tea would print it raw.
type program struct {
	open    func() Model
	model   Model // nil until Init, and if it could not be made
	painter *painter
	keys    *keyboard
	job     *job
	end     func(error)
	// stopClock stops the clock of Bubble Tea's renderer, which ticks though there is none.
	stopClock func() tea.Msg
	size      tea.WindowSizeMsg
	painted   time.Time
	late      bool // what has changed is painted later
	renewed   bool // a drawMsg is on its way
	hold      hold
}

func newProgram(open func() Model, painter *painter, keys *keyboard, end func(error)) *program {
	return &program{open: open, painter: painter, keys: keys, job: newJob(painter, keys), end: end}
}

// Init makes the Model, for the size that the terminal has. Signals of another size
// are listened to already.
func (p *program) Init() (cmd tea.Cmd) {
	defer catch(p.end)
	p.model = p.open()
	p.hold.within = heldKey
	if p.model.Shared() {
		p.hold.within = sharedKey
	}
	p.size = terminalSize()
	p.model.Resize(p.size.Width, p.size.Height)
	return tea.Batch(p.stopClock, p.guarded(p.model.Init()))
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
	case resizedMsg, tea.WindowSizeMsg: // Bubble Tea sends one at the start, of no cells
		p.size = terminalSize()
		return p.pass(p.size)
	case pauseMsg:
		p.hold.timed = false
		return p, p.paused()
	case drawMsg:
		p.late, p.renewed = false, false
		return p, nil
	case Redraw:
		p.painter.redraw()
		return p, nil
	case Clipboard:
		p.painter.writeSequence(ansi.SetSystemClipboard(string(msg)))
		return p, nil
	case AskBackground:
		p.painter.writeSequence(ansi.RequestBackgroundColor)
		return p, nil
	case tea.ModeReportMsg:
		p.painter.answered(msg)
	case tea.PasteMsg:
		msg.Content = p.keys.pasted(msg.Content)
		return p.pass(msg)
	}
	return p.pass(msg)
}

func (p *program) pass(msg tea.Msg) (tea.Model, tea.Cmd) {
	if p.model == nil {
		return p, nil
	}
	held := p.held(msg)
	_, cmd := p.model.Update(msg)
	return p, p.paced(tea.Batch(held, p.guarded(cmd)))
}

// paced has the next frame wait if the last one is younger than minShown, so
// that a flood of keys costs no more than what the keys do.
func (p *program) paced(cmd tea.Cmd) tea.Cmd {
	age := time.Since(p.painted)
	p.late = age < minShown && p.model.Settle()
	if !p.late || p.renewed {
		return cmd
	}
	p.renewed = true
	return tea.Batch(cmd, tea.Tick(minShown-age, func(time.Time) tea.Msg { return drawMsg{} }))
}

// View paints what the Model draws, or leaves it to a drawMsg. Bubble Tea, which
// calls it after every message, is told nothing.
func (p *program) View() (none tea.View) {
	defer catch(p.end)
	if p.model == nil || p.late {
		return none
	}
	p.painter.paint(p.model.View(), p.size.Width, p.size.Height)
	p.painted = time.Now()
	p.hold.drawn(p.painted)
	return none
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
