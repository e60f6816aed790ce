//go:build unix

package cli

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// slow is a program that reads standard input, which comes slowly.
type slow struct {
	t        *testing.T
	cmd      *exec.Cmd
	in       io.WriteCloser
	out      bytes.Buffer
	terminal *session // standard error, or nil if that is a pipe
	err      bytes.Buffer
}

// startSlow starts it. Standard output is a pipe or the terminal of standard
// error.
func startSlow(t *testing.T, env string, errTerminal, outTerminal bool, args ...string) *slow {
	t.Helper()
	p := &slow{t: t}
	p.cmd = exec.Command(os.Args[0], append([]string{"-test.run=^TestProgram$", "--"}, args...)...)
	p.cmd.Env = append(os.Environ(), "TERM=xterm", asProgram+"=1", env)
	p.cmd.Stdout, p.cmd.Stderr = &p.out, &p.err
	if errTerminal {
		master, tty, err := pty.Open()
		if err != nil {
			t.Skipf("no terminal to be had: %v", err)
		}
		p.terminal = &session{t: t, cmd: p.cmd, tty: tty}
		p.terminal.news = sync.NewCond(&p.terminal.mu)
		p.terminal.master, err = closable(master)
		p.terminal.must(err)
		p.terminal.resize(80, 24)
		p.cmd.Stderr = tty
		if outTerminal {
			p.cmd.Stdout = tty
		}
		go p.terminal.read()
		t.Cleanup(func() { _ = master.Close(); _ = tty.Close() })
	}
	in, err := p.cmd.StdinPipe()
	if err == nil {
		err = p.cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	p.in = in
	p.write(small[:100])
	return p
}

func (p *slow) write(text string) {
	p.t.Helper()
	if _, err := io.WriteString(p.in, text); err != nil {
		p.t.Fatal(err)
	}
}

// finish sends the rest and waits for the end.
func (p *slow) finish() {
	p.t.Helper()
	p.write(small[100:])
	if err := p.in.Close(); err != nil {
		p.t.Fatal(err)
	}
	if err := p.cmd.Wait(); err != nil {
		p.t.Fatalf("%v\n%s%s", err, p.out.String(), p.err.String())
	}
}

// drawn returns what a terminal shows after the output: lines, without what was
// overwritten.
func drawn(out string) string {
	var lines []string
	for line := range strings.SplitSeq(strings.ReplaceAll(out, "\r\n", "\n"), "\n") {
		var cells []rune
		for part := range strings.SplitSeq(line, "\r") {
			for i, r := range []rune(part) {
				cells = append(cells[:i], append([]rune{r}, cells[min(i+1, len(cells)):]...)...)
			}
		}
		lines = append(lines, strings.TrimRight(string(cells), " "))
	}
	return strings.Join(lines, "\n")
}

// TestProgress tests that a line appears while input comes slowly, and is
// removed afterwards.
func TestProgress(t *testing.T) {
	for _, test := range []struct {
		name, says, writes string
		args               []string
	}{
		{"export", "sitrep: reading standard input, 100 bytes, ", "Port office", []string{"export", "-"}},
		{"show", "sitrep: reading standard input, 100 bytes, ", "Port office", []string{"show", "-", "port"}},
		{"check", "sitrep: checking standard input, ", "in 1 file", []string{"check", "-"}},
		{"reader", "sitrep: reading standard input, 100 bytes, ", "Port office", []string{"-"}},
	} {
		for _, outTerminal := range []bool{false, true} {
			if outTerminal && test.name == "reader" {
				continue // it would draw its own screen
			}
			t.Run(test.name, func(t *testing.T) {
				t.Parallel()
				p := startSlow(t, "", true, outTerminal, test.args...)
				p.terminal.expectAgain(test.says, 2) // it is drawn again
				p.finish()
				p.terminal.expect("the line to be wiped", func(out []byte) bool {
					return bytes.ContainsAny(out[len(out)-1:], "\r\n") && !strings.Contains(drawn(string(out)), "sitrep: ")
				})
				if outTerminal {
					p.terminal.expectAgain(test.writes, 1)
				}
				withoutEscapes(t, p.terminal.output())
				if strings.Contains(p.out.String(), "sitrep: ") || strings.Contains(p.out.String(), "\r") {
					t.Errorf("standard output has of it:\n%q", p.out.String())
				}
				if !outTerminal && test.name != "check" && !strings.Contains(p.out.String(), test.writes) {
					t.Errorf("standard output is %q", p.out.String())
				}
			})
		}
	}
}

// TestProgressIsWipedByTheEnd tests that a signal ends the program as usual,
// and the line is removed.
func TestProgressIsWipedByTheEnd(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		for _, args := range [][]string{{"export", "-"}, {"check", "-"}, {"-"}} {
			t.Run(sig.String()+" "+args[0], func(t *testing.T) {
				t.Parallel()
				p := startSlow(t, "", true, false, args...)
				p.terminal.expectAgain("standard input, ", 2)
				p.terminal.kill(sig)
				err := p.cmd.Wait()
				status, ok := p.cmd.ProcessState.Sys().(syscall.WaitStatus)
				if !ok || !status.Signaled() || status.Signal() != sig {
					t.Errorf("it ended with %v", err)
				}
				p.terminal.expectWiped()
			})
		}
	}
}

