//go:build unix

package terminal

import (
	"bytes"
	"errors"
	"io"
	"os"
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
