//go:build !unix

package tui

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

// resumable is false: a process cannot be stopped.
func resumable() bool { return false }

func askToStop() {}

func stopProcess() error { return nil }
