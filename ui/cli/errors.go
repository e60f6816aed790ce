package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"syscall"

	"sitrep/briefing/clean"
	"sitrep/ui/tui/terminal"
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
	var ended terminal.Signalled
	if err == nil || errors.As(err, &ended) || errors.Is(err, syscall.EPIPE) {
		return
	}
	text := clean.Line(err.Error())
	if text == "" {
		return
	}
	_, _ = fmt.Fprintf(w, "sitrep: %s\n", text)
	if hint := hintOf(err); hint != "" {
		_, _ = fmt.Fprintf(w, "hint: %s\n", clean.Line(hint))
	}
	var crash *terminal.Crash
	if errors.As(err, &crash) {
		_, _ = fmt.Fprintf(w, "hint: this is a mistake in sitrep; please report it with these lines\n%s\n", crash.Stack())
	}
}

// hintOf is what to do next after an error: the outermost hint that there is.
func hintOf(err error) string {
	for inner := err; ; {
		var h hinted
		switch {
		case !errors.As(inner, &h):
			return hintOfWriting(err)
		case h.hint != "":
			return h.hint
		}
		inner = h.error
	}
}

// hintOfWriting is what to do next where a text has not arrived.
func hintOfWriting(err error) string {
	var lost *fs.PathError
	if errors.Is(err, syscall.ENOSPC) || errors.As(err, &lost) && lost.Op == "write" {
		return "nothing whole is there; make room, or write it somewhere else"
	}
	return ""
}
