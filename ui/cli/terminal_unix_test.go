//go:build unix

package cli

import (
	"bytes"
	"cmp"
	"errors"
	"flag"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// patience is the limit for waiting in tests. It does not measure speed.
const patience = 2 * time.Minute

// asProgram is the variable that makes the test binary run as sitrep.
const asProgram = "SITREP_TEST_PROGRAM"

// TestProgram is sitrep itself: the other tests run it in terminals. The value
// "panic" of the variable makes it panic on a reload.
func TestProgram(t *testing.T) {
	switch os.Getenv(asProgram) {
	case "":
		t.Skip("it runs as a program of its own")
	case "panic":
		os.Exit(crash(flag.Args()))
	}
	os.Exit(Main(flag.Args(), System()))
}

// session is the program in its own terminal.
type session struct {
	t           *testing.T
	cmd         *exec.Cmd
	master, tty *os.File
	before      *term.State
	ended       chan error
	slow        bool // it accepts little at a time

	mu   sync.Mutex
	news *sync.Cond
	out  []byte // all output
	late bool
}

// launch is how a session starts.
type launch struct {
	args   []string
	env    []string
	stdin  *os.File // nil for the terminal
	shell  string   // a script with job control that runs "$@"
	orphan bool     // the terminal is not the session's own
	unread bool     // the output is not read
	slow   bool     // it accepts 2 kB a second
	w, h   int      // the terminal's size, if not 80 by 24
	size   *[2]int  // the same for a terminal without cells
}

// start runs the program in a new terminal.
func start(t *testing.T, l launch) *session {
	t.Helper()
	master, tty, err := pty.Open()
	if err != nil {
		t.Skipf("no terminal to be had: %v", err)
	}
	s := &session{t: t, tty: tty, slow: l.slow, ended: make(chan error, 1)}
	s.news = sync.NewCond(&s.mu)
	s.master, err = closable(master)
	s.must(err)
	s.resize(cmp.Or(l.w, 80), cmp.Or(l.h, 24))
	if l.size != nil {
		s.resize(l.size[0], l.size[1])
	}
	s.before, err = term.GetState(tty.Fd())
	s.must(err)

	words := append([]string{os.Args[0], "-test.run=^TestProgram$", "--"}, l.args...)
	if l.shell != "" {
		words = append([]string{"sh", "-m", "-c", l.shell, "sh"}, words...)
	}
	s.cmd = exec.Command(words[0], words[1:]...)
	s.cmd.Env = append(append(os.Environ(), "TERM=xterm-256color", asProgram+"=1", "PS1=", "XDG_DATA_HOME="+t.TempDir(), "XDG_STATE_HOME="+t.TempDir()), l.env...)
	s.cmd.Stdin, s.cmd.Stdout, s.cmd.Stderr = tty, tty, tty
	if l.stdin != nil {
		s.cmd.Stdin = l.stdin
	}
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: !l.orphan, Ctty: 1}
	s.must(s.cmd.Start())
	go func() { s.ended <- s.cmd.Wait() }()
	if !l.unread {
		go s.read()
	}
	t.Cleanup(s.close)
	return s
}

// closable returns the file with a descriptor that can be closed during a read,
// which a file cannot after it was asked for its descriptor.
func closable(f *os.File) (*os.File, error) {
	fd, err := unix.FcntlInt(f.Fd(), unix.F_DUPFD_CLOEXEC, 0)
	if err == nil {
		err = errors.Join(f.Close(), unix.SetNonblock(fd, true))
	}
	return os.NewFile(uintptr(fd), f.Name()), err
}

// control calls do with the descriptor of the terminal's other side.
func (s *session) control(do func(fd int) error) {
	s.t.Helper()
	conn, err := s.master.SyscallConn()
	s.must(err)
	s.must(conn.Control(func(fd uintptr) { err = do(int(fd)) }))
	s.must(err)
}

func (s *session) resize(w, h int) {
	s.t.Helper()
	s.control(func(fd int) error {
		return unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Col: uint16(w), Row: uint16(h)})
	})
}

// foreground returns the process group in the terminal's foreground.
func (s *session) foreground() (group int) {
	s.t.Helper()
	s.control(func(fd int) (err error) {
		group, err = unix.IoctlGetInt(fd, unix.TIOCGPGRP)
		return err
	})
	return group
}

func (s *session) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

// read reads the output of the program, slowly for a terminal on a line of
// 19,200 bits a second.
func (s *session) read() {
	buffer := make([]byte, 64<<10)
	if s.slow {
		buffer = buffer[:100]
	}
	for {
		if s.slow {
			time.Sleep(50 * time.Millisecond)
		}
		n, err := s.master.Read(buffer)
		s.mu.Lock()
		s.out = append(s.out, buffer[:n]...)
		s.news.Broadcast()
		s.mu.Unlock()
		if err != nil {
			return
		}
	}
}

func (s *session) close() {
	_ = syscall.Kill(-s.cmd.Process.Pid, syscall.SIGKILL)
	_ = s.master.Close()
	_ = s.tty.Close()
}

