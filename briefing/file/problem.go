package file

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// Severity says whether a problem makes a check fail.
type Severity int

// The severities.
const (
	Warning Severity = iota
	Error
)

// String returns the severity as a check prints it.
func (s Severity) String() string {
	if s == Error {
		return "error"
	}
	return "warning"
}

// Problem is something wrong with a file. Its texts are clean.
type Problem struct {
	File     string
	Pos      briefing.Pos
	Severity Severity
	Code     string // stable, a slug: "unknown-key"
	Item     string // id of the item that it is about, if any
	Message  string // what is wrong, and what was left out because of it
	Hint     string // what to do next
}

// String returns the problem in one line: file:line:col: code: message. It leaves
// out line and column if the problem has no position.
func (p Problem) String() string {
	if p.Pos.Line == 0 {
		return fmt.Sprintf("%s: %s: %s", p.File, p.Code, p.Message)
	}
	return fmt.Sprintf("%s:%d:%d: %s: %s", p.File, p.Pos.Line, p.Pos.Col, p.Code, p.Message)
}

// Text returns the message, with the id of the item appended if the message does
// not have it.
func (p Problem) Text() string {
	if p.Item == "" || strings.Contains(p.Message, strconv.Quote(p.Item)) {
		return p.Message
	}
	return p.Message + " [" + p.Item + "]"
}

// Tally counts problems.
type Tally struct{ Errors, Warnings int }

// Add counts a problem.
func (t *Tally) Add(p Problem) {
	if p.Severity == Error {
		t.Errors++
	} else {
		t.Warnings++
	}
}

// String returns the tally in words, as in "1 error, no warnings".
func (t Tally) String() string {
	if t == (Tally{}) {
		return "no problems"
	}
	return Count(t.Errors, "error") + ", " + Count(t.Warnings, "warning")
}

// Count returns a number with its noun, in the plural unless n is 1.
func Count(n int, noun string) string {
	if n == 0 {
		return "no " + noun + "s"
	}
	return briefing.Counted(n, noun, noun+"s")
}

// SortProblems sorts errors before warnings, and each of these by position, with
// those that have none last.
func SortProblems(list []Problem) {
	line := func(p Problem) int32 {
		if p.Pos.Line == 0 {
			return math.MaxInt32
		}
		return p.Pos.Line
	}
	slices.SortStableFunc(list, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(b.Severity, a.Severity), cmp.Compare(line(a), line(b)), cmp.Compare(a.Pos.Col, b.Pos.Col))
	})
}

// LoadError means that a file cannot be read as a briefing at all.
type LoadError struct {
	Problem Problem
	cause   error
}

// Error returns the problem in one line.
func (e *LoadError) Error() string { return e.Problem.String() }

// Unwrap returns the error of the operating system, or nil if there was none.
func (e *LoadError) Unwrap() error { return e.cause }

// AsLoadError returns an error of reading a file as a [*LoadError].
func AsLoadError(path string, err error) *LoadError {
	if refused, ok := errors.AsType[*LoadError](err); ok {
		return refused
	}
	return unreadable(clean.Line(path), err)
}

// AsSyntaxError returns an error of reading a file if it is that the syntax of the
// file is broken, and nil otherwise.
func AsSyntaxError(err error) *LoadError {
	var refused *LoadError
	if errors.As(err, &refused) && refused.Problem.Code == CodeSyntax {
		return refused
	}
	return nil
}
