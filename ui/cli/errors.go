package cli

import (
	"errors"
	"fmt"
	"io"

	"sitrep/briefing"
)

// The rule of what goes to standard error: one line that says what went wrong,
// beginning with the program's name, then a line that says what to do next.
// Nothing of a file is printed that is not clean.

// errInterrupted says that the reader was ended by a signal.
var errInterrupted = errors.New("interrupted")

// hinted is an error with what to do next.
type hinted struct {
	error
	hint string
}

func (h hinted) Unwrap() error { return h.error }

func withHint(err error, hint string) error { return hinted{err, hint} }

// report writes an error and its hint.
func report(w io.Writer, err error) {
	text := briefing.CleanLine(err.Error())
	if text == "" {
		return
	}
	_, _ = fmt.Fprintf(w, "sitrep: %s\n", text)
	var h hinted
	if errors.As(err, &h) && h.hint != "" {
		_, _ = fmt.Fprintf(w, "hint: %s\n", briefing.CleanLine(h.hint))
	}
}
