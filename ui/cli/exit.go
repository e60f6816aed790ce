package cli

import (
	"errors"
	"syscall"

	"sitrep/ui/tui/terminal"
)

// The exit codes. A program that a signal has ended exits with 128 and the
// number of the signal.
const (
	exitFine   = 0
	exitFailed = 1 // it failed, or a check found problems
	exitUsage  = 2 // its arguments are not understood
	exitPipe   = 141
)

// usageError is a call that the program does not understand.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usage(err error, hint string) error { return usageError{withHint(err, hint)} }

// quietError ends the program with a code and no word: everything has been
// said.
type quietError struct{ code int }

func (e quietError) Error() string { return "" }

func exitCode(err error) int {
	var quiet quietError
	var wrong usageError
	var ended terminal.Signalled
	switch {
	case err == nil:
		return exitFine
	case errors.As(err, &quiet):
		return quiet.code
	case errors.As(err, &wrong):
		return exitUsage
	case errors.As(err, &ended):
		return ended.ExitCode()
	case errors.Is(err, syscall.EPIPE):
		return exitPipe
	}
	return exitFailed
}
