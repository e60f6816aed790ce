package tui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// framesPerSecond halves what the frame tick adds to a key press.
const framesPerSecond = 120

// grace is how long the program may take to give the terminal back once a
// signal has asked it to end: a terminal that takes no more output would keep
// it for ever.
const grace = 2 * time.Second

// Run shows the reader that open makes on the terminal until it is quit. What
// ended it from outside is its error: a [Signalled] or a [*Crash].
//
// The reader is made while Bubble Tea waits for the time of its first frame, so
// that what it takes to make one of a small briefing takes no time.
func Run(open func() *App, options ...tea.ProgramOption) error {
	keys, err := openKeyboard()
	if err != nil {
		return fmt.Errorf("finding a keyboard: %w", err)
	}
	ctx, end := context.WithCancelCause(context.Background())
	defer end(nil)
	out := newCurtain(ctx, os.Stdout)
	t := newTerminal(out, keys)
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
	p := tea.NewProgram(&program{open: open, out: out, terminal: t, end: end}, options...)

	stopListening := t.listen(p, end)
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
