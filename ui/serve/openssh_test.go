//go:build unix

package serve_test

import (
	"bytes"
	"net"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// openSSH returns the command line of OpenSSH's client for a server, with a key and
// arguments.
func openSSH(t *testing.T, s *server, n byte, options ...string) *exec.Cmd {
	t.Helper()
	path, err := exec.LookPath("ssh")
	if err != nil {
		t.Skip("OpenSSH's ssh is not installed; .ci/run installs it")
	}
	host, port, err := net.SplitHostPort(s.address)
	must(t, err)
	all := []string{"-F", "none", "-p", port, "-i", writeKey(t, n), "-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=" + filepath.Join(t.TempDir(), "known")}
	return exec.Command(path, append(append(all, options...), host)...)
}

// TestOpenSSHTurnedAway asks OpenSSH's client for all that is turned away.
func TestOpenSSHTurnedAway(t *testing.T) {
	t.Parallel()
	s := serve(t, briefings(t, "CLEAR", "GREEN"), line(t, 1, "clearance=GREEN,name=anna"))
	for _, test := range []struct {
		key     byte
		options []string
		command string
		want    string
	}{
		{2, nil, "", "Permission denied (publickey)."},
		{1, nil, "ls", "sitrep: no commands are run here: connect without one"},
		{1, []string{"-T"}, "", "sitrep: the reader needs a terminal: connect with ssh -t"},
		{1, []string{"-s"}, "sftp", "subsystem request failed on channel 0"},
		{1, []string{"-N", "-R", "0:127.0.0.1:22", "-o", "ExitOnForwardFailure=yes"}, "", "remote port forwarding failed"},
		{1, []string{"-W", "127.0.0.1:22"}, "", "there are only readers here"},
	} {
		cmd := openSSH(t, s, test.key, test.options...)
		if test.command != "" {
			cmd.Args = append(cmd.Args, test.command)
		}
		out, err := cmd.CombinedOutput()
		if err == nil || !bytes.Contains(out, []byte(test.want)) {
			t.Errorf("%q %q: %v, %q", test.options, test.command, err, out)
		}
	}
}

// TestOpenSSH reads with OpenSSH's own client.
func TestOpenSSH(t *testing.T) {
	t.Parallel()
	s := serve(t, briefings(t, "CLEAR", "GREEN"), line(t, 1, "clearance=GREEN,name=anna"))
	cmd := openSSH(t, s, 1, "-o", "SetEnv=LANG=de_DE.UTF-8", "-A")
	cmd.Env = append(cmd.Environ(), "TERM=xterm-256color")
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	must(t, err)
	defer func() { _ = terminal.Close() }()
	x := &window{t: t, keys: terminal, screen: vt.NewEmulator(80, 24)}
	go func() {
		buffer := make([]byte, 64<<10)
		for {
			n, err := terminal.Read(buffer)
			_, _ = x.Write(buffer[:n])
			if err != nil {
				return
			}
		}
	}()
	go func() { // the terminal's answers
		buffer := make([]byte, 1000)
		for {
			n, err := x.screen.Read(buffer)
			if _, failed := terminal.Write(buffer[:n]); err != nil || failed != nil {
				return
			}
		}
	}()
	x.wants("2 files")
	must(t, pty.Setsize(terminal, &pty.Winsize{Rows: 12, Cols: 40}))
	x.mu.Lock()
	x.screen.Resize(40, 12)
	x.mu.Unlock()
	until(t, "the smaller screen", func() bool {
		lines := strings.Split(x.shown(), "\n")
		return strings.Contains(lines[len(lines)-1], "help")
	})
	s.end()
	if err := cmd.Wait(); err == nil || cmd.ProcessState.ExitCode() != 1 {
		t.Errorf("ssh ends with %v", err)
	}
	until(t, "the goodbye", func() bool { return strings.Contains(x.shown(), "the server is shut down") })
	if x.mu.Lock(); x.screen.IsAltScreen() {
		t.Error("the alternate screen is kept")
	}
	x.mu.Unlock()
}
