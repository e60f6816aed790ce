package cli

import (
	"io"
)

// Streams is what a command reads and writes, with what it needs to know about
// the terminal.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
	Getenv   func(string) string
	Terminal bool // standard output is a terminal
	Typed    bool // standard input is a terminal
	Offline  bool // desks are not asked: what has been received from them is read
	// LineCells returns the width in cells of the terminal that standard error is, or
	// 0 while nothing may be drawn there. It is nil if standard error is not a
	// terminal.
	LineCells func() int
}

// minWidth is the narrowest text that is worth wrapping.
const minWidth = 20
