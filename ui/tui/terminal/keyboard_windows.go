package terminal

import (
	"context"
	"errors"
	"os"
	"sync"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/term"
	"github.com/muesli/cancelreader"
	"golang.org/x/sys/windows"
)

// keyboard reads keys from the console.
type keyboard struct {
	gone    func()
	screen  *os.File
	in, out *term.State // before it was ours, of the keys and of the screen
	paused  sync.Mutex  // held during a pause

	mu     sync.Mutex
	reader cancelreader.CancelReader
}

func openKeyboard(screen *os.File) (*keyboard, error) {
	in, err := term.GetState(os.Stdin.Fd())
	if err != nil {
		return nil, err
	}
	out, err := term.GetState(screen.Fd())
	return &keyboard{screen: screen, in: in, out: out}, err
}

// raw has the console pass on every key as it comes, and act on what is written to
// it as a terminal does.
func (k *keyboard) raw() error {
	if _, err := term.MakeRaw(os.Stdin.Fd()); err != nil {
		return err
	}
	out := windows.Handle(k.screen.Fd())
	var mode uint32
	if err := windows.GetConsoleMode(out, &mode); err != nil {
		return err
	}
	return windows.SetConsoleMode(out, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING|windows.DISABLE_NEWLINE_AUTO_RETURN)
}

// restore gives the console the settings that it had.
func (k *keyboard) restore() error {
	return errors.Join(term.Restore(os.Stdin.Fd(), k.in), term.Restore(k.screen.Fd(), k.out))
}

// stream sends what is read until the context is done or the console is gone. A
// pause cancels a reader, and there is a new one after it.
func (k *keyboard) stream(ctx context.Context, terminal string, events chan<- uv.Event) {
	for ctx.Err() == nil {
		reader, err := k.open()
		if err != nil {
			k.gone()
			return
		}
		err = uv.NewTerminalReader(reader, terminal).StreamEvents(ctx, events)
		if _ = reader.Close(); err != nil {
			k.gone()
			return
		}
	}
}

// open returns a reader of the console once no pause is on.
func (k *keyboard) open() (cancelreader.CancelReader, error) {
	k.paused.Lock()
	defer k.paused.Unlock()
	k.mu.Lock()
	defer k.mu.Unlock()
	reader, err := uv.NewCancelReader(os.Stdin)
	k.reader = reader
	return reader, err
}

// pause stops reading until resume.
func (k *keyboard) pause() {
	k.paused.Lock()
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.reader != nil {
		k.reader.Cancel()
	}
}

// resume ends a pause.
func (k *keyboard) resume() { k.paused.Unlock() }

// pasted returns the text that was read.
func (*keyboard) pasted(read string) string { return read }

// Lines opens the console, for reading lines that are typed while standard input is
// something else.
func Lines() (*os.File, error) { return os.OpenFile("CONIN$", os.O_RDONLY, 0) }
