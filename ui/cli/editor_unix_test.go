//go:build unix

package cli

import (
	"os"
	"path/filepath"
	"testing"
)

// editor is a program that prints the requested line and whether it has a
// terminal, waits for a line of keys, and changes the title of the event. It
// prints a line when it is interrupted.
const editor = `#!/bin/sh
trap 'echo INTERRUPTED' INT
test -t 0 && test -t 1 && echo "EDITOR $1 waits"
while ! read keys || [ -z "$keys" ]; do :; done
sed 's/closed, when/OPEN AGAIN, when/' "$2" > "$2.new" && mv "$2.new" "$2"
`

// withEditor returns an environment in which that program is called vi, whose
// option for a line is known.
func withEditor(t *testing.T) []string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "vi")
	if err := os.WriteFile(path, []byte(editor), 0o700); err != nil {
		t.Fatal(err)
	}
	return []string{"VISUAL=", "EDITOR=" + path}
}

// TestEditorHasTheTerminal goes to the editor and back. The editor gets the
// keys, including the interrupt key, and its changes are shown afterwards.
func TestEditorHasTheTerminal(t *testing.T) {
	t.Parallel()
	s := start(t, launch{args: []string{tempFile(t, "b.yaml", small)}, env: withEditor(t)})
	s.expectScreen()
	s.press("2e")
	s.expectAgain("EDITOR +10 waits", 1)
	s.press("\x03")
	s.askUntil("", "INTERRUPTED", 1) // input right after a signal can be lost, and the editor ignores empty lines
	s.press("go on\r")
	s.expectAgain("OPEN AGAIN", 1)
	s.press("q")
	s.wantExit(exitFine)
}

// TestEditorOfStandardInput edits a copy of a briefing from a pipe, with the
// keys of the terminal.
func TestEditorOfStandardInput(t *testing.T) {
	t.Parallel()
	piped, err := os.Open(tempFile(t, "b.yaml", small))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = piped.Close() }()
	folder := t.TempDir()
	s := start(t, launch{args: []string{"-"}, env: append(withEditor(t), "FOLDER="+folder), stdin: piped, shell: `cd "$FOLDER"; "$@"`})
	s.expectScreen()
	s.press("2e")
	s.expectAgain("This briefing is in no file", 1)
	s.press("\r")
	s.expectAgain("EDITOR +10 waits", 1)
	s.press("go on\r")
	s.expectAgain("OPEN AGAIN", 1)
	s.press("q")
	s.wantExit(exitFine)
	if text, err := os.ReadFile(filepath.Join(folder, "briefing.yaml")); err != nil || len(text) == 0 {
		t.Errorf("the copy: %d bytes, %v", len(text), err)
	}
}

// TestEditorIsStopped stops the editor with ctrl-z, which also stops the
// reader, and continues both from the shell.
func TestEditorIsStopped(t *testing.T) {
	t.Parallel()
	s := start(t, launch{args: []string{tempFile(t, "b.yaml", small)}, env: withEditor(t),
		shell: `"$@"; echo "SHELL $?"; read x; echo AWAKE; fg >/dev/null; exit $?`})
	s.expectScreen()
	s.press("2e")
	s.expectAgain("EDITOR +10 waits", 1)
	s.press("\x1a")
	s.expectAgain("SHELL", 1)
	s.askUntil("", "AWAKE", 1)
	s.press("go on\r")
	s.expectAgain("OPEN AGAIN", 1)
	s.press("q")
	s.wantExit(exitFine)
}
