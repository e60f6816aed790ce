//go:build unix

package cli

import (
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestFaultFileChanges saves while the reader is open: mistakes, changes without
// end, a pipe in the file's place.
func TestFaultFileChanges(t *testing.T) {
	t.Parallel()
	path := file(t, "x.yaml", small)
	s := start(t, launch{args: []string{path}})
	s.expectAgain("The harbour bridge", 1)
	save := func(title string) { writeFile(t, path, strings.Replace(small, "The harbour bridge", title, 1)) }

	began := time.Now()
	save("ᚠᚢᚦᚨᚱᚲ")
	s.expectAgain("ᚠᚢᚦᚨᚱᚲ", 1)
	t.Logf("shown %v after the save", time.Since(began).Round(time.Millisecond))
	for i := range 200 {
		save(fmt.Sprint("version ", i))
	}
	save("ꙀꙂꙄ")
	s.expectAgain("ꙀꙂꙄ", 1)
	writeFile(t, path, small[:40]+"\x1b]0;owned\x07: [")
	s.expectAgain(" ! ", 1)
	must(t, os.Remove(path))
	s.expectAgain("the file is gone", 1)
	must(t, syscall.Mkfifo(path, 0o600))
	s.expectAgain("no regular file", 1)
	must(t, os.Remove(path))
	save("ⰀⰁⰂ")
	s.expectAgain("ⰀⰁⰂ", 1)
	s.press("q")
	s.wantExit(0)
	if strings.Contains(s.output(), "]0;owned") {
		t.Error("what the file says of the title has reached the terminal")
	}
}
