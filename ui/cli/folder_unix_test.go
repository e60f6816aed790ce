//go:build unix

package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestFolderIsWatched shows files of the folder that are written, without a key.
func TestFolderIsWatched(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	write := func(name, title string) {
		text := strings.Replace(small, "The harbour bridge", title, 1)
		must(t, os.WriteFile(filepath.Join(folder, name), []byte(strings.Replace(text, "id: ", "id: "+name, 1)), 0o600))
	}
	write("a.yaml", "Bridge closed")
	s := start(t, launch{args: []string{folder}, w: 80, h: 24})
	s.expectAgain("Bridge closed", 1)
	write("b.yaml", "Dockers march")
	s.expectAgain("Dockers march", 1)
	write("a.yaml", "Port quiet")
	s.expectAgain("Port quiet", 1)
	s.press("q")
	s.wantExit(exitFine)
}
