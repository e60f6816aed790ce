package external

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"sync"
	"time"
)

// Limits limit a program that makes one text of another.
type Limits struct {
	Time   time.Duration
	Output int // bytes
	// Said gets what the program writes to standard error, instead of the error. It may
	// be nil.
	Said io.Writer
	// Watch is called before the program is started, with a function that kills it and
	// its children, and unwatch when it has ended. It may be nil.
	Watch func(kill func()) (unwatch func())
}

// The reasons to stop such a program.
var (
	errTooSlow    = errors.New("it took too long")
	errMuchOutput = errors.New("it wrote too much")
)

// Filter runs a program with input as its standard input, and returns its
// output. The program runs without a shell and without the terminal, and is
// killed when it exceeds the limits. The error has the beginning of what it
// wrote to standard error, unless that goes elsewhere.
func Filter(argv []string, input []byte, limits Limits) ([]byte, error) {
	if forbidden.Load() {
		return nil, ErrForbidden
	}
	cmd := exec.Command(argv[0], argv[1:]...)
	detach(cmd)
	out := &limited{left: limits.Output, stop: func() { kill(cmd) }}
	var starting sync.Mutex
	starting.Lock()
	const mostSaid = 1000
	said := &limited{left: mostSaid}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(input), out, said
	if limits.Said != nil {
		cmd.Stderr = limits.Said
	}
	cmd.WaitDelay = time.Second // for a child of it that keeps the pipes open
	if limits.Watch != nil {
		defer limits.Watch(func() { killStarted(cmd, &starting) })()
	}
	err := cmd.Start()
	starting.Unlock()
	if err != nil {
		return nil, fmt.Errorf("running %s: %w", programName(argv[0]), err)
	}
	slow := make(chan struct{})
	timer := time.AfterFunc(limits.Time, func() {
		close(slow)
		kill(cmd)
	})
	err = cmd.Wait()
	if !timer.Stop() {
		<-slow
		err = errTooSlow
	}
	if out.over {
		err = errMuchOutput
	}
	if err != nil {
		words := strings.TrimSpace(said.text.String())
		if words != "" {
			words = ": " + words
		}
		return nil, fmt.Errorf("running %s: %w%s", programName(argv[0]), err, words)
	}
	return out.text.Bytes(), nil
}

// killStarted kills a program once it has been started, unless that failed.
func killStarted(cmd *exec.Cmd, starting *sync.Mutex) {
	starting.Lock()
	defer starting.Unlock()
	if cmd.Process != nil {
		kill(cmd)
	}
}

// limited keeps what is written to it, up to a limit. Beyond that it calls
// stop.
type limited struct {
	text bytes.Buffer
	left int
	over bool
	stop func()
}

// Write never returns an error, which would end the program without the reason.
func (l *limited) Write(p []byte) (int, error) {
	n := min(len(p), l.left)
	l.text.Write(p[:n])
	l.left -= n
	if n < len(p) && !l.over {
		if l.over = true; l.stop != nil {
			l.stop()
		}
	}
	return len(p), nil
}
