//go:build unix

package cli

import (
	"os"
	"path/filepath"
	"testing"
)

// TestBrokenFileIsMended opens a file that is no briefing. The briefing is there
// once the file is mended on disk.
func TestBrokenFileIsMended(t *testing.T) {
	const good = "format: briefing/1\nid: harbour\ntitle: Harbour strike\nas_of: 2024-06-12\n"
	path := filepath.Join(t.TempDir(), "a.yaml")
	write := func(text string) {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(good + "gaps: [\"unclosed\n")
	s := start(t, launch{args: []string{path}, w: 120, h: 40})
	s.expectAgain("edit at the line", 1)
	write(good)
	s.expectAgain("Harbour strike", 1)
	s.press("q")
	s.wantExit(0)
}
