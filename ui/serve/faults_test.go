//go:build unix

package serve_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"
)

// TestEnds ends sessions in all ways: each ends alone, with a sentence, and with the
// terminal as it was.
func TestEnds(t *testing.T) {
	t.Parallel()
	s := serve(t, briefings(t, "CLEAR"), line(t, 1, "name=a"))
	other := s.open(1, 80, 24)
	other.wants("Number 0")
	reader := func() int {
		for _, pid := range s.readers() {
			return pid
		}
		t.Fatal("there is no reader")
		return 0
	}
	keep := reader()
	for what, signal := range map[string]syscall.Signal{"killed": syscall.SIGKILL, "a fault of the runtime": syscall.SIGABRT, "ended from outside": syscall.SIGTERM} {
		x := s.open(1, 80, 24)
		x.wants("Number 0")
		for _, pid := range s.readers() {
			if pid != keep {
				must(t, syscall.Kill(pid, signal))
			}
		}
		x.wantEnd("the reader has ended unexpectedly; please connect again", 1)
		if t.Failed() {
			t.Fatal(what)
		}
	}

	// A client that goes without a word: its reader ends, and what it wrote is kept.
	x := s.open(1, 80, 24)
	x.wants("Number 0")
	x.press("\r")
	x.wants("Timeline 1")
	x.press("2\raKept\r")
	x.wants("noted; ")
	must(t, x.client.Close())
	until(t, "the reader to end", func() bool { return len(s.readers()) == 1 })
	s.wantLog("the client is gone")
	kept, err := filepath.Glob(filepath.Join(s.folder, "data", "sitrep", "served", "a", "notebook", "*.yaml"))
	must(t, err)
	if text := contents(t, kept); !strings.Contains(text, "Kept") {
		t.Errorf("the notebooks %q say %q", kept, text)
	}

	other.press("\r")
	other.wants("Timeline 1")
	other.press("2")
	other.wants("The bridge")
	s.end()
	other.wantEnd("the server is shut down; goodbye", 1)
}

// TestIdle ends a session in which nothing is typed, and not one in which something is.
func TestIdle(t *testing.T) {
	t.Parallel()
	s := serve(t, briefings(t, "CLEAR"), line(t, 1, ""), "--idle", "2s")
	idle, busy := s.open(1, 80, 24), s.open(1, 80, 24)
	busy.wants("Number 0")
	done := make(chan struct{})
	go func() {
		defer close(done)
		for range 30 {
			_, _ = io.WriteString(busy.keys, "j")
			time.Sleep(100 * time.Millisecond)
		}
	}()
	idle.wantEnd("closed after 2s without a key", 1)
	<-done
	select {
	case err := <-busy.ended:
		t.Errorf("the busy session has ended: %v", err)
	default:
	}
	busy.wantEnd("closed after 2s without a key", 1)
}

// TestResize draws for the size that the client says, as far as that is sensible.
func TestResize(t *testing.T) {
	t.Parallel()
	s := serve(t, briefings(t, "CLEAR"), line(t, 1, ""))
	x := s.open(1, 80, 24)
	x.wants("? help")
	for _, size := range [][2]int{{200, 60}, {40, 12}, {120, 40}} {
		x.mu.Lock()
		x.screen.Resize(size[0], size[1])
		x.mu.Unlock()
		must(t, x.session.WindowChange(size[1], size[0]))
		until(t, fmt.Sprint("the footer in the last line of ", size), func() bool {
			lines := strings.Split(x.shown(), "\n")
			return len(lines) == size[1] && strings.Contains(lines[size[1]-1], "help")
		})
	}
	for _, size := range [][2]int{{1 << 30, 1 << 30}, {1, 1}, {0, 0}, {500, 1 << 20}} {
		must(t, x.session.WindowChange(size[1], size[0]))
	}
	x.mu.Lock()
	x.screen.Resize(80, 24)
	x.mu.Unlock()
	must(t, x.session.WindowChange(24, 80))
	x.press("?")
	x.wants("Keys")
	x.press("\x03")
	x.wantEnd("", 0)
}

