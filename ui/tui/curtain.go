package tui

import (
	"context"
	"os"
	"time"

	"github.com/charmbracelet/x/term"
)

// curtain is the terminal as the reader draws on it. Nothing comes out before
// the first picture is there: Bubble Tea (v2.0.10) draws by the clock from its
// start on, an empty screen where there is nothing else yet.
type curtain struct {
	file  *os.File // not embedded: it has other ways to be written to
	fd    uintptr  // of the file, which may be asked for while that is closed
	raise func()   // says that there is a picture
	up    context.Context
	modes keyModes
}

// newCurtain is a curtain before a terminal. When the program ends it goes up,
// whatever there is to see.
func newCurtain(program context.Context, terminal *os.File) *curtain {
	up, raise := context.WithCancel(program)
	return &curtain{file: terminal, fd: terminal.Fd(), raise: raise, up: up}
}

// size is how many cells the terminal has; none where it does not say.
func (c *curtain) size() (w, h int) {
	w, h, err := term.GetSize(c.Fd())
	if err != nil {
		return 0, 0
	}
	return w, h
}

// Write waits for the curtain to go up, but not for ever: a program that ends
// at its start may never have had a picture.
func (c *curtain) Write(p []byte) (int, error) {
	select {
	case <-c.up.Done():
	case <-time.After(grace):
	}
	c.modes.note(p)
	return c.file.Write(p)
}

// Read, Close and Fd make it the terminal that Bubble Tea asks for.
func (c *curtain) Read(p []byte) (int, error) { return c.file.Read(p) }

// Close closes the terminal.
func (c *curtain) Close() error { return c.file.Close() }

// Fd is its descriptor.
func (c *curtain) Fd() uintptr { return c.fd }

// tidy turns off what Bubble Tea has left on in a terminal that it has given
// back. An error has nobody to be told to: the terminal is gone.
func (c *curtain) tidy() {
	if off := c.modes.left(); off != "" {
		_, _ = c.file.WriteString(off)
	}
}
