package linear

import (
	"bufio"
	"io"
)

// input reads lines, each when it is asked for, so that another program can have the
// terminal in between. A line that was asked for stays asked for after an interrupt.
type input struct {
	from  *bufio.Reader
	asked bool
	lines chan typed
}

type typed struct {
	text string
	err  error
}

func newInput(from io.Reader) *input {
	return &input{from: bufio.NewReader(from), lines: make(chan typed, 1)}
}

// ask has the next line read, unless that is under way.
func (in *input) ask() {
	if in.asked {
		return
	}
	in.asked = true
	go func() {
		text, err := readLine(in.from)
		in.lines <- typed{text, err}
	}()
}

// maxLine is the length of the longest line that is read, in bytes.
const maxLine = 64 << 10

// readLine reads a line. What is beyond maxLine is left out.
func readLine(from *bufio.Reader) (string, error) {
	var line []byte
	for {
		part, more, err := from.ReadLine()
		if err != nil {
			if len(line) > 0 {
				return string(line), nil
			}
			return "", err
		}
		line = append(line, part[:min(len(part), maxLine-len(line))]...)
		if !more {
			return string(line), nil
		}
	}
}
