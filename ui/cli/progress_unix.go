//go:build unix

package cli

import (
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// foreground reports whether this program is in the foreground of its terminal.
// Otherwise the shell draws there.
func foreground(terminal *os.File) bool {
	group, err := unix.IoctlGetInt(int(terminal.Fd()), unix.TIOCGPGRP)
	return err != nil || group == unix.Getpgrp()
}

// endBy ends the program by a signal that is no longer caught, so that a shell
// sees what ended it.
func endBy(s syscall.Signal) { _ = unix.Kill(unix.Getpid(), s) }
