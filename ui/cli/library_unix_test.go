//go:build unix

package cli

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// folderOf makes a folder of briefings with these names.
func folderOf(t *testing.T, names ...string) string {
	t.Helper()
	folder := t.TempDir()
	for i, name := range names {
		text := fmt.Sprintf("format: briefing/1\nid: b%d\ntitle: Number %d\nas_of: 2024-06-11\nevents: [{id: e, title: The bridge is closed, when: 2024}]\n", i, i)
		must(t, os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600))
	}
	return folder
}

// onTerminal returns what a command writes on a terminal.
func onTerminal(t *testing.T, env []string, args ...string) string {
	t.Helper()
	c := exec.Command(os.Args[0], append([]string{"-test.run=^TestProgram$", "--"}, args...)...)
	c.Env = append(append(os.Environ(), asProgram+"=1", "NO_COLOR=", "SITREP_THEME=", "TERM=xterm"), env...)
	terminal, err := pty.StartWithSize(c, &pty.Winsize{Rows: 24, Cols: 200})
	if err != nil {
		t.Skipf("no terminal to be had: %v", err)
	}
	defer func() { _ = terminal.Close() }()
	out, _ := io.ReadAll(terminal) // it ends with an error where the program closes it
	must(t, c.Wait())
	return string(out)
}

// TestFindInColours wants the path, the id and the words in colours on a terminal, and
// in no other place.
func TestFindInColours(t *testing.T) {
	folder := folderOf(t, "a.yaml")
	path := filepath.Join(folder, "a.yaml")
	plain := path + ":e: The bridge is closed"
	coloured := "\x1b[35m" + path + "\x1b[m:\x1b[32me\x1b[m: The \x1b[1;31mbridge\x1b[m is closed"
	for _, test := range []struct {
		env  []string
		args []string
		want string
	}{
		{nil, nil, coloured},
		{[]string{"NO_COLOR=1"}, nil, plain},
		{[]string{"NO_COLOR=1", "SITREP_THEME=dark"}, nil, coloured},
		{[]string{"SITREP_THEME=mono"}, nil, plain},
		{[]string{"TERM=dumb"}, nil, plain},
	} {
		if got := onTerminal(t, test.env, "find", "bridge", folder); strings.TrimSpace(got) != test.want {
			t.Errorf("%v: it writes %q, want %q", test.env, got, test.want)
		}
	}
	if got := onTerminal(t, nil, "find", "-f", "csv", "bridge", folder); strings.Contains(got, "\x1b") {
		t.Errorf("csv is in colours: %q", got)
	}
}

// TestSignalsWhileAFolderIsExported ends the export of a folder in the middle: what is
// there is whole, and no temporary file is left.
func TestSignalsWhileAFolderIsExported(t *testing.T) {
	long, err := os.ReadFile(longExport(t))
	must(t, err)
	from, to := t.TempDir(), filepath.Join(t.TempDir(), "out")
	for i := range 20 {
		must(t, os.WriteFile(filepath.Join(from, fmt.Sprintf("%02d.json", i)), long, 0o600))
	}
	c := exec.Command(os.Args[0], "-test.run=^TestProgram$", "--", "export", "-o", to, from)
	c.Env = append(os.Environ(), asProgram+"=1")
	must(t, c.Start())
	t.Cleanup(func() { _ = c.Process.Kill(); _ = c.Wait() })
	for len(temporaries(t, to)) == 0 || len(exportedTo(t, to)) == 0 {
		time.Sleep(time.Millisecond)
		if len(exportedTo(t, to)) > 15 {
			t.Skip("it is faster than this test")
		}
	}
	must(t, c.Process.Signal(syscall.SIGINT))
	err = c.Wait()
	if status, ok := c.ProcessState.Sys().(syscall.WaitStatus); !ok || status.Signal() != syscall.SIGINT {
		t.Errorf("it ended with %v", err)
	}
	if left := temporaries(t, to); len(left) > 0 {
		t.Errorf("temporary files are left: %v", left)
	}
	var size int64
	for _, name := range exportedTo(t, to) {
		info, err := os.Stat(name)
		must(t, err)
		if size == 0 {
			size = info.Size()
		}
		if info.Size() != size || size == 0 {
			t.Errorf("%s has %d bytes, and another %d", name, info.Size(), size)
		}
	}
}

func exportedTo(t *testing.T, folder string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	must(t, err)
	return names
}
