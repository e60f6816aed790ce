//go:build unix

package external

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// eventually waits until something is so.
func eventually(t *testing.T, what string, so func() bool) {
	t.Helper()
	for range 3000 {
		if so() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal(what)
}

func TestSpeaker(t *testing.T) {
	path := filepath.Join(t.TempDir(), "said")
	s := Speaker{Argv: []string{"sh", "-c", `cat >> "$0"; echo end >> "$0"`, path}}
	said := func() string {
		text, _ := os.ReadFile(path) // it may not be there yet
		return string(text)
	}
	s.Say("")
	s.Say("one; $(two)\n")
	eventually(t, "nothing is spoken", func() bool { return said() == "one; $(two)\nend\n" })
	eventually(t, "it is not known that it has ended", func() bool {
		s.mu.Lock()
		defer s.mu.Unlock()
		return s.running == nil
	})
	if err := s.Err(); err != nil {
		t.Error(err)
	}
}

// TestSpeakerStops ends what is being spoken, and does not wait for it.
func TestSpeakerStops(t *testing.T) {
	s := Speaker{Argv: []string{"sleep", "1000"}}
	s.Say(strings.Repeat("x", 1<<20)) // more than a pipe holds
	first := s.running.Process.Pid
	s.Say("again")
	s.Stop()
	eventually(t, "it goes on", func() bool { return syscall.Kill(first, 0) != nil }) // it has been waited for
	if err := s.Err(); err != nil {
		t.Errorf("that it was stopped is an error: %v", err)
	}
}

func TestSpeakerFails(t *testing.T) {
	s := Speaker{Argv: []string{"no-such-program-at-all"}}
	s.Say("one")
	if err := s.Err(); err == nil || !strings.Contains(err.Error(), "running no-such-program-at-all") {
		t.Error(err)
	}
	s = Speaker{Argv: []string{"false"}}
	s.Say("one")
	eventually(t, "that it fails is not known", func() bool { return s.Err() != nil })
	s.Say("two")
	if s.running != nil {
		t.Error("it is run again")
	}
}
