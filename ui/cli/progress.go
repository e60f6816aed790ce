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
	// soon is how long work may take before the progress line tells of it.
	soon = 500 * time.Millisecond
	// redraw is how often the line is drawn anew.
	redraw = 200 * time.Millisecond
)

// progress is the line on standard error that says what a command is at, while
// that takes long. It is drawn with carriage returns and spaces alone.
type progress struct {
	to    io.Writer
	cells func() int
	text  func() string
	begun time.Time

	mu    sync.Mutex
	timer *time.Timer
	over  bool
	shown int // cells of the line that stands on the terminal
	// unwatch ends the watch for signals; nil: there is none yet.
	unwatch func()
}

// progress tells, by text, of work that begins now, until end is called: then
// the line is gone. It tells nothing where standard error is no terminal, or
// one that cannot draw a line anew. Nothing else may be written meanwhile.
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

// draw draws the line, where it may be drawn now, and has itself called again.
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
	// The last cell stays free, as a cursor there waits to go to the next line,
	// and so do those of the key that the terminal writes behind the line.
	// Where there is no room the beginning goes: a file is told by the end of
	// its name.
	if over := len(who) + ansi.StringWidth(text) - (cells - 1 - len(interruptEcho)); over > 0 {
		text = ansi.TruncateLeft(text, over+1, "…")
	}
	text = who + text
	width := ansi.StringWidth(text)
	_, _ = io.WriteString(p.to, "\r"+text+strings.Repeat(" ", max(p.shown-width, 0)))
	p.shown = width
	if p.unwatch == nil {
		p.unwatch = beforeSignal(p.end)
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

// interruptEcho is what a terminal writes of the key that interrupts, where the
// cursor stands.
const interruptEcho = "^C"

// byteCounter counts the bytes that go through a reader or a writer.
type byteCounter struct {
	from  io.Reader
	to    io.Writer
	first func() // called before the first byte is written; nil: nothing is
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

// soFar says how many bytes have gone through, behind other words.
func soFar(bytes *atomic.Int64) string {
	if n := bytes.Load(); n > 0 {
		return ", " + size(n)
	}
	return ""
}

// size is a number of bytes in words.
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

// reading says that a file is read.
func reading(name string) func() string {
	name = clean.Line(name)
	return func() string { return "reading " + name }
}
