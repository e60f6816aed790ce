// Package linear reads a briefing line by line: for screen readers, and for terminals
// on which nothing can be drawn. A command is a line, and its answer is whole
// sentences. Nothing is drawn over, no cursor is moved, and no escape sequence is
// written. What an item says comes from package page, as everywhere.
package linear

import (
	"bufio"
	"io"
	"strings"
	"sync/atomic"

	"sitrep/briefing/clean"
	"sitrep/briefing/lines"
	"sitrep/briefing/page"
	"sitrep/briefing/width"
)

// output writes lines. Every line passes through [output.line].
type output struct {
	to      *bufio.Writer
	cells   int         // wrap at this many; 0 does not wrap
	stopped atomic.Bool // by an interrupt: what is left of the answer is not written
	spoken  strings.Builder
	speaks  bool // whether what is written is to be spoken too
	err     error
}

func newOutput(w io.Writer, cells int, speaks bool) *output {
	return &output{to: bufio.NewWriter(w), cells: cells, speaks: speaks}
}

// maxSpoken is how much of an answer is spoken, in bytes.
const maxSpoken = 1 << 20

// line writes text as a line, unless the answer was interrupted. Control characters
// and line breaks of the text do not reach the terminal.
func (o *output) line(text string) {
	if o.stopped.Load() || o.err != nil {
		return
	}
	text = clean.Line(text)
	if o.speaks && o.spoken.Len() < maxSpoken {
		o.spoken.WriteString(text + "\n")
	}
	if o.cells == 0 {
		o.write(text + "\n")
		return
	}
	for _, line := range lines.Layout(page.Prose{Spans: []page.Span{{Text: text}}}, width.Wc, o.cells).Lines {
		o.write(line.Text() + "\n")
	}
}

// copied writes text to be taken from the screen: its lines as they are, with the spaces
// that they begin with.
func (o *output) copied(text string) {
	for line := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
		if !o.stopped.Load() && o.err == nil {
			o.write(clean.Text(line) + "\n")
		}
	}
}

// lines writes several lines.
func (o *output) lines(all []string) {
	for _, text := range all {
		o.line(text)
	}
}

func (o *output) write(text string) {
	if _, err := o.to.WriteString(text); err != nil {
		o.err = err
	}
}

// flush writes what is in the buffer.
func (o *output) flush() {
	if err := o.to.Flush(); err != nil && o.err == nil {
		o.err = err
	}
}

// begin begins an answer.
func (o *output) begin() {
	o.stopped.Store(false)
	o.spoken.Reset()
}
