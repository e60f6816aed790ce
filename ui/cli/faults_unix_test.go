//go:build unix

package cli

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"sitrep/briefing/file"
	"sitrep/data"
	"sitrep/ui/tui"
	"sitrep/ui/tui/terminal"
)

func TestFaultSignals(t *testing.T) {
	for sig, code := range map[syscall.Signal]int{
		syscall.SIGINT: 130, syscall.SIGTERM: 143, syscall.SIGHUP: 129, syscall.SIGQUIT: 131,
	} {
		t.Run(sig.String(), func(t *testing.T) {
			t.Parallel()
			s := start(t, launch{})
			s.expectScreen()
			s.kill(sig)
			s.wantExit(code)
		})
	}
}

func TestFaultKeysThatEnd(t *testing.T) {
	for name, keys := range map[string]string{"q": "q", "ctrl-c": "\x03", "ctrl-c in a dialog": "?\x03"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := start(t, launch{})
			s.expectScreen()
			s.press(keys)
			s.wantExit(0)
		})
	}
}

// jobScript is a shell that runs the program, prints its status when it stops,
// waits for a line from the terminal, and continues it in the foreground.
const jobScript = `"$@"; echo "stopped $?"; read x; fg >/dev/null; exit $?`

// TestFaultStopAndContinue stops the program in every possible way, tests the
// terminal that the shell gets, and continues.
func TestFaultStopAndContinue(t *testing.T) {
	for name, stop := range map[string]func(*session, int){
		"ctrl-z":     func(s *session, _ int) { s.press("\x1a") },
		"typing":     func(s *session, _ int) { s.press("/words\x1a") },
		"kill -TSTP": func(s *session, pid int) { s.must(syscall.Kill(pid, syscall.SIGTSTP)) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := start(t, launch{shell: jobScript})
			s.expectScreen()
			stop(s, s.foreground())
			s.expectAgain("stopped 1", 1)
			s.wantTerminal()
			s.press("\n")
			s.expectAgain("\x1b[?1049h", 2)
			s.expectAgain("help", 2)
			s.press("\x03")
			s.wantExit(0)
		})
	}
}

// TestFaultStoppedFromOutside stops the program with the signal that cannot be
// caught. The shell gets the terminal unchanged, and the program sets it up
// again when it continues.
func TestFaultStoppedFromOutside(t *testing.T) {
	t.Parallel()
	s := start(t, launch{shell: `"$@"; stty sane; echo "stopped $?"; read x; fg >/dev/null; exit $?`})
	s.expectScreen()
	s.must(syscall.Kill(s.foreground(), syscall.SIGSTOP))
	s.expectAgain("stopped", 1)
	s.press("\n")
	s.expectAgain("\x1b[?1049h", 2)
	s.expectAgain("help", 2)
	s.press("q")
	if code := s.exit(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

// TestFaultNobodyToWakeIt tests that the program does not stop without a shell
// that could continue it.
func TestFaultNobodyToWakeIt(t *testing.T) {
	t.Parallel()
	s := start(t, launch{})
	s.expectScreen()
	s.kill(syscall.SIGTSTP)
	s.press("\x1a")
	s.expectAgain("no shell", 1)
	s.press("q")
	s.wantExit(0)
}

func TestFaultHangup(t *testing.T) {
	for name, l := range map[string]launch{
		"alone":          {},
		"under a shell":  {shell: `"$@"`},
		"hangup ignored": {shell: `trap "" HUP; "$@"`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := start(t, l)
			s.expectScreen()
			group := s.foreground()
			hung := time.Now()
			s.must(s.master.Close())
			s.must(s.tty.Close())
			if code := s.exit(); l.shell == "" && code != 129 {
				t.Errorf("exit code %d", code)
			}
			for alive(group) {
				if time.Since(hung) > patience {
					t.Fatal("the program goes on")
				}
				time.Sleep(time.Millisecond)
			}
			t.Logf("ended %v after the hangup", time.Since(hung).Round(time.Millisecond))
		})
	}
}

// alive reports whether the first process of a group is running. A process that
// has ended can remain until it is waited for.
func alive(group int) bool {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", group))
	if err == nil && bytes.Contains(stat, []byte(") Z ")) {
		return false
	}
	return syscall.Kill(-group, 0) == nil
}

// TestFaultInputIsNoTerminal tests that keys come from the terminal even if
// standard input is something else.
func TestFaultInputIsNoTerminal(t *testing.T) {
	null, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = null.Close() }()
	t.Run("null", func(t *testing.T) {
		s := start(t, launch{stdin: null})
		s.expectScreen()
		s.press("?")
		s.expectAgain("esc closes", 1)
		s.press("\x03")
		s.wantExit(0)
	})
	t.Run("pipe", func(t *testing.T) {
		s := start(t, launch{stdin: piped(t, small), args: []string{"-"}})
		s.expectAgain("The harbour bridge", 1)
		s.press("q")
		s.wantExit(0)
	})
	t.Run("no terminal of its own", func(t *testing.T) {
		s := start(t, launch{stdin: null, orphan: true})
		s.expectAgain("sitrep export writes the briefing as text", 1)
		s.wantExit(1)
	})
}

