//go:build unix

package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"
)

// TestFaultEnvironment tests unusual environments: the reader opens, works, and
// restores the terminal.
func TestFaultEnvironment(t *testing.T) {
	for name, l := range map[string]launch{
		"TERM bogus":              {env: []string{"TERM=no-such-terminal"}},
		"TERM hostile":            {env: []string{"TERM=\x1b]0;x\x07\u202e"}},
		"no HOME":                 {env: []string{"HOME="}},
		"HOME missing":            {env: []string{"HOME=/no/such/folder", "XDG_CONFIG_HOME=/dev/null", "XDG_STATE_HOME=/dev/null"}},
		"HOME a device":           {env: []string{"HOME=/dev/null"}},
		"HOME not to write to":    {env: []string{"HOME=/proc/self"}},
		"settings are a folder":   {env: []string{"SITREP_CONFIG=/"}},
		"settings are a device":   {env: []string{"SITREP_CONFIG=/dev/zero"}},
		"settings are not there":  {env: []string{"SITREP_CONFIG=/no\x1b[31m/such"}},
		"theme hostile":           {env: []string{"SITREP_THEME=\x1b]0;x\x07"}},
		"LANG=C":                  {env: []string{"LANG=C", "LC_ALL=C"}},
		"TZ wrong":                {env: []string{"TZ=No/Such"}},
		"no PATH":                 {env: []string{"PATH="}},
		"folder gone":             {shell: `d=$(mktemp -d) && cd "$d" && rmdir "$d" && "$@"`},
		"folder not to write to":  {shell: `cd / && "$@"`},
		"no file may grow":        {shell: `ulimit -f 0; "$@"`},
		"16 files may be open":    {shell: `ulimit -n 16; "$@"`},
		"no core, small stack":    {shell: `ulimit -c 0; ulimit -s 256; "$@"`},
		"standard error closed":   {shell: `"$@" 2>&-`},
		"standard error full":     {shell: `"$@" 2>/dev/full`},
		"standard input closed":   {shell: `"$@" <&-`},
		"standard input a folder": {shell: `"$@" </`},
		"signals ignored":         {shell: `trap "" HUP PIPE USR1; "$@"`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := start(t, l)
			s.expectScreen()
			s.press("2j\r")
			s.expectAgain("Evidence", 1)
			s.press("q")
			s.press("q")
			s.wantExit(0)
			if strings.Contains(s.output(), "\x1b]0;x") {
				t.Error("what the environment says of the title has reached the terminal")
			}
		})
	}
}

// sizes are extreme sizes of terminals, columns and rows.
var sizes = [][2]int{{0, 0}, {1, 1}, {200, 1}, {1, 200}, {20, 5}, {39, 10}, {40, 9}, {0, 24}, {80, 0}}

// TestFaultSizes shrinks the terminal and restores its size.
func TestFaultSizes(t *testing.T) {
	for _, size := range sizes {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			t.Parallel()
			s := start(t, launch{})
			s.expectScreen()
			s.resize(size[0], size[1])
			s.press("2j\r4vj")
			s.resize(120, 40)
			s.press("\x03")
			s.wantExit(0)
		})
	}
}

// TestFaultSizesAtTheStart starts in such a terminal.
func TestFaultSizesAtTheStart(t *testing.T) {
	for _, size := range sizes {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			t.Parallel()
			s := start(t, launch{size: &size})
			s.expectAgain("\x1b[?1049h", 1)
			s.press("2j\r")
			s.resize(80, 24)
			s.expectScreen()
			s.press("\x03")
			s.wantExit(0)
		})
	}
}

// TestFaultSignalsAtTheStart ends the program before, while and after it sets
// the terminal up.
func TestFaultSignalsAtTheStart(t *testing.T) {
	for ms := 0; ms < 60; ms += 6 {
		t.Run(fmt.Sprint(ms, " ms"), func(t *testing.T) {
			t.Parallel()
			s := start(t, launch{})
			time.Sleep(time.Duration(ms) * time.Millisecond)
			s.kill(syscall.SIGTERM)
			s.exit()
			status := s.cmd.ProcessState.Sys().(syscall.WaitStatus)
			if code := status.ExitStatus(); code != 143 && !(status.Signaled() && status.Signal() == syscall.SIGTERM) {
				t.Errorf("exit code %d; what came out:\n%q", code, s.output())
			}
			s.wantTerminal()
		})
	}
}

