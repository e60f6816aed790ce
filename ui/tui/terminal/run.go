package terminal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/term"
)

// grace is how long the program may take to give the terminal back once a
// signal has asked it to end: a terminal that takes no more output would keep
// it for ever.
const grace = 2 * time.Second

// Run shows the Model that open makes on the terminal until it quits, with the
// environment of the terminal. If it was ended from outside or by a panic, the
// error is a [Signalled] or a [*Crash].
//
// Bubble Tea runs the Model and reads the keys. It draws nothing: its renderer
// draws by a clock, which makes a key wait and an idle program wake up.
func Run(open func() Model, env []string) error {
	keys, err := openKeyboard(os.Stdout)
	if err != nil {
		return fmt.Errorf("finding a keyboard: %w", err)
	}
	ctx, end := context.WithCancelCause(context.Background())
	defer end(nil)
	keys.gone = func() { end(hangup) }
	p := newProgram(open, newPainter(os.Stdout, env), keys, end)
	bubbletea := tea.NewProgram(p,
		tea.WithoutRenderer(),
		tea.WithFPS(1),
		tea.WithContext(ctx),
		tea.WithoutSignalHandler(),
		tea.WithInput(nil),
		tea.WithOutput(io.Discard),
		tea.WithEnvironment(env),
		tea.WithColorProfile(p.painter.profile),
	)
	p.stopClock = func() tea.Msg {
		_ = bubbletea.ReleaseTerminal() // it has none
		return nil
	}

	stopListening := p.job.listen(bubbletea, end)
	defer stopListening()
	done := make(chan struct{})
	stopWaiting := context.AfterFunc(ctx, func() { exitAfterGrace(ctx, done, keys) })
	defer stopWaiting()

	if err = keys.raw(); err == nil {
		go send(ctx, keys, env, bubbletea, end)
		_, err = bubbletea.Run()
	}
	keys.pause()
	p.painter.end()
	err = errors.Join(err, keys.restore())
	close(done)
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	if err != nil {
		return fmt.Errorf("showing the briefing: %w", err)
	}
	return nil
}

// terminalSize returns how many cells the terminal has; none if it does not say.
func terminalSize() (size tea.WindowSizeMsg) {
	size.Width, size.Height, _ = term.GetSize(os.Stdout.Fd())
	return size
}

// send sends what is typed, and what the terminal answers, to the program.
func send(ctx context.Context, keys *keyboard, env []string, p sender, end func(error)) {
	events := make(chan uv.Event)
	safego(end, func() {
		defer close(events)
		keys.stream(ctx, uv.Environ(env).Getenv("TERM"), events)
	})
	for e := range events {
		p.Send(e)
	}
}

// exitAfterGrace ends the process when the program has not ended by itself in
// time. The terminal gets back as much as can be given without waiting for it.
func exitAfterGrace(ctx context.Context, done <-chan struct{}, keys *keyboard) {
	select {
	case <-done:
		return
	case <-time.After(grace):
	}
	_ = keys.restore()
	written := make(chan struct{})
	safego(func(error) {}, func() {
		defer close(written)
		_, _ = os.Stdout.WriteString(ModesOff)
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
