//go:build !unix

package terminal

import (
	"os"
	"syscall"

	tea "charm.land/bubbletea/v2"
)

// The signals that are listened to: ctrl-c, and the closing of the window.
var (
	endSignals = []os.Signal{os.Interrupt, syscall.SIGTERM}
	jobSignals []os.Signal
)

func messageOf(syscall.Signal) tea.Msg { return nil }

// CanSuspend returns false: a process cannot be stopped.
func CanSuspend() bool { return false }

func askToStop() {}

func stopProcess() error { return nil }
