//go:build unix

package serve

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// process is a reader on a terminal of its own.
type process struct {
	cmd    *exec.Cmd
	screen *os.File // the other side of its terminal
	said   said     // what it writes to standard error
	ended  chan struct{}
}

// start starts a reader, which may take so many bytes of memory; 0 for any.
func start(program string, args, env []string, s size, memory uint64) (*process, error) {
	screen, tty, err := open(s)
	if err != nil {
		return nil, err
	}
	defer func() { _ = tty.Close() }() // the reader has it
	p := &process{cmd: exec.Command(program, args...), screen: screen, ended: make(chan struct{})}
	p.cmd.Env = append(env, "SSH_TTY="+tty.Name())
	p.cmd.Stdin, p.cmd.Stdout, p.cmd.Stderr = tty, tty, &p.said
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	p.cmd.WaitDelay = time.Second
	if err := p.cmd.Start(); err != nil {
		return nil, errors.Join(err, screen.Close())
	}
	go func() {
		_ = p.cmd.Wait() // its state says the same
		close(p.ended)
	}()
	if memory == 0 {
		return p, nil
	}
	if err := limitMemory(p.cmd.Process.Pid, memory); err != nil && !errors.Is(err, unix.ESRCH) {
		p.end(true)
		p.close()
		return nil, fmt.Errorf("limiting its memory: %w", err)
	}
	return p, nil
}

// open opens a terminal of a size, which is raw from the start: what comes before the
// reader is there must not be echoed.
func open(s size) (screen, tty *os.File, err error) {
	other, tty, err := pty.Open()
	if err != nil {
		return nil, nil, err
	}
	// A file that was asked for its descriptor, as pty does, cannot be closed while it is
	// read.
	fd, err := unix.FcntlInt(other.Fd(), unix.F_DUPFD_CLOEXEC, 0)
	if err == nil {
		err = unix.SetNonblock(fd, true)
	}
	if err = errors.Join(err, other.Close()); err == nil {
		screen = os.NewFile(uintptr(fd), other.Name())
		_, err = term.MakeRaw(tty.Fd())
	}
	if err == nil {
		err = resize(screen, s)
	}
	if err != nil {
		return nil, nil, errors.Join(err, tty.Close())
	}
	return screen, tty, nil
}

func resize(screen *os.File, s size) error {
	conn, err := screen.SyscallConn()
	if err != nil {
		return err
	}
	failure := conn.Control(func(fd uintptr) {
		err = unix.IoctlSetWinsize(int(fd), unix.TIOCSWINSZ, &unix.Winsize{Row: uint16(s.rows), Col: uint16(s.columns)})
	})
	return errors.Join(failure, err)
}

func (p *process) resize(s size) error { return resize(p.screen, s) }

// end has the reader end, in good order if it can, and waits for that. hangup says that
// nobody is there to be shown anything any more.
func (p *process) end(hangup bool) {
	signal := unix.SIGTERM
	if hangup {
		signal = unix.SIGHUP
	}
	_ = p.cmd.Process.Signal(signal) // it may have ended
	select {
	case <-p.ended:
	case <-time.After(grace):
		_ = p.cmd.Process.Kill()
		<-p.ended
	}
}

// close closes the terminal.
func (p *process) close() { _ = p.screen.Close() }

// crashed reports whether the reader, which has ended, was ended by something else than
// its user or an error that it has understood.
func (p *process) crashed() bool {
	const most = 1 // 2 is that of the runtime, and -1 that of a signal
	return p.code() < 0 || p.code() > most || strings.Contains(p.said.String(), "internal error")
}

// noMemory is how the runtime says that the system has refused it memory.
var noMemory = []string{"out of memory", "cannot allocate memory", "cannot map pages", "failed to allocate heap arena", "failed to create new OS thread", "pthread_create failed"}

// outOfMemory reports whether a reader that has crashed was refused memory.
func (p *process) outOfMemory() bool {
	text := p.said.String()
	return slices.ContainsFunc(noMemory, func(words string) bool { return strings.Contains(text, words) })
}

func (p *process) code() int { return p.cmd.ProcessState.ExitCode() }

// said is the beginning of what a reader writes to standard error.
type said struct {
	mu   sync.Mutex
	text bytes.Buffer
}

// Write never returns an error: the reader must not wait for it.
func (s *said) Write(p []byte) (int, error) {
	const most = 16 << 10
	s.mu.Lock()
	defer s.mu.Unlock()
	s.text.Write(p[:min(len(p), max(most-s.text.Len(), 0))])
	return len(p), nil
}

func (s *said) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}