// TestFaultSignalsThatAreNone sends signals that mean nothing to the reader,
// which must go on.
func TestFaultSignalsThatAreNone(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGPIPE, syscall.SIGUSR1, syscall.SIGUSR2, syscall.SIGALRM, syscall.SIGWINCH, syscall.SIGCHLD, syscall.SIGURG, syscall.SIGIO, syscall.SIGTTIN, syscall.SIGTTOU} {
		t.Run(sig.String(), func(t *testing.T) {
			t.Parallel()
			s := start(t, launch{})
			s.expectScreen()
			s.kill(sig)
			s.press("2j\r")
			s.expectAgain("Evidence", 1)
			s.press("\x03")
			s.wantExit(0)
		})
	}
}

// TestFaultEightAtOnce reads a file eight times at once while it changes.
func TestFaultEightAtOnce(t *testing.T) {
	t.Parallel()
	path := tempFile(t, "x.yaml", small)
	var sessions []*session
	for range 8 {
		sessions = append(sessions, start(t, launch{args: []string{path}}))
	}
	for _, s := range sessions {
		s.expectAgain("The harbour bridge", 1)
	}
	writeFile(t, path, strings.Replace(small, "The harbour bridge", "ᚠᚢᚦᚨᚱᚲ", 1))
	for i, s := range sessions {
		s.expectAgain("ᚠᚢᚦᚨᚱᚲ", 1)
		if i%2 == 0 {
			s.kill(syscall.SIGTERM)
			s.wantExit(143)
		} else {
			s.press("q")
			s.wantExit(0)
		}
	}
}

// TestFaultWhileStopped ends the program while it is stopped: by a signal,
// which arrives when it continues, and by a hangup.
func TestFaultWhileStopped(t *testing.T) {
	const stopped = `"$@"; echo "stopped $?"; `
	t.Run("terminated", func(t *testing.T) {
		t.Parallel()
		s := start(t, launch{shell: stopped + `kill -TERM %1; read x; fg >/dev/null; exit $?`})
		s.expectScreen()
		s.press("\x1a")
		s.expectAgain("stopped 1", 1)
		s.press("\n")
		s.wantExit(143)
	})
	t.Run("hung up", func(t *testing.T) {
		t.Parallel()
		s := start(t, launch{shell: stopped + `read x`})
		s.expectScreen()
		group := s.foreground()
		s.press("\x1a")
		s.expectAgain("stopped 1", 1)
		s.must(s.master.Close())
		s.must(s.tty.Close())
		s.exit()
		for began := time.Now(); alive(group); time.Sleep(time.Millisecond) {
			if time.Since(began) > patience {
				t.Fatal("the program goes on")
			}
		}
	})
}

// TestFaultFileNames opens files with hostile names, and tests that no name
// reaches the terminal unchanged.
func TestFaultFileNames(t *testing.T) {
	for _, name := range []string{"a\x1b]0;owned\x07b.yaml", "a\x1b[31mb.yaml", "a\u009b31mb.yaml", "a\u202eb.yaml", "a\nb.yaml", "a\rb.yaml", "a\xffb.yaml", "-rf.yaml", "$(id).yaml", "a\u2066b.yaml"} {
		t.Run(fmt.Sprintf("%+q", name), func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), name)
			if err := os.WriteFile(path, []byte(strings.Replace(small, "2024-06-10", "no date", 1)), 0o600); err != nil {
				t.Skip("no file can be called that here")
			}
			s := start(t, launch{args: []string{path}})
			s.expectScreen()
			s.press("!")
			s.expectAgain("closes", 1)
			must(t, os.Remove(path))
			s.press("\x1br")
			s.expectAgain("the file is gone", 1)
			s.press("\x03")
			s.wantExit(0)
			if out := s.output(); strings.Contains(out, "]0;owned\x07") || strings.ContainsAny(out, "\u009b\u202e\u2066") || !utf8.ValidString(out) {
				t.Errorf("the name has reached the terminal: %q", out)
			}
		})
	}
}
