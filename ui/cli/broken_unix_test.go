//go:build unix

package cli

import (
	"os"
	"path/filepath"
	"testing"
)

const mendedFile = "format: briefing/1\nid: harbour\ntitle: Harbour strike\nas_of: 2024-06-12\n"

// TestBrokenFileIsMended opens a file that is not a briefing, and tests that
// the briefing is shown once the file is mended on disk.
func TestBrokenFileIsMended(t *testing.T) {
	t.Parallel()
	path := tempFile(t, "a.yaml", mendedFile+"gaps: [\"unclosed\n")
	s := start(t, launch{args: []string{path}, w: 120, h: 40})
	s.expectAgain("edit at the line", 1)
	if err := os.WriteFile(path, []byte(mendedFile), 0o600); err != nil {
		t.Fatal(err)
	}
	s.expectAgain("Harbour strike", 1)
	s.press("q")
	s.wantExit(exitFine)
}

// mender is an editor that prints the line where it should begin, waits for a
// line of keys, and removes the last line of the file.
const mender = `#!/bin/sh
echo "EDITOR $1 waits"
read keys
sed '$d' "$2" > "$2.new" && mv "$2.new" "$2"
`

// TestBrokenFileOfAFolderIsMended goes from the list to a file that is not a
// briefing, to the editor, to the briefing, and back to the list.
func TestBrokenFileOfAFolderIsMended(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for name, text := range map[string]string{"a.yaml": small, "b.yaml": mendedFile + "gaps: [\"unclosed\n"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	vi := filepath.Join(t.TempDir(), "vi")
	if err := os.WriteFile(vi, []byte(mender), 0o700); err != nil {
		t.Fatal(err)
	}
	s := start(t, launch{args: []string{folder}, env: []string{"VISUAL=", "EDITOR=" + vi}, w: 120, h: 40})
	s.expectAgain("cannot be read: ", 1)
	s.press("j")
	s.expectAgain("shows where", 1)
	s.press("\r")
	s.expectAgain("edit at the line", 1)
	s.press("q")
	s.expectAgain("shows where", 2)
	s.press("\r")
	s.expectAgain("edit at the line", 2)
	s.press("e")
	s.expectAgain("EDITOR +5 waits", 1)
	s.press("go on\r")
	s.expectAgain("Harbour strike", 1)
	s.press("qq")
	s.wantExit(exitFine)
}
