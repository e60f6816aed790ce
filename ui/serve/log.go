package serve

import (
	"fmt"
	"io"
	"sync"
	"time"

	"sitrep/briefing/clean"
)

// logger writes lines that begin with the time.
type logger struct {
	mu sync.Mutex
	to io.Writer
}

// say writes a line, which can have anything in it that a client has sent.
func (l *logger) say(text string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	_, _ = fmt.Fprintf(l.to, "%s %s\n", time.Now().Format(time.RFC3339), clean.Line(text)) // there is no other place to say it
}
