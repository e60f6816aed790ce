package outside

import (
	"fmt"
	"os"
	"os/exec"

	"github.com/charmbracelet/x/term"
)

// Run runs a program that has nothing of the terminal, neither its keys nor
// its screen, until it ends.
func Run(argv []string) error {
	cmd := exec.Command(argv[0], argv[1:]...)
	detach(cmd)
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("running %s: %w", programName(argv[0]), err)
	}
	return nil
}

// InTerminal is a program that gets the terminal while it runs: also where
// standard input is something else, such as a briefing.
func InTerminal(argv []string) *exec.Cmd {
	cmd := exec.Command(argv[0], argv[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = keys(), os.Stdout, os.Stderr
	return cmd
}

// keys is where a program reads what is typed.
func keys() *os.File {
	if term.IsTerminal(os.Stdin.Fd()) {
		return os.Stdin
	}
	if tty, err := os.Open(terminalPath); err == nil {
		return tty
	}
	return os.Stdin
}
