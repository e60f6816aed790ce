package briefing

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Severity says whether a problem makes a check fail.
type Severity int

// The severities.
const (
	Warning Severity = iota
	Error
)

// String is the severity as a check prints it.
func (s Severity) String() string {
	if s == Error {
		return "error"
	}
	return "warning"
}

// Problem is something wrong with a file. Its texts are clean.
type Problem struct {
	File     string
	Pos      Pos
	Severity Severity
	Code     string // stable, a slug: "unknown-key"
	Item     string // id of the item that it is about, if any
	Message  string // what is wrong, and what was left out because of it
	Hint     string // what to do next
}

// String is the problem in one line: file:line:col: code: message. Line and
// column are left out where the problem has no place.
func (p Problem) String() string {
	if p.Pos.Line == 0 {
		return fmt.Sprintf("%s: %s: %s", p.File, p.Code, p.Message)
	}
	return fmt.Sprintf("%s:%d:%d: %s: %s", p.File, p.Pos.Line, p.Pos.Col, p.Code, p.Message)
}

// sortProblems puts problems into the order of the file, and those without a
// place at its end.
func sortProblems(list []Problem) {
	line := func(p Problem) int32 {
		if p.Pos.Line == 0 {
			return math.MaxInt32
		}
		return p.Pos.Line
	}
	slices.SortStableFunc(list, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(line(a), line(b)), cmp.Compare(a.Pos.Col, b.Pos.Col))
	})
}
