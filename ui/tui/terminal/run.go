package terminal

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// Run shows the Model that open makes on the terminal until it quits. If it was
// ended from outside or by a panic, the error is a [Signalled] or a [*Crash].
//
// The Model is made while Bubble Tea waits for the time of its first frame, so
// that making one of a small briefing delays nothing.
func Run(open func() Model, options ...tea.ProgramOption) error {
	keys, err := openKeyboard()
	if err != nil {
		return fmt.Errorf("finding a keyboard: %w", err)
	}
	ctx, end := context.WithCancelCause(context.Background())
	defer end(nil)
	out := newOutput(ctx, os.Stdout)
	j := newJob(out, keys)
	options = append([]tea.ProgramOption{
		tea.WithFPS(framesPerSecond),
		tea.WithContext(ctx),
		tea.WithoutSignalHandler(),
		tea.WithOutput(out),
	}, options...)
	if keys != nil {
		keys.gone = func() { end(hangup) }
		options = append(options, tea.WithInput(keys))
	}
	p := tea.NewProgram(&program{open: open, out: out, job: j, end: end}, options...)

	stopListening := j.listen(p, end)
	defer stopListening()
	done := make(chan struct{})
	stopWaiting := context.AfterFunc(ctx, func() { exitAfterGrace(ctx, done, keys) })
	defer stopWaiting()

	_, err = p.Run()
	keys.pause()
	out.tidy()
	close(done)
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	if err != nil {
		return fmt.Errorf("showing the briefing: %w", err)
	}
	return nil
}

// exitAfterGrace ends the process when the program has not ended by itself in
// time. The terminal gets back as much as can be given without waiting for it.
func exitAfterGrace(ctx context.Context, done <-chan struct{}, keys *keyboard) {
	select {
	case <-done:
		return
	case <-time.After(grace):
	}
	if keys != nil {
		keys.restore()
	}
	written := make(chan struct{})
	safego(func(error) {}, func() {
		defer close(written)
		_, _ = os.Stdout.WriteString(ansi.ResetModeBracketedPaste + ansi.ResetModeAltScreenSaveCursor + ansi.SetModeTextCursorEnable)
	})
	select {
	case <-written:
	case <-time.After(grace / 20):
	}
	os.Exit(codeOf(context.Cause(ctx)))
}

func codeOf(cause error) int {
	var coded interface{ ExitCode() int }
	if errors.As(cause, &coded) {
		return coded.ExitCode()
	}
	return 1
}
