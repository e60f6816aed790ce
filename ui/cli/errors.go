package cli

import (
	"errors"
	"fmt"
	"io"
	"syscall"

	"sitrep/briefing"
	"sitrep/ui/tui"
)

// The rule of what goes to standard error: one line that says what went wrong,
// beginning with the program's name, then a line that says what to do next.
// Nothing of a file is printed that is not clean.

// hinted is an error with what to do next.
type hinted struct {
	error
	hint string
}

func (h hinted) Unwrap() error { return h.error }

func withHint(err error, hint string) error { return hinted{err, hint} }

// report writes an error and its hint. Of an end that somebody else has brought
// about, a signal or a reader of a pipe that has seen enough, nothing is said.
func report(w io.Writer, err error) {
	var ended tui.Signalled
	if err == nil || errors.As(err, &ended) || errors.Is(err, syscall.EPIPE) {
		return
	}
	text := briefing.CleanLine(err.Error())
	if text == "" {
		return
	}
	_, _ = fmt.Fprintf(w, "sitrep: %s\n", text)
	var h hinted
	if errors.As(err, &h) && h.hint != "" {
		_, _ = fmt.Fprintf(w, "hint: %s\n", briefing.CleanLine(h.hint))
	}
	var crash *tui.Crash
	if errors.As(err, &crash) {
		_, _ = fmt.Fprintf(w, "hint: this is a mistake in sitrep; please report it with these lines\n%s\n", crash.Stack())
	}
}
