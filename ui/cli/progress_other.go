//go:build !unix

package cli

import (
	"os"
	"syscall"

	"sitrep/ui/tui/terminal"
)

// foreground reports whether this program is in the foreground of its terminal.
func foreground(*os.File) bool { return true }

// endBy ends the program with the exit code that a signal would cause.
func endBy(s syscall.Signal) { os.Exit(terminal.Signalled{Signal: s}.ExitCode()) }
