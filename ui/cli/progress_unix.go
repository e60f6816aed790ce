//go:build unix

package cli

import (
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// foreground reports whether this program is the one that a terminal shows: a
// shell that has put it into the background draws there itself.
func foreground(terminal *os.File) bool {
	group, err := unix.IoctlGetInt(int(terminal.Fd()), unix.TIOCGPGRP)
	return err != nil || group == unix.Getpgrp()
}

// endBy ends the program by a signal that is not caught any more, so that a
// shell sees what has ended it.
func endBy(s syscall.Signal) { _ = unix.Kill(unix.Getpid(), s) }
