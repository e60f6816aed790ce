package briefing

import "fmt"

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

// Document is a briefing with the file that it came from.
type Document struct {
	Briefing *Briefing
	Name     string // the file's name, cleaned, for people
	Path     string // the file's path as given; empty for the built-in briefing and standard input
	Problems []Problem
	At       map[string]Pos // where the file has the texts and dates of its top level, by key
	// TextFiles are the paths of the files in its folder that hold texts of
	// sources, whether they could be read or not.
	TextFiles []string
}
