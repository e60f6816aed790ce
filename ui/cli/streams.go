package cli

import (
	"io"
)

// Streams is what a command reads and writes, and what it is told about the
// terminal.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
	Getenv   func(string) string
	Terminal bool // standard output is a terminal
	Typed    bool // standard input is a terminal
	// LineCells is how many cells a line has on the terminal that standard
	// error is, and 0 where nothing may be drawn there; nil: it is none.
	LineCells func() int
}
