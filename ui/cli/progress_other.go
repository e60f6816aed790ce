//go:build !unix

package cli

import (
	"os"
	"syscall"

	"sitrep/ui/tui/terminal"
)

// foreground reports whether this program is the one that a terminal shows.
func foreground(*os.File) bool { return true }

// endBy ends the program as a signal would.
func endBy(s syscall.Signal) { os.Exit(terminal.Signalled{Signal: s}.ExitCode()) }