// TestProgressIsWipedByTheKey presses the interrupt key, which the terminal
// echoes after the line, at any width.
func TestProgressIsWipedByTheKey(t *testing.T) {
	for _, w := range []int{minWidth, 30, 80} {
		s, _ := startPiped(t, launch{args: []string{"export", "-"}, w: w, h: 24})
		s.expectAgain("sitrep: ", 2)
		s.press("\x03")
		s.exit()
		if status, ok := s.cmd.ProcessState.Sys().(syscall.WaitStatus); !ok || status.Signal() != syscall.SIGINT {
			t.Errorf("it ended with %v", s.cmd.ProcessState)
		}
		s.expectAgain(interruptEcho, 1)
		s.expectWiped()
		s.wantTerminal()
	}
}

// TestProgressLeavesIgnoredSignals tests that a program told to ignore a signal
// goes on.
func TestProgressLeavesIgnoredSignals(t *testing.T) {
	s, in := startPiped(t, launch{args: []string{"export", "-"}, shell: `trap "" INT; "$@"`})
	s.expectAgain("sitrep: ", 2)
	s.press("\x03")
	s.expectAgain("sitrep: ", 5)
	_, err := in.WriteString(small)
	s.must(err)
	s.must(in.Close())
	s.expectAgain("Port office", 1)
	s.exit()
}

// startPiped starts the program in a terminal, with a pipe as standard input.
func startPiped(t *testing.T, l launch) (*session, *os.File) {
	t.Helper()
	out, in, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	l.stdin = out
	t.Cleanup(func() { _ = out.Close(); _ = in.Close() })
	return start(t, l), in
}

// expectWiped waits until the terminal's last line is empty, with the cursor at
// its start.
func (s *session) expectWiped() {
	s.t.Helper()
	s.expect("the line to be wiped", func(out []byte) bool {
		return bytes.HasSuffix(out, []byte("\r")) && strings.TrimSpace(drawn(string(out))) == ""
	})
}

// TestNoProgress tests that there is no line if standard error is not a
// terminal, or one that cannot overwrite.
func TestNoProgress(t *testing.T) {
	for name, env := range map[string]string{"pipe": "", "dumb": "TERM=dumb", "unknown": "TERM="} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := startSlow(t, env, name != "pipe", false, "export", "-")
			time.Sleep(2 * soon)
			p.finish()
			got := p.err.String()
			if p.terminal != nil {
				got = p.terminal.output()
			}
			if got != "" {
				t.Errorf("standard error has %q", got)
			}
		})
	}
}
