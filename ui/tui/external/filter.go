package external

import (
	"bytes"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"time"
)

// Limits limit a program that converts one format to another.
type Limits struct {
	Time   time.Duration
	Output int // bytes
}

// The reasons to stop such a program.
var (
	errTooSlow    = errors.New("it took too long")
	errMuchOutput = errors.New("it wrote too much")
)

// Filter runs a program with input as its standard input, and returns its
// output. The program runs without a shell and without the terminal, and is
// killed when it exceeds the limits. The error has the beginning of what it
// wrote to standard error.
func Filter(argv []string, input []byte, limits Limits) ([]byte, error) {
	cmd := exec.Command(argv[0], argv[1:]...)
	detach(cmd)
	out := &limited{left: limits.Output, stop: func() { kill(cmd) }}
	const mostSaid = 1000
	said := &limited{left: mostSaid}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(input), out, said
	cmd.WaitDelay = time.Second // for a child of it that keeps the pipes open
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("running %s: %w", programName(argv[0]), err)
	}
	slow := make(chan struct{})
	timer := time.AfterFunc(limits.Time, func() {
		close(slow)
		kill(cmd)
	})
	err := cmd.Wait()
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
