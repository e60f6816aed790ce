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

// What is written to standard error: a line that says what went wrong, beginning
// with the program's name, then a line that says what to do next. Nothing from a
// file is written unless it is clean.

// hinted is an error with a hint: what to do next.
type hinted struct {
	error
	hint string
}

func (h hinted) Unwrap() error { return h.error }

func withHint(err error, hint string) error { return hinted{err, hint} }

// report writes an error and its hint. It writes nothing if the program was ended
// from outside: by a signal, or because the reader of a pipe closed it.
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
	if crash, ok := errors.AsType[*terminal.Crash](err); ok {
		_, _ = fmt.Fprintf(w, "hint: this is a mistake in sitrep; please report it with these lines\n%s\n", crash.Stack())
	}
}

// hintOf returns the outermost hint of an error.
func hintOf(err error) string {
	for inner := err; ; {
		var h hinted
		switch {
		case !errors.As(inner, &h):
			var known interface {
				error
				Hint() string
			}
			if errors.As(err, &known) {
				return known.Hint()
			}
			return hintOfWriting(err)
		case h.hint != "":
			return h.hint
		}
		inner = h.error
	}
}

// hintOfWriting returns the hint for an error of writing, or "" if there is none.
func hintOfWriting(err error) string {
	var lost *fs.PathError
	if errors.Is(err, syscall.ENOSPC) || errors.As(err, &lost) && lost.Op == "write" {
		return "nothing whole is there; make room, or write it somewhere else"
	}
	return ""
}
