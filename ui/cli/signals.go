package cli

import (
	"os"
	"os/signal"
	"syscall"
)

// atSignal is called for a signal after temporary files are removed. If it is nil, a
// signal does not stop the writing of a file.
type atSignal func(syscall.Signal)

// leaveToReader does nothing: the reader ends the program after it has restored the
// terminal.
func leaveToReader(syscall.Signal) {}

// beforeSignal arranges that tidy and then then are called when a signal is
// about to end the program, until unwatch is called. Signals that were ignored
// from the start, as under nohup, stay ignored.
func beforeSignal(tidy func(), then atSignal) (unwatch func()) {
	if then == nil {
		return func() {}
	}
	ends := []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}
	signals, done := make(chan os.Signal, len(ends)), make(chan struct{})
	for _, s := range ends {
		if !signal.Ignored(s) {
			signal.Notify(signals, s)
		}
	}
	go func() {
		var s os.Signal
		select {
		case s = <-signals:
		case <-done:
			select {
			case s = <-signals: // it arrived before the watch ended
			default:
				return
			}
		}
		tidy()
		signal.Stop(signals)
		then(s.(syscall.Signal))
	}()
	return func() {
		signal.Stop(signals)
		close(done)
	}
}