// piped returns a pipe with a text in it.
func piped(t *testing.T, text string) *os.File {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.WriteString(text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = r.Close() })
	return r
}

// TestFaultTerminalsThatCannotDraw tests that such terminals get the text.
func TestFaultTerminalsThatCannotDraw(t *testing.T) {
	for _, kind := range []string{"dumb", ""} {
		t.Run("TERM="+kind, func(t *testing.T) {
			t.Parallel()
			s := start(t, launch{env: []string{"TERM=" + kind}})
			s.expectAgain("LEGEND", 1)
			s.wantExit(0)
			withoutEscapes(t, s.output())
		})
	}
}

// TestFaultResizeStorm changes the size of the window rapidly.
func TestFaultResizeStorm(t *testing.T) {
	t.Parallel()
	s := start(t, launch{})
	s.expectScreen()
	for i := range 200 {
		s.resize(i*61%220, i*37%90)
		s.press([]string{"j", "2", "\r", "\x1b[A", "4"}[i%5])
	}
	s.resize(80, 24)
	s.press("\x03")
	s.wantExit(0)
}

// rudeError is an error that panics when asked for its text.
type rudeError struct{}

func (rudeError) Error() string { panic("no\x1b]0;way\x07 \x9b31m\u202e") }

// crash runs the reader with a reload that panics, in a command or, with its
// error, in the App itself, or so that it panics when a large file is read.
func crash(args []string) int {
	doc, err := file.Parse(data.Briefing, data.Name, nil)
	if err != nil {
		return exitUsage
	}
	load := func() (*file.Document, error) { panic(rudeError{}.Error()) }
	if args[0] == "update" {
		load = func() (*file.Document, error) { return nil, rudeError{} }
	}
	var o tui.Options
	o.File.Load = load
	err = terminal.Run(func() terminal.Model {
		if args[0] == "loading" {
			return tui.NewLoading(o, "1 MB")
		}
		return tui.New(doc, o)
	}, os.Environ())
	report(newSink(os.Stderr), err)
	return exitCode(err)
}

func TestFaultPanics(t *testing.T) {
	for _, where := range []string{"command", "update", "loading"} {
		t.Run(where, func(t *testing.T) {
			t.Parallel()
			s := start(t, launch{args: []string{where}, env: []string{asProgram + "=panic"}})
			if where != "loading" {
				s.expectScreen()
				s.press("r")
			}
			s.wantExit(1)
			s.expectAgain("goroutine", 1)
			_, said, _ := strings.Cut(s.output(), "\x1b[?1049l")
			_, said, found := strings.Cut(said, "sitrep: ")
			if !found || !strings.HasPrefix(said, "internal error: no\ufffd]0;way\ufffd") || !strings.Contains(said, "goroutine") {
				t.Errorf("it says %q", said)
			}
			withoutEscapes(t, said)
		})
	}
}

// TestFaultOutputFails runs the program without a terminal.
func TestFaultOutputFails(t *testing.T) {
	run := func(out *os.File, args ...string) (code int, said string) {
		var errs bytes.Buffer
		c := exec.Command(os.Args[0], append([]string{"-test.run=^TestProgram$", "--"}, args...)...)
		c.Env = append(os.Environ(), asProgram+"=1")
		c.Stdout, c.Stderr = out, &errs
		_ = c.Run() // the exit code is tested
		if status := c.ProcessState.Sys().(syscall.WaitStatus); status.Signaled() {
			return 128 + int(status.Signal()), errs.String()
		}
		return c.ProcessState.ExitCode(), errs.String()
	}
	t.Run("full", func(t *testing.T) {
		full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
		if err != nil {
			t.Skip("no /dev/full here")
		}
		defer func() { _ = full.Close() }()
		for _, args := range [][]string{{}, {"export", "-f", "json"}, {"show", "nato"}, {"--version"}, {"--help"}, {"check", tempFile(t, "x.yaml", "format: briefing/1\n")}} {
			if code, said := run(full, args...); code != 1 || !strings.Contains(said, "no space left") || strings.Count(said, "\n") > 2 {
				t.Errorf("%v: exit code %d, %q", args, code, said)
			}
		}
	})
	t.Run("closed pipe", func(t *testing.T) {
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = w.Close() }()
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
		if code, said := run(w); code != exitPipe || said != "" {
			t.Errorf("exit code %d, %q", code, said)
		}
	})
}
