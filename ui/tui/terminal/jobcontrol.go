package terminal

import (
	"cmp"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"

	tea "charm.land/bubbletea/v2"

	"sitrep/ui/tui/external"
)

// Signalled is the error of a program that a signal has ended.
type Signalled struct{ Signal syscall.Signal }

// Error returns a text that names the signal.
func (s Signalled) Error() string { return "ended by a signal: " + s.Signal.String() }

// ExitCode returns the code that shells give to programs ended by the signal.
func (s Signalled) ExitCode() int {
	const fromSignal = 128
	return fromSignal + int(s.Signal)
}

// hangup is the end of a terminal, whether a signal tells of it or the
// keyboard.
var hangup = Signalled{syscall.SIGHUP}

// job says who has the terminal: the program, another program that it is lent
// to, or, while the process is stopped, the shell.
type job struct {
	stopping atomic.Bool   // a stop is asked for or under way
	stopped  atomic.Bool   // it is under way
	lent     atomic.Bool   // another program has the terminal
	resumed  chan struct{} // somebody has woken the process
	painter  *painter
	keys     *keyboard
}

func newJob(painter *painter, keys *keyboard) *job {
	return &job{resumed: make(chan struct{}, 1), painter: painter, keys: keys}
}

// sender is what messages go to.
type sender interface{ Send(tea.Msg) }

// signalBuffer is how many signals may wait: as many as there are kinds.
const signalBuffer = 16

// listen turns signals into messages, and those that end a program into its
// end. Signals that were ignored from the start, as nohup has it, stay so.
func (j *job) listen(p sender, end func(error)) (stop func()) {
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
				j.signal(s.(syscall.Signal), p, end)
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
func (j *job) signal(s syscall.Signal, p sender, end func(error)) {
	msg := messageOf(s)
	if j.lent.Load() && j.whileLent(s, msg) {
		return
	}
	switch {
	case msg == nil:
		end(Signalled{s})
		return
	case msg == resizedMsg{}:
	case msg == stopMsg{}:
		if !CanSuspend() || !j.stopping.CompareAndSwap(false, true) {
			return
		}
	case j.stopped.Load():
		select {
		case j.resumed <- struct{}{}:
		default: // it knows already
		}
		return
	}
	safego(end, func() { p.Send(msg) })
}

// stop gives the terminal to the shell, stops the process, and takes the
// terminal back when somebody has woken it. Not to wait for that would be a
// race for the terminal's settings.
func (j *job) stop() tea.Cmd {
	return j.lend(func() error {
		select {
		case <-j.resumed: // of another time
		default:
		}
		j.stopped.Store(true)
		defer j.stopped.Store(false)
		if err := stopProcess(); err != nil {
			return err
		}
		<-j.resumed
		return nil
	})
}

// takeBack sets the terminal up anew: somebody has stopped the process in a
// way that gave it no time to tidy up, and the shell has had the terminal.
func (j *job) takeBack() tea.Cmd {
	return j.lend(func() error { return nil })
}

// lend calls do while the terminal is not the program's. A terminal that does not
// come back is gone.
func (j *job) lend(do func() error) tea.Cmd {
	return j.exec(do, func(err error) tea.Msg {
		j.stopping.Store(false)
		if err != nil {
			return hangupMsg{}
		}
		return resizedMsg{}
	})
}

// hand gives the terminal to another program until that ends.
func (j *job) hand(msg Borrow) tea.Cmd {
	return j.exec(func() error {
		j.lent.Store(true)
		defer j.lent.Store(false)
		return external.InTerminal(msg.Argv)
	}, msg.Done)
}

// exec gives the terminal back, calls do, and takes the terminal again. It is called
// by Update: meanwhile nothing is painted, and nothing read.
func (j *job) exec(do func() error, done func(error) tea.Msg) tea.Cmd {
	err := j.outside(do)
	return func() tea.Msg { return done(err) }
}

func (j *job) outside(do func() error) error {
	j.keys.pause()
	defer j.keys.resume()
	j.painter.end()
	if err := j.keys.restore(); err != nil {
		return err
	}
	err := do()
	return cmp.Or(j.keys.raw(), err)
}

// whileLent deals with the signals that the terminal sends to all who share
// it, while another program has it: keys that interrupt are meant for that
// one, and when it stops, so does this one, at once and with the terminal as it
// is. It returns false for a signal that is to be dealt with as always.
func (j *job) whileLent(s syscall.Signal, msg tea.Msg) bool {
	switch {
	case msg == stopMsg{}:
		if CanSuspend() {
			_ = stopProcess() // it goes on from here when it is woken
		}
		return true
	case msg == continuedMsg{}, msg == resizedMsg{}:
		return true
	}
	return s == syscall.SIGINT || s == syscall.SIGQUIT
}
