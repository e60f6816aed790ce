package cli

import (
	"errors"
	"syscall"

	"sitrep/ui/tui/terminal"
)

// The exit codes. A program that is ended by a signal exits with 128 plus the
// number of the signal.
const (
	exitFine   = 0
	exitFailed = 1 // it failed, or a check found problems
	exitUsage  = 2 // its arguments are invalid
	exitPipe   = 141
)

// usageError is an error in the arguments of the program.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usage(err error, hint string) error { return usageError{withHint(err, hint)} }

// quietError ends the program with an exit code but no message, because
// everything has been written.
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