// expect waits until the output satisfies a condition.
func (s *session) expect(what string, holds func(out []byte) bool) {
	s.t.Helper()
	timer := time.AfterFunc(patience, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.late = true
		s.news.Broadcast()
	})
	defer timer.Stop()
	s.mu.Lock()
	defer s.mu.Unlock()
	for !holds(s.out) {
		if s.late {
			s.t.Fatalf("waited in vain for %s; what came last:\n%q", what, s.out[max(len(s.out)-2000, 0):])
		}
		s.news.Wait()
	}
}

// expectAgain waits until words have been printed the given number of times.
func (s *session) expectAgain(words string, times int) {
	s.t.Helper()
	s.expect(words, func(out []byte) bool { return bytes.Count(out, []byte(words)) >= times })
}

// askUntil gives a command until words have been printed so many times.
func (s *session) askUntil(command, words string, times int) {
	s.t.Helper()
	for began := time.Now(); strings.Count(s.output(), words) < times && time.Since(began) < patience; time.Sleep(50 * time.Millisecond) {
		s.press(command + "\r")
	}
	s.expectAgain(words, times)
}

// expectScreen waits for the first whole screen, which ends with the way to the
// help.
func (s *session) expectScreen() {
	s.t.Helper()
	s.expectAgain("help", 1)
}

func (s *session) output() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return string(s.out)
}

func (s *session) press(keys string) {
	s.t.Helper()
	_, err := s.master.WriteString(keys)
	s.must(err)
}

func (s *session) kill(sig syscall.Signal) {
	s.t.Helper()
	s.must(s.cmd.Process.Signal(sig))
}

// exit waits for the end of the program and returns its exit code.
func (s *session) exit() int {
	s.t.Helper()
	select {
	case err := <-s.ended:
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			s.t.Fatal(err)
		}
	case <-time.After(patience):
		s.t.Fatalf("it goes on; what came last:\n%q", s.output()[max(len(s.output())-2000, 0):])
	}
	if err := syscall.Kill(-s.cmd.Process.Pid, 0); !errors.Is(err, syscall.ESRCH) {
		s.t.Errorf("a process is left behind: %v", err)
	}
	return s.cmd.ProcessState.ExitCode()
}

// wantExit waits for the end and checks the code and the terminal.
func (s *session) wantExit(code int) {
	s.t.Helper()
	if got := s.exit(); got != code {
		s.t.Errorf("exit code %d, want %d; what came out:\n%q", got, code, s.output())
	}
	s.wantTerminal()
}

// modes are what the program turns on in a terminal besides private modes
// (DECSET), and what turns it off.
var modes = []struct{ name, on, off string }{
	{"kitty keyboard", "\x1b[>1u", "\x1b[<1u"},
	{"other keys", "\x1b[>4;2m", "\x1b[>4m"},
}

// privateMode matches the setting or resetting of a private mode. The modes in
// ordinarily are on in an untouched terminal.
var (
	privateMode = regexp.MustCompile("\x1b\\[\\?([0-9;]+)([hl])")
	ordinarily  = map[string]bool{"7": true, "25": true} // lines wrap, the cursor is visible
)

// left returns the modes that differ from those of an untouched terminal.
func left(out []byte) []string {
	on := map[string]bool{}
	for _, m := range privateMode.FindAllSubmatch(out, -1) {
		for mode := range strings.SplitSeq(string(m[1]), ";") {
			on[mode] = m[2][0] == 'h'
		}
	}
	var list []string
	for mode, is := range on {
		if is != ordinarily[mode] {
			list = append(list, mode)
		}
	}
	for _, m := range modes {
		if bytes.LastIndex(out, []byte(m.on)) > bytes.LastIndex(out, []byte(m.off)) {
			list = append(list, m.name)
		}
	}
	return list
}

// wantSettings tests that the terminal's line settings are restored.
func (s *session) wantSettings() {
	s.t.Helper()
	after, err := term.GetState(s.tty.Fd())
	s.must(err)
	if *after != *s.before {
		s.t.Errorf("the terminal has other settings: %v, not %v", *after, *s.before)
	}
}

// wantTerminal tests that the terminal is restored.
func (s *session) wantTerminal() {
	s.t.Helper()
	s.wantSettings()
	s.expect("the terminal as it was", func(out []byte) bool {
		changed := left(out)
		if s.late {
			s.t.Logf("it is left in the modes %q", changed)
		}
		return len(changed) == 0
	})
}

// tempFile writes a file into a new folder.
func tempFile(t *testing.T, name, text string) string {
	t.Helper()
	path := t.TempDir() + "/" + name
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// small is a briefing in few lines.
const small = `format: briefing/1
id: bridge
title: The harbour bridge
as_of: 2024-06-11
sources:
- {id: ap, title: Bridge closed, kind: article, text: "The bridge is closed. Nobody says why."}
actors:
- {id: port, name: Port office, kind: organization}
events:
- {id: closing, title: The bridge is closed, when: 2024-06-10, actors: [port], evidence: [ap: The bridge is closed.]}
questions:
- id: why
  text: Why is it closed?
  claims:
  - {id: rust, text: It is rusty., positions: [{holder: port, stance: no-comment}]}
`

// withoutEscapes tests that text for a pipe has no escape sequences.
func withoutEscapes(t *testing.T, text string) {
	t.Helper()
	if strings.ContainsAny(text, "\x1b\u009b\x07") {
		t.Errorf("escape codes in %q", text)
	}
}
