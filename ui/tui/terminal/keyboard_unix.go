//go:build unix

package terminal

import (
	"context"
	"errors"
	"os"
	"sync"
	"time"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/unix"
)

// keyboard reads keys from the terminal.
type keyboard struct {
	file         *os.File
	before       *term.State // of the terminal, when it was opened
	gone         func()      // called when the terminal has hung up
	wakes, waker *os.File    // a pipe with a byte in it when reading is to pause
	texts        pastedTexts

	reading sync.Mutex // held while reading, and during a pause
	filter  inputFilter
	buffer  [4 << 10]byte
}

// openKeyboard opens the terminal that the keys come from: standard input, or, if
// that is something else, the terminal that the process belongs to. It returns an
// error if there is none.
func openKeyboard(*os.File) (*keyboard, error) {
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

// raw has the terminal pass on every key as it comes.
func (k *keyboard) raw() error {
	_, err := term.MakeRaw(k.file.Fd())
	return err
}

// restore gives the terminal the settings that it had.
func (k *keyboard) restore() error { return term.Restore(k.file.Fd(), k.before) }

// stream sends what is read until the context is done or the terminal has hung up.
func (k *keyboard) stream(ctx context.Context, terminal string, events chan<- uv.Event) {
	if err := uv.NewTerminalReader(k, terminal).StreamEvents(ctx, events); err != nil {
		k.gone()
	}
}

// Read reads whole keys and answers of the terminal. It returns an error when the
// terminal has hung up.
func (k *keyboard) Read(p []byte) (n int, err error) {
	for n == 0 && err == nil {
		n, err = k.readSome(p)
	}
	return n, err
}

// readSome returns no bytes where none are whole yet.
func (k *keyboard) readSome(p []byte) (n int, err error) {
	k.reading.Lock()
	defer k.reading.Unlock()
	if n := k.filter.take(p); n > 0 {
		return n, nil
	}
	return 0, k.readMore()
}

// readMore waits for bytes, or for the time when what is held is given up.
func (k *keyboard) readMore() error {
	ready, err := k.wait()
	if err != nil {
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
// waits for a Read that is under way.
func (k *keyboard) pause() {
	_, _ = k.waker.Write([]byte{0}) // a pipe that is empty takes it
	k.reading.Lock()
	_, _ = k.wakes.Read(make([]byte, 1))
	k.filter.reset()
}

// resume ends a pause.
func (k *keyboard) resume() { k.reading.Unlock() }

// pasted returns the text of the next paste that Bubble Tea has sent.
func (k *keyboard) pasted(string) string { return k.texts.next() }

// Lines opens the terminal that the process belongs to, for reading lines that are typed
// while standard input is something else.
func Lines() (*os.File, error) { return os.OpenFile("/dev/tty", os.O_RDONLY, 0) }
