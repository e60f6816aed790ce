package external

import (
	"fmt"
	"os/exec"
	"strings"
	"sync"
)

// Speaker runs a program that speaks what is written to its standard input. It never
// waits for the program, whose output is dropped.
type Speaker struct {
	Argv []string // the program with its arguments

	mu      sync.Mutex
	running *exec.Cmd // the last one, until it has ended or is stopped
	err     error
}

// Say has a text spoken, in place of one that is still being spoken.
func (s *Speaker) Say(text string) {
	s.Stop()
	if text == "" {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err != nil {
		return
	}
	if forbidden.Load() {
		s.err = ErrForbidden
		return
	}
	cmd := exec.Command(s.Argv[0], s.Argv[1:]...)
	detach(cmd)
	cmd.Stdin = strings.NewReader(text)
	if err := cmd.Start(); err != nil {
		s.err = fmt.Errorf("running %s: %w", programName(s.Argv[0]), err)
		return
	}
	s.running = cmd
	go s.wait(cmd)
}

// wait waits for a program, and keeps why it has failed, unless it was stopped.
func (s *Speaker) wait(cmd *exec.Cmd) {
	err := cmd.Wait()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.running != cmd {
		return
	}
	s.running = nil
	if err != nil {
		s.err = fmt.Errorf("running %s: %w", programName(s.Argv[0]), err)
	}
}

// Stop ends what is being spoken.
func (s *Speaker) Stop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if cmd := s.running; cmd != nil {
		s.running = nil
		kill(cmd)
	}
}

// Err returns why nothing can be spoken, or nil.
func (s *Speaker) Err() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.err
}
