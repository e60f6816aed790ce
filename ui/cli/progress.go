package cli

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/charmbracelet/x/ansi"

	"sitrep/briefing/clean"
)

const (
	// soon is the time before the progress line of a task appears.
	soon = 500 * time.Millisecond
	// redraw is the time between two drawings of the line.
	redraw = 200 * time.Millisecond
)

// progress is the line on standard error that shows what a command is doing if
// that takes long. It is drawn only with carriage returns and spaces.
type progress struct {
	to    io.Writer
	cells func() int
	text  func() string
	begun time.Time

	mu    sync.Mutex
	timer *time.Timer
	over  bool
	shown int // cells of the line that is on the terminal
	// unwatch ends the watch for signals. It is nil if there is none yet.
	unwatch func()
}

// progress shows a line with the result of text for work that begins now. end
// removes the line. Nothing is shown if standard error is not a terminal, or one
// that cannot redraw a line. Nothing else may be written until end is called.
func (s Streams) progress(text func() string) (end func()) {
	if kind := s.Getenv("TERM"); s.LineCells == nil || kind == "dumb" || kind == "" {
		return func() {}
	}
	p := &progress{to: s.Err, cells: s.LineCells, text: text, begun: time.Now()}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.timer = time.AfterFunc(soon, p.draw)
	return p.end
}

// draw draws the line, if it may be drawn now, and schedules the next drawing.
func (p *progress) draw() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.over {
		return
	}
	defer p.timer.Reset(redraw)
	cells := p.cells()
	if cells < minWidth {
		return
	}
	const who = "sitrep: "
	text := fmt.Sprintf("%s, %d s", p.text(), int(time.Since(p.begun).Seconds()))
	// The last cell stays free, because a cursor there would move to the next line,
	// and so do the cells for the echo of an interrupt key. If the line is too long,
	// its beginning is cut: the end of a file name says more.
	if over := len(who) + ansi.StringWidth(text) - (cells - 1 - len(interruptEcho)); over > 0 {
		text = ansi.TruncateLeft(text, over+1, "…")
	}
	text = who + text
	width := ansi.StringWidth(text)
	_, _ = io.WriteString(p.to, "\r"+text+strings.Repeat(" ", max(p.shown-width, 0)))
	p.shown = width
	if p.unwatch == nil {
		p.unwatch = beforeSignal(p.end, endBy)
	}
}

func (p *progress) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.over {
		return
	}
	p.over = true
	p.timer.Stop()
	if p.shown > 0 {
		_, _ = io.WriteString(p.to, "\r"+strings.Repeat(" ", p.shown+len(interruptEcho))+"\r")
	}
	if p.unwatch != nil {
		p.unwatch()
	}
}

// interruptEcho is what a terminal writes at the cursor when the interrupt key is
// pressed.
const interruptEcho = "^C"

// byteCounter counts the bytes that pass through a reader or a writer.
type byteCounter struct {
	from  io.Reader
	to    io.Writer
	first func() // called before the first byte is written, unless nil
	bytes atomic.Int64
}

func (t *byteCounter) Read(p []byte) (int, error) {
	n, err := t.from.Read(p)
	t.bytes.Add(int64(n))
	return n, err
}

func (t *byteCounter) Write(p []byte) (int, error) {
	if t.first != nil {
		t.first()
		t.first = nil
	}
	n, err := t.to.Write(p)
	t.bytes.Add(int64(n))
	return n, err
}

// soFar returns how many bytes have passed, to be put after other words, or "" if
// there are none.
func soFar(bytes *atomic.Int64) string {
	if n := bytes.Load(); n > 0 {
		return ", " + size(n)
	}
	return ""
}

// size returns a number of bytes in words.
func size(bytes int64) string {
	const kilo, mega = 1_000, 1_000_000
	switch {
	case bytes < kilo:
		return fmt.Sprintf("%d bytes", bytes)
	case bytes < mega:
		return fmt.Sprintf("%d kB", bytes/kilo)
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/mega)
}

// reading returns the text of the progress line while a file is read.
func reading(name string) func() string {
	name = clean.Line(name)
	return func() string { return "reading " + name }
}
