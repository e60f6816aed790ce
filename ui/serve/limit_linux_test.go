package serve_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestMemoryLimit opens a briefing that needs more memory than a session may take: its
// reader ends alone, with a sentence, and the log has no more than that.
func TestMemoryLimit(t *testing.T) {
	if raced {
		t.Skip("the race detector takes more than any limit")
	}
	t.Parallel()
	folder := briefings(t, "CLEAR")
	var big strings.Builder
	big.WriteString("format: briefing/1\nid: big\ntitle: The big one\nas_of: 2020-01-01\ntlp: CLEAR\nevents:\n")
	for n := range 120_000 {
		fmt.Fprintf(&big, "- {id: e%d, title: Event %d, when: 2020, summary: '%s'}\n", n, n, strings.Repeat("words and ", 25))
	}
	must(t, os.WriteFile(filepath.Join(folder, "big.yaml"), []byte(big.String()), 0o600))
	s := serve(t, folder, line(t, 1, "name=a"), "--max-memory", "64")
	x, other := s.open(1, 80, 24), s.open(1, 80, 24)
	x.wants("The big one")
	other.wants("The big one")
	x.press("G\r")
	x.wantEnd("the reader has ended: it needed more than 64 MB of memory", 1)
	if log := s.log(); strings.Contains(log, "goroutine") {
		t.Errorf("the log is %s", log)
	}
	other.press("\r")
	other.wants("Timeline 1")

	free := serve(t, folder, line(t, 1, "name=a"), "--max-memory", "0")
	y := free.open(1, 80, 24)
	y.wants("The big one")
	y.press("G\r")
	y.wants("Timeline 120000")
}
