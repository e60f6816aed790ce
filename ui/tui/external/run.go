package external

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"sync/atomic"

	"github.com/charmbracelet/x/term"
)

// ErrForbidden is returned after [Forbid].
var ErrForbidden = errors.New("this reader starts no programs and writes no files")

var forbidden atomic.Bool

// Forbid has all functions that start a program or write a file return [ErrForbidden]
// from now on, for the whole process. The reader offers nothing that calls them then;
// this is for what it may have missed.
func Forbid() { forbidden.Store(true) }

// Run runs a program without the terminal, neither its keys nor its screen, and
// waits for its end.
func Run(argv []string) error {
	if forbidden.Load() {
		return ErrForbidden
	}
	cmd := exec.Command(argv[0], argv[1:]...)
	detach(cmd)
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("running %s: %w", programName(argv[0]), err)
	}
	return nil
}

// InTerminal runs a program on the terminal and waits for its end. The program
// gets the terminal's keys even if standard input is something else, such as a
// briefing.
func InTerminal(argv []string) error {
	if forbidden.Load() {
		return ErrForbidden
	}
	cmd := exec.Command(argv[0], argv[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	if !term.IsTerminal(os.Stdin.Fd()) {
		if tty, err := os.Open(terminalPath); err == nil {
			defer func() { _ = tty.Close() }() // nothing was written
			cmd.Stdin = tty
		}
	}
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("running %s: %w", programName(argv[0]), err)
	}
	return nil
}
