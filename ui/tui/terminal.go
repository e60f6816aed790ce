package tui

import (
	"io"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/handover"
)

// Signalled is the error of a reader that a signal has ended.
type Signalled struct{ Signal syscall.Signal }

// Error names the signal.
func (s Signalled) Error() string { return "ended by a signal: " + s.Signal.String() }

// ExitCode is the code that shells give to programs ended by the signal.
func (s Signalled) ExitCode() int {
	const fromSignal = 128
	return fromSignal + int(s.Signal)
}

// hangup is the end of a terminal, whether a signal tells of it or the
// keyboard.
var hangup = Signalled{syscall.SIGHUP}

// terminal is who has the terminal: the reader, or, while the process is
// stopped, the shell.
type terminal struct {
	stopping atomic.Bool   // a stop is asked for or under way
	stopped  atomic.Bool   // it is under way
	lent     atomic.Bool   // another program has the terminal
	resumed  chan struct{} // somebody has woken the process
	out      *curtain
	keys     *keyboard
}

func newTerminal(out *curtain, keys *keyboard) *terminal {
	return &terminal{resumed: make(chan struct{}, 1), out: out, keys: keys}
}

// sender is what messages go to.
type sender interface{ Send(tea.Msg) }

// signalBuffer is how many signals may wait: as many as there are kinds.
const signalBuffer = 16

// listen turns signals into messages, and those that end a program into its
// end. Signals that were ignored from the start, as nohup has it, stay so.
func (t *terminal) listen(p sender, end func(error)) (stop func()) {
	signals := make(chan os.Signal, signalBuffer)
	for _, s := range append(jobSignals, endSignals...) {
		if !signal.Ignored(s) {
			signal.Notify(signals, s)
		}
	}
	done := make(chan struct{})
	safego(end, func() {
		for {
			select {
			case <-done:
				return
			case s := <-signals:
				t.signal(s.(syscall.Signal), p, end)
			}
		}
	})
	return func() {
		signal.Stop(signals)
		close(done)
	}
}

// signal never waits, not even for a program that is busy: the next signal can
// be one to end it.
func (t *terminal) signal(s syscall.Signal, p sender, end func(error)) {
	msg := messageOf(s)
	if t.lent.Load() && t.whileLent(s, msg) {
		return
	}
	switch {
	case msg == nil:
		end(Signalled{s})
		return
	case msg == stopMsg{}:
		if !resumable() || !t.stopping.CompareAndSwap(false, true) {
			return
		}
	case t.stopped.Load():
		select {
		case t.resumed <- struct{}{}:
		default: // it knows already
		}
		return
	}
	safego(end, func() { p.Send(msg) })
}

// settle is how long Bubble Tea (v2.0.10) gets to come to rest once it has let
// go of the terminal: its renderer stops its ticker after it has said that it
// is done, and where the renderer is started again before that, it never draws
// any more.
const settle = 50 * time.Millisecond

// stop gives the terminal to the shell, stops the process, and takes the
// terminal back when somebody has woken it. Not to wait for that would be a
// race for the terminal's settings.
func (t *terminal) stop() tea.Cmd {
	return t.lend(func() error {
		select {
		case <-t.resumed: // of another time
		default:
		}
		t.stopped.Store(true)
		defer t.stopped.Store(false)
		if err := stopProcess(); err != nil {
			return err
		}
		<-t.resumed
		return nil
	})
}

// takeBack sets the terminal up anew: somebody has stopped the process in a
// way that gave it no time to tidy up, and the shell has had the terminal.
func (t *terminal) takeBack() tea.Cmd {
	return t.lend(func() error { return nil })
}

// lend does something while the terminal is not the reader's. A terminal that
// does not come back is gone.
func (t *terminal) lend(do func() error) tea.Cmd {
	return t.exec(do, func(err error) tea.Msg {
		t.stopping.Store(false)
		if err != nil {
			return hangupMsg{}
		}
		return tea.ClearScreen()
	})
}

// hand gives the terminal to another program until that ends.
func (t *terminal) hand(msg borrowMsg) tea.Cmd {
	return t.exec(func() error {
		t.lent.Store(true)
		defer t.lent.Store(false)
		return handover.InTerminal(msg.argv)
	}, msg.done)
}

// exec has Bubble Tea let go of the terminal, does something, and has it take
// the terminal back. Nobody reads keys meanwhile: Bubble Tea waits for that half
// a second and goes on all the same, so reading is to pause before.
func (t *terminal) exec(do func() error, done func(error) tea.Msg) tea.Cmd {
	settled := outside(func() error {
		t.keys.pause()
		defer t.keys.resume()
		time.Sleep(settle)
		t.out.tidy()
		return do()
	})
	return func() tea.Msg {
		t.keys.pause()
		return tea.Exec(settled, done)()
	}
}

// whileLent deals with the signals that the terminal sends to all who share
// it, while another program has it: keys that interrupt are meant for that
// one, and where it stops, so does the reader, at once and with the terminal
// as it is. It is false for a signal that is to be taken as always.
func (t *terminal) whileLent(s syscall.Signal, msg tea.Msg) bool {
	switch {
	case msg == stopMsg{}:
		if resumable() {
			_ = stopProcess() // it goes on from here when it is woken
		}
		return true
	case msg == continuedMsg{}:
		return true
	}
	return s == syscall.SIGINT || s == syscall.SIGQUIT
}

// outside is done while the terminal is not the reader's.
type outside func() error

// Run does it.
func (o outside) Run() error { return o() }

// SetStdin is not needed: the process itself has its streams.
func (outside) SetStdin(io.Reader) {}

// SetStdout is not needed.
func (outside) SetStdout(io.Writer) {}

// SetStderr is not needed.
func (outside) SetStderr(io.Writer) {}
