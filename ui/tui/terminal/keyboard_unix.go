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

// keyboard reads keys from the terminal. It is not the file itself: of a file,
// which has a Name, Bubble Tea (v2.0.10) makes a reader that can be cancelled, a
// new one each time that it takes the terminal back, and never closes those
// before.
type keyboard struct {
	file         *os.File
	before       *term.State // of the terminal, when it was opened
	gone         func()      // called when the terminal has hung up
	wakes, waker *os.File    // a pipe with a byte in it while reading has paused
	paused       atomic.Bool
	texts        pastedTexts

	reading sync.Mutex // held while reading
	filter  inputFilter
	buffer  [4 << 10]byte
}

// openKeyboard opens the terminal that the keys come from: standard input, or, if
// that is something else, the terminal that the process belongs to. It returns an
// error if there is none.
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

// Read reads whole keys and answers of the terminal. It returns io.EOF while
// reading is paused, and an error when the terminal has hung up: Bubble Tea would
// wait for its keys for ever.
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

// wait waits until there is something to read, the filter's deadline is over, or
// reading is to pause, and reports whether there is something to read. It uses
// select, as poll knows no terminals on macOS.
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

// pause stops reading until resume: what is typed is for another program. It
// waits for a Read that is under way to return.
func (k *keyboard) pause() {
	if !k.paused.CompareAndSwap(false, true) {
		return
	}
	_, _ = k.waker.Write([]byte{0}) // a pipe that is empty takes it
	k.reading.Lock()
	defer k.reading.Unlock()
	k.filter.reset()
}

// resume ends a pause.
func (k *keyboard) resume() {
	_, _ = k.wakes.Read(make([]byte, 1))
	k.paused.Store(false)
}

// pasted returns the text of the next paste that Bubble Tea has sent.
func (k *keyboard) pasted(string) string { return k.texts.next() }

// Write, Close and Fd make it the terminal that Bubble Tea asks for.
func (k *keyboard) Write(p []byte) (int, error) { return k.file.Write(p) }

// Close closes the terminal.
func (k *keyboard) Close() error { return k.file.Close() }

// Fd returns its descriptor.
func (k *keyboard) Fd() uintptr { return k.file.Fd() }
