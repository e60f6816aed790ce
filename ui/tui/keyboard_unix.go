//go:build unix

package tui

import (
	"os"

	"github.com/charmbracelet/x/term"
)

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
	return &keyboard{File: file, before: before}, nil
}
