//go:build unix

package cli

import (
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestFaultInputFlood sends a flood of keys.
func TestFaultInputFlood(t *testing.T) {
	t.Parallel()
	const size = 60_000
	s := start(t, launch{})
	s.expectScreen()
	began := time.Now()
	s.press(strings.Repeat("jjk2\x1b[B4\x1b[A\x15l\x7f", size/16))
	s.press("\x03")
	s.wantExit(0)
	t.Logf("%d bytes of keys in %v", size, time.Since(began).Round(time.Millisecond))
}

// TestFaultPaste pastes 200 kB wherever text can be typed, and where it cannot.
func TestFaultPaste(t *testing.T) {
	const size = 200_000
	for name, keys := range map[string]string{"a search": "/", "a filter": "F", "the palette": ":", "the list": "2", "the help": "?"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := start(t, launch{})
			s.expectScreen()
			s.press(keys)
			s.press("\x1b[200~" + strings.Repeat("q\x03\x1bword \u202e", size/12) + "\x1b[201~")
			s.press("\x03")
			s.wantExit(0)
		})
	}
}

// TestFaultSlowTerminal reads through a line of 2 kB a second, and tests that
// everything arrives and the program ends when told to.
func TestFaultSlowTerminal(t *testing.T) {
	for name, end := range map[string]func(*session) int{
		"q":       func(s *session) int { s.press("q"); return 0 },
		"SIGTERM": func(s *session) int { s.kill(syscall.SIGTERM); return 143 },
		"ctrl-c":  func(s *session) int { s.press("\x03"); return 0 },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := start(t, launch{slow: true})
			s.expectScreen()
			s.press("jj4jj2")
			s.wantExit(end(s))
		})
	}
}

// openEnds are beginnings of sequences that never end.
var openEnds = map[string]string{
	"CSI":         "\x1b[1;2;3",
	"OSC":         "\x1b]52;c;" + strings.Repeat("QUJD", 50),
	"DCS":         "\x1bP1$r" + strings.Repeat("q", 200),
	"APC":         "\x1b_Gi=1;" + strings.Repeat("x", 200),
	"SOS":         "\x1bXhidden",
	"PM":          "\x1b^hidden",
	"8-bit CSI":   "\x9b1;2",
	"8-bit OSC":   "\x9d0;title",
	"UTF-8":       "\xf0\x9f\x91",
	"ESC":         "\x1b",
	"paste":       "\x1b[200~" + strings.Repeat("pasted ", 20),
	"mouse":       "\x1b[<0;10;1",
	"win32 input": "\x1b[65;30;97;1;0;1",
	"kitty":       "\x1b[97;5",
}

// alternateOff leaves the alternate screen.
const alternateOff = "\x1b[?1049l"

// TestFaultOpenEndedInput sends sequences that never end, and then keys until
// one arrives: the keyboard must not be lost.
func TestFaultOpenEndedInput(t *testing.T) {
	for name, input := range openEnds {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := start(t, launch{})
			s.expectScreen()
			s.press(input)
			rest := 300 * time.Millisecond
			if name == "paste" { // a paste ends when nothing more comes
				rest = 1200 * time.Millisecond
			}
			quit := time.NewTicker(rest)
			defer quit.Stop()
			late := time.After(patience)
			for {
				select {
				case err := <-s.ended:
					s.ended <- err
					s.wantExit(0)
					return
				case <-quit.C:
					// Once the terminal is restored, the key is a signal, which
					// would end the program in its last moments.
					if !strings.Contains(s.output(), alternateOff) {
						_, _ = s.master.WriteString("\x03")
					}
				case <-late:
					t.Fatalf("no key gets through; what came out:\n%q", s.output())
				}
			}
		})
	}
}

// TestFaultStalledTerminal ends the program while its terminal accepts no
// output. It must end and restore the line settings. The sequences that restore
// the screen may get lost.
func TestFaultStalledTerminal(t *testing.T) {
	t.Parallel()
	s := start(t, launch{unread: true})
	s.fill()
	s.kill(syscall.SIGTERM)
	if code := s.exit(); code != 143 {
		t.Errorf("exit code %d", code)
	}
	go s.read()
	s.wantSettings()
}

// fill makes the program draw until its terminal accepts nothing more: until it
// no longer sleeps between the keys.
func (s *session) fill() {
	s.t.Helper()
	for range 400 {
		s.resize(300, 150)
		s.press("2\x0c4\x0c")
		time.Sleep(5 * time.Millisecond)
		if waiting, err := outputWaiting(s); err == nil && waiting {
			return
		}
	}
	s.t.Skip("this terminal takes all that it is given")
}

// outputWaiting reports whether a thread of the program waits for its terminal.
func outputWaiting(s *session) (bool, error) {
	out, err := exec.Command("ps", "-L", "-o", "wchan=", "-p", strconv.Itoa(s.cmd.Process.Pid)).Output()
	return strings.Contains(string(out), "n_tty_write") || strings.Contains(string(out), "wait_woken"), err
}
