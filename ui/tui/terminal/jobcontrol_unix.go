//go:build unix

package terminal

import (
	"os"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/sys/unix"
)

// The signals that are listened to. SIGPIPE is not among them: what is to be
// done when nobody reads is to end without a word, and that it does by itself.
var (
	endSignals = []os.Signal{unix.SIGINT, unix.SIGTERM, unix.SIGHUP, unix.SIGQUIT}
	jobSignals = []os.Signal{unix.SIGTSTP, unix.SIGCONT, unix.SIGWINCH}
)

// messageOf returns the message for a signal; nil for one that ends the program.
func messageOf(s syscall.Signal) tea.Msg {
	switch s {
	case unix.SIGTSTP:
		return stopMsg{}
	case unix.SIGCONT:
		return continuedMsg{}
	case unix.SIGWINCH:
		return resizedMsg{}
	}
	return nil
}

// CanSuspend reports whether there is a shell that could wake the process: the
// group of a session's leader has none, and would sleep for ever.
func CanSuspend() bool {
	session, err := unix.Getsid(0)
	return err == nil && session != unix.Getpgrp()
}

// askToStop asks every process of the group to stop, this one among them.
func askToStop() { _ = unix.Kill(0, unix.SIGTSTP) }

// stopProcess stops the process; it goes on from there.
func stopProcess() error { return unix.Kill(unix.Getpid(), unix.SIGSTOP) }
