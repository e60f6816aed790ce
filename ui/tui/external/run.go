package external

import (
	"fmt"
	"os"
	"os/exec"

	"github.com/charmbracelet/x/term"
)

// Run runs a program without the terminal, neither its keys nor its screen, and
// waits for its end.
func Run(argv []string) error {
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