// TestHostileClients sends all that a client should not, while another one reads: the
// server stays, and what it holds for them is bounded.
func TestHostileClients(t *testing.T) {
	t.Parallel()
	s := serve(t, briefings(t, "CLEAR"), line(t, 1, "name=good")+"\n"+line(t, 2, "name=bad"))
	good := s.open(1, 80, 24)
	good.wants("Number 0")
	var bad sync.WaitGroup
	for _, attack := range []func(*ssh.Client, *ssh.Session) error{garbage, flood, deaf, channels} {
		client, err := s.login(2)
		must(t, err)
		x, err := client.NewSession()
		must(t, err)
		bad.Go(func() {
			if err := attack(client, x); err != nil {
				t.Error(err)
			}
		})
	}
	for range 20 {
		good.press("?")
		good.wants("Keys ─")
		good.press("\x1b")
		good.wants("Number 0")
	}
	bad.Wait()
	const most = 200_000
	if kb := memory(t, s.cmd.Process.Pid); kb > most && !raced {
		t.Errorf("the server takes %d kB", kb)
	}
	s.end()
	good.wantEnd("the server is shut down; goodbye", 1)
}

// garbage sends requests that are none, a terminal that is none, and many variables.
func garbage(_ *ssh.Client, x *ssh.Session) error {
	for i := range 2000 {
		_ = x.Setenv(fmt.Sprintf("LC_%d", i), strings.Repeat("x", 10_000))
	}
	_, _ = x.SendRequest("pty-req", true, []byte{1, 2, 3})
	_, _ = x.SendRequest("window-change", true, nil)
	_ = x.RequestPty("\x1b]0;x\a../../../etc\x00", 1<<20, 1<<20, nil)
	_, _ = x.SendRequest("pty-req", true, ssh.Marshal(struct {
		Term string
		W, H uint32
	}{"x", 1, 1}))
	_ = x.Shell()
	_ = x.Start("second")
	time.Sleep(500 * time.Millisecond)
	_ = x.Close()
	return nil
}

// flood types megabytes, and goes in the middle.
func flood(client *ssh.Client, x *ssh.Session) error {
	keys, err := x.StdinPipe()
	if err = errors.Join(err, x.RequestPty("xterm", 24, 80, nil), x.Shell()); err != nil {
		return err
	}
	go func() {
		junk := []byte(strings.Repeat("jk\x1b[200~\x1b]52;c;x\x9b31m\xff?/", 1000))
		for range 1000 {
			if _, err := keys.Write(junk); err != nil {
				return
			}
		}
	}()
	time.Sleep(2 * time.Second)
	return client.Close()
}

// deaf has a large screen drawn again and again, and reads nothing of it.
func deaf(_ *ssh.Client, x *ssh.Session) error {
	_, err := x.StdoutPipe()
	keys, other := x.StdinPipe()
	if err = errors.Join(err, other, x.RequestPty("xterm", 200, 500, nil), x.Shell()); err != nil {
		return err
	}
	for range 400 {
		_, _ = keys.Write([]byte("\x0c"))
		time.Sleep(5 * time.Millisecond)
	}
	return nil
}

// channels opens many sessions in one connection.
func channels(client *ssh.Client, _ *ssh.Session) error {
	open := 0
	for range 100 {
		other, err := client.NewSession()
		if err == nil {
			open++
			_ = other.RequestPty("xterm", 24, 80, nil)
		}
	}
	const most = 10
	if open > most {
		return fmt.Errorf("there are %d sessions in one connection", open)
	}
	return nil
}

// contents returns what files hold, one after the other.
func contents(t *testing.T, paths []string) string {
	t.Helper()
	var all strings.Builder
	for _, path := range paths {
		text, err := os.ReadFile(path)
		must(t, err)
		all.Write(text)
	}
	return all.String()
}
