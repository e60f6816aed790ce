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
	*os.File
	raise func() // says that there is a picture
	up    context.Context
}

// newCurtain is a curtain before a terminal. When the program ends it goes up,
// whatever there is to see.
func newCurtain(program context.Context, terminal *os.File) *curtain {
	up, raise := context.WithCancel(program)
	return &curtain{terminal, raise, up}
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
	return c.File.Write(p)
}
