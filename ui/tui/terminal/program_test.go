package terminal

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// panicking is a Model that panics wherever it is called.
type panicking struct{ Model }

// TestNoPanicGetsPast runs a program whose Model and commands panic: each panic
// ends it in good order, with a clean error.
func TestNoPanicGetsPast(t *testing.T) {
	hostile := func() tea.Msg { panic("\x1b]0;owned\x07\u202e") }
	for name, do := range map[string]func(*program){
		"Init":    func(p *program) { p.Init() },
		"Update":  func(p *program) { p.Update(tea.WindowSizeMsg{Width: 80, Height: 24}) },
		"View":    func(p *program) { p.View() },
		"command": func(p *program) { p.guarded(hostile)() },
		"one command of several": func(p *program) {
			for _, cmd := range p.guarded(func() tea.Msg { return tea.BatchMsg{hostile} })().(tea.BatchMsg) {
				cmd()
			}
		},
		"goroutine": func(p *program) {
			done := make(chan struct{})
			safego(func(err error) { p.end(err); close(done) }, func() { hostile() })
			<-done
		},
	} {
		t.Run(name, func(t *testing.T) {
			var ended error
			do(&program{model: panicking{}, end: func(err error) { ended = err }})
			var crash *Crash
			if !errors.As(ended, &crash) || crash.Stack() == "" {
				t.Fatalf("it has ended with %v", ended)
			}
			if said := crash.Error() + crash.Stack(); strings.ContainsAny(said, "\x1b\x07\u202e") {
				t.Errorf("it says %q", said)
			}
		})
	}
}
