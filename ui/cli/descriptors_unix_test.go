//go:build unix

package cli

import (
	"fmt"
	"os"
	"testing"
	"time"
)

// TestDescriptorsAreKept goes to the editor and to the shell and back
// repeatedly, and tests that no more files are open than before.
func TestDescriptorsAreKept(t *testing.T) {
	const often = 20
	t.Run("editor", func(t *testing.T) {
		t.Parallel()
		env, _ := withTraps(t)
		s := start(t, launch{args: []string{tempFile(t, "b.yaml", small)}, env: env})
		s.expectScreen()
		var before int
		for n := range often + 1 {
			if n == 1 { // once everything it keeps is open
				before = s.descriptors(s.cmd.Process.Pid)
			}
			s.press("e")
			s.expectAgain(alternateOff, n+1)
			s.expectAgain("\x1b[?1049h", n+2)
			s.expectAgain("help", n+2)
		}
		s.wantDescriptors(s.cmd.Process.Pid, before)
		s.press("\x03")
		s.wantExit(exitFine)
	})
	t.Run("suspend", func(t *testing.T) {
		t.Parallel()
		s := start(t, launch{shell: fmt.Sprintf(`"$@"; for i in $(seq %d); do read x; fg >/dev/null; done; exit $?`, often+1)})
		s.expectScreen()
		program := s.foreground()
		var before int
		for n := range often + 1 {
			if n == 1 {
				before = s.descriptors(program)
			}
			s.press("\x1a")
			s.expectAgain(alternateOff, n+1)
			s.press("\n")
			s.expectAgain("\x1b[?1049h", n+2)
			s.expectAgain("help", n+2)
		}
		s.wantDescriptors(program, before)
		s.press("\x03")
		s.wantExit(exitFine)
	})
}

// wantDescriptors waits until a process has no more files open than before: the file
// may just be read again.
func (s *session) wantDescriptors(pid, before int) {
	s.t.Helper()
	after := s.descriptors(pid)
	for end := time.Now().Add(patience); after > before && time.Now().Before(end); after = s.descriptors(pid) {
		time.Sleep(patience / 1000)
	}
	if after > before {
		s.t.Errorf("%d descriptors, %d before", after, before)
	}
}

// descriptors returns the number of open files of a process.
func (s *session) descriptors(pid int) int {
	s.t.Helper()
	open, err := os.ReadDir(fmt.Sprintf("/proc/%d/fd", pid))
	if err != nil {
		s.t.Skipf("the system does not say what a process has open: %v", err)
	}
	return len(open)
}
