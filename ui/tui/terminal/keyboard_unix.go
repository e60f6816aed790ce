//go:build unix

package terminal

import (
	"errors"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/unix"
)

// keyboard is the terminal as the keys come from it. It is read by itself:
// Bubble Tea (v2.0.10) makes a reader that can be cancelled of every file that
// has a name, a new one each time that it takes the terminal back, and never
// closes those before. This one has no Name.
type keyboard struct {
	file         *os.File
	before       *term.State // of the terminal, when it was opened
	gone         func()      // is told when the terminal has hung up
	wakes, waker *os.File    // a pipe with a byte in it while reading has paused
	paused       atomic.Bool
	texts        pastedTexts

	reading sync.Mutex // is held by who reads
	filter  inputFilter
	buffer  [4 << 10]byte
}

// openKeyboard finds the terminal that the keys come from: standard input, or,
// where that is something else, the terminal that the process belongs to.
func openKeyboard() (*keyboard, error) {
	file := os.Stdin
	if !term.IsTerminal(file.Fd()) {
		var err error
		if file, err = os.OpenFile("/dev/tty", os.O_RDWR, 0); err != nil {
			return nil, err
		}
	}
	before, err := term.GetState(file.Fd())
	if err != nil {
		return nil, err
	}
	k := &keyboard{file: file, before: before}
	k.filter.pasted = k.texts.add
	k.wakes, k.waker, err = os.Pipe()
	return k, err
}

// restore gives the terminal the settings that it had.
func (k *keyboard) restore() {
	_ = term.Restore(k.Fd(), k.before) // nothing can be done about it here
}

// Read reads whole keys and answers of the terminal. While reading has paused
// it is at its end, and for good when the terminal has hung up: Bubble Tea
// would wait for its keys for ever.
func (k *keyboard) Read(p []byte) (int, error) {
	k.reading.Lock()
	defer k.reading.Unlock()
	for {
		if k.paused.Load() {
			return 0, io.EOF
		}
		if n := k.filter.take(p); n > 0 {
			return n, nil
		}
		if err := k.readMore(); err != nil {
			return 0, err
		}
	}
}

// readMore waits for bytes, or for the time when what is held is given up.
func (k *keyboard) readMore() error {
	ready, err := k.wait()
	if err != nil || k.paused.Load() {
		return err
	}
	if !ready {
		k.filter.expire(time.Now())
		return nil
	}
	n, err := k.file.Read(k.buffer[:])
	if err != nil {
		if !errors.Is(err, os.ErrClosed) {
			k.gone()
		}
		return err
	}
	k.filter.feed(k.buffer[:n], time.Now())
	return nil
}

// wait waits until there is something to read, the filter's time is over, or
// reading is to pause. Where nothing is held it sleeps until then. It is select
// and not poll, which knows no terminals on macOS.
func (k *keyboard) wait() (ready bool, err error) {
	var limit *unix.Timeval
	if at := k.filter.deadline; !at.IsZero() {
		t := unix.NsecToTimeval(max(time.Until(at), 0).Nanoseconds() + int64(time.Microsecond))
		limit = &t
	}
	terminal, wakes := int(k.file.Fd()), int(k.wakes.Fd())
	var set unix.FdSet
	set.Set(terminal)
	set.Set(wakes)
	n, err := unix.Select(max(terminal, wakes)+1, &set, nil, nil, limit)
	if errors.Is(err, unix.EINTR) {
		return false, nil
	}
	return n > 0 && set.IsSet(terminal), err
}

// pause has nobody read until resume: what is typed is for another program. It
// waits for a Read to return, which is at its end then.
func (k *keyboard) pause() {
	if !k.paused.CompareAndSwap(false, true) {
		return
	}
	_, _ = k.waker.Write([]byte{0}) // a pipe that is empty takes it
	k.reading.Lock()
	defer k.reading.Unlock()
	k.filter.reset()
}

// resume has keys be read again.
func (k *keyboard) resume() {
	_, _ = k.wakes.Read(make([]byte, 1))
	k.paused.Store(false)
}

// pasted is the text of the next paste that Bubble Tea tells of.
func (k *keyboard) pasted(string) string { return k.texts.next() }

// Write, Close and Fd make it the terminal that Bubble Tea asks for.
func (k *keyboard) Write(p []byte) (int, error) { return k.file.Write(p) }

// Close closes the terminal.
func (k *keyboard) Close() error { return k.file.Close() }

// Fd is its descriptor.
func (k *keyboard) Fd() uintptr { return k.file.Fd() }
