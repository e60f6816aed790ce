//go:build unix

package terminal

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// The tests of this file run Bubble Tea without a workaround of ours. One that
// fails says that Bubble Tea does it right by now: the workaround can go, and the
// test with it.

// bare is a model without a program of ours.
type bare struct{ panics bool }

func (bare) Init() tea.Cmd { return nil }

func (m bare) Update(tea.Msg) (tea.Model, tea.Cmd) {
	if m.panics {
		panic("raw \x1b]0;title\x07")
	}
	return m, nil
}

func (bare) View() tea.View {
	v := tea.NewView("text")
	v.AltScreen = true
	return v
}

// running starts a bare program. With one frame a second it draws nothing by
// itself. The function returned waits for its end.
func running(t *testing.T, in io.Reader, out io.Writer) (p *tea.Program, wait func()) {
	p = tea.NewProgram(bare{}, tea.WithInput(in), tea.WithOutput(out), tea.WithoutSignalHandler(), tea.WithFPS(1))
	done := make(chan error)
	go func() {
		_, err := p.Run()
		done <- err
	}()
	p.Send(nil) // returns once it runs
	return p, func() {
		if err := <-done; err != nil && !errors.Is(err, tea.ErrProgramKilled) {
			t.Error(err)
		}
	}
}

// TestReadersStayOpen gives the terminal back and takes it again: see keyboard.
func TestReadersStayOpen(t *testing.T) {
	in, keys, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _, _ = in.Close(), keys.Close() }()
	p, wait := running(t, in, io.Discard)
	const times = 5
	before := descriptors(t)
	for range times {
		if err := errors.Join(p.ReleaseTerminal(), p.RestoreTerminal()); err != nil {
			t.Fatal(err)
		}
	}
	if after := descriptors(t); after < before+times {
		t.Errorf("%d descriptors are open, %d were before: keyboard can be a file with a name", after, before)
	}
	p.Quit() // Kill closes the input while it is still being read
	wait()
}

// descriptors returns how many files this process has open.
func descriptors(t *testing.T) int {
	t.Helper()
	open, err := filepath.Glob("/proc/self/fd/*")
	if err != nil || len(open) == 0 {
		t.Skip("the system does not say what is open")
	}
	return len(open)
}

// TestModesAreTurnedOffBeforeOn takes the terminal and ends at once: see
// keyModes. A frame that is drawn in between puts it right, so it is tried some
// times.
func TestModesAreTurnedOffBeforeOn(t *testing.T) {
	for range 10 {
		var out bytes.Buffer
		p, wait := running(t, strings.NewReader(""), &out)
		if err := p.ReleaseTerminal(); err != nil {
			t.Fatal(err)
		}
		before := out.Len()
		if err := p.RestoreTerminal(); err != nil {
			t.Fatal(err)
		}
		p.Kill()
		wait()
		var modes keyModes
		if modes.note(out.Bytes()[before:]); modes.left() != "" {
			return
		}
	}
	t.Error("no mode of the keyboard is left on: output need not keep account of them")
}

// TestPanicsArePrintedRaw panics: see program.
func TestPanicsArePrintedRaw(t *testing.T) {
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	stderr := os.Stderr
	os.Stderr = write
	_, ended := tea.NewProgram(bare{panics: true}, tea.WithInput(strings.NewReader("j")), tea.WithOutput(io.Discard), tea.WithoutSignalHandler()).Run()
	os.Stderr = stderr
	if err := write.Close(); err != nil {
		t.Fatal(err)
	}
	said, err := io.ReadAll(read)
	if err != nil {
		t.Fatal(err)
	}
	if !errors.Is(ended, tea.ErrProgramPanic) || !bytes.Contains(said, []byte("\x1b]0;title\x07")) {
		t.Errorf("%v, with %q on standard error: program need not recover", ended, said)
	}
}

// TestAnswersAreTakenForKeys has Bubble Tea read whole answers: see inputFilter.
func TestAnswersAreTakenForKeys(t *testing.T) {
	taken := 0
	for _, answer := range []string{"\x1b[1$2y", "\x1b]lone “word”\a"} {
		if keys := keysOf(t, strings.NewReader(answer+"k\x03")); len(keys) > 1 {
			taken++
		}
	}
	if taken == 0 {
		t.Error("no answer is taken for keys: inputFilter need not drop any")
	}
}
