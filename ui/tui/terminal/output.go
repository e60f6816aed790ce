package terminal

import (
	"context"
	"os"
	"time"

	"github.com/charmbracelet/x/term"
)

// grace is how long the program may take to give the terminal back once a
// signal has asked it to end: a terminal that takes no more output would keep
// it for ever.
const grace = 2 * time.Second

// output is the terminal as it is written to. Nothing comes out before the
// first frame is there: Bubble Tea (v2.0.10) draws by the clock from its start
// on, an empty screen if there is nothing else yet.
type output struct {
	file     *os.File // not embedded: it has other ways to be written to
	fd       uintptr  // of the file, which may be asked for while that is closed
	release  func()   // lets what is written through
	released context.Context
	modes    keyModes
}

// newOutput returns an output that holds everything back until release is
// called or the context of the program is done.
func newOutput(program context.Context, file *os.File) *output {
	released, release := context.WithCancel(program)
	return &output{file: file, fd: file.Fd(), release: release, released: released}
}

// size returns how many cells the terminal has; none if it does not say.
func (o *output) size() (w, h int) {
	w, h, err := term.GetSize(o.Fd())
	if err != nil {
		return 0, 0
	}
	return w, h
}

// Write waits for the first frame, but not for ever: a program that ends at its
// start may never have had one.
func (o *output) Write(p []byte) (int, error) {
	select {
	case <-o.released.Done():
	case <-time.After(grace):
	}
	o.modes.note(p)
	return o.file.Write(p)
}

// Read, Close and Fd make it the terminal that Bubble Tea asks for.
func (o *output) Read(p []byte) (int, error) { return o.file.Read(p) }

// Close closes the terminal.
func (o *output) Close() error { return o.file.Close() }

// Fd returns its descriptor.
func (o *output) Fd() uintptr { return o.fd }

// tidy turns off what Bubble Tea has left on in a terminal that it has given
// back. An error has nobody to be told to: the terminal is gone.
func (o *output) tidy() {
	if off := o.modes.left(); off != "" {
		_, _ = o.file.WriteString(off)
	}
}
