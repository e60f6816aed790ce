//go:build unix

package serve_test

import (
	"bytes"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"
)

// TestWhoIsLetIn lets in the keys of the file, as it is when they come, and nobody else.
func TestWhoIsLetIn(t *testing.T) {
	t.Parallel()
	s := serve(t, briefings(t, "CLEAR"), line(t, 1, `name="anna"`)+"\n"+line(t, 2, `clearance="X"`))
	if _, err := s.login(1); err != nil {
		t.Errorf("a known key: %v", err)
	}
	for what, n := range map[string]byte{"an unknown key": 3, "a key of a line with a fault": 2} {
		if _, err := s.login(n); err == nil || !strings.Contains(err.Error(), "no supported methods remain") {
			t.Errorf("%s: %v", what, err)
		}
	}
	s.wantLog("not let in: no known key; the last one was " + ssh.FingerprintSHA256(key(t, 3).PublicKey()))
	s.wantLog(`:2: not let in: clearance="X" is no label`)
	for name, method := range map[string]ssh.AuthMethod{
		"a password": ssh.Password("x"),
		"questions":  ssh.KeyboardInteractive(func(string, string, []string, []bool) ([]string, error) { return nil, nil }),
	} {
		conn, err := net.Dial("tcp", s.address)
		must(t, err)
		_, _, _, err = ssh.NewClientConn(conn, s.address, &ssh.ClientConfig{User: "root", Auth: []ssh.AuthMethod{method}, HostKeyCallback: ssh.InsecureIgnoreHostKey()})
		if err == nil || !strings.Contains(err.Error(), "attempted methods [none]") {
			t.Errorf("%s: %v", name, err)
		}
		_ = conn.Close()
	}

	// A line that is taken out counts at once, and ends what its key has open.
	x := s.open(1, 80, 24)
	x.wants("Number 0")
	s.write(line(t, 3, ""))
	if _, err := s.login(1); err == nil {
		t.Error("a key that was taken out is let in")
	}
	if _, err := s.login(3); err != nil {
		t.Errorf("a key that was added: %v", err)
	}
	x.wantEnd("your key is not let in as before any more", 1)
}

// TestOnlyReaders asks for all that is not a reader on a terminal.
func TestOnlyReaders(t *testing.T) {
	t.Parallel()
	s := serve(t, briefings(t, "CLEAR"), line(t, 1, ""))
	client, err := s.login(1)
	must(t, err)
	session := func() (x *ssh.Session, said *bytes.Buffer) {
		x, err := client.NewSession()
		must(t, err)
		said = new(bytes.Buffer)
		x.Stdout = said
		return x, said
	}
	x, said := session()
	if err := x.Run("cat /etc/passwd"); err == nil || said.String() != "sitrep: no commands are run here: connect without one\r\n" {
		t.Errorf("a command: %v, %q", err, said)
	}
	x, said = session()
	must(t, x.Shell())
	if err := x.Wait(); err == nil || said.String() != "sitrep: the reader needs a terminal: connect with ssh -t\r\n" {
		t.Errorf("without a terminal: %v, %q", err, said)
	}
	x, said = session()
	must(t, x.RequestPty("dumb", 24, 80, nil))
	must(t, x.Shell())
	if err := x.Wait(); err == nil || !strings.Contains(said.String(), "it is dumb") {
		t.Errorf("on a dumb terminal: %v, %q", err, said)
	}
	x, _ = session()
	if err := x.RequestSubsystem("sftp"); err == nil {
		t.Error("there is sftp")
	}
	if pids := s.readers(); len(pids) > 0 {
		t.Errorf("there are readers: %v", pids)
	}
}

// TestNothingIsForwarded asks for ports, sockets, the agent and the like.
func TestNothingIsForwarded(t *testing.T) {
	t.Parallel()
	s := serve(t, briefings(t, "CLEAR"), line(t, 1, ""))
	client, err := s.login(1)
	must(t, err)
	x, err := client.NewSession()
	must(t, err)
	for _, request := range []string{"auth-agent-req@openssh.com", "x11-req", "break", "signal", "nonsense"} {
		if ok, err := x.SendRequest(request, true, nil); ok || err != nil {
			t.Errorf("%s: %v, %v", request, ok, err)
		}
	}
	if err := x.Setenv("LD_PRELOAD", "x.so"); err == nil {
		t.Error("any variable is taken")
	}
	if _, err := client.Dial("tcp", s.address); err == nil {
		t.Error("a port is forwarded")
	}
	if _, err := client.Dial("unix", "/run/x"); err == nil {
		t.Error("a socket is forwarded")
	}
	if _, err := client.Listen("tcp", "127.0.0.1:0"); err == nil {
		t.Error("a port is forwarded back")
	}
	for _, kind := range []string{"direct-tcpip", "x11", "auth-agent@openssh.com", "tun@openssh.com"} {
		if _, _, err := client.OpenChannel(kind, nil); err == nil {
			t.Errorf("there is a channel %s", kind)
		}
	}
}

// TestClearances shows each key what it is cleared for: a folder, and a file that is
// above one of them. Each has a notebook of its own.
func TestClearances(t *testing.T) {
	t.Parallel()
	folder := briefings(t, "CLEAR", "GREEN", "AMBER", "AMBER", "RED", "RED", "RED")
	keys := line(t, 1, "") + "\n" + line(t, 2, `clearance="AMBER",name="anna"`)
	s := serve(t, folder, keys)
	x := s.open(1, 80, 24)
	x.wants("1 file ")
	y := s.open(2, 80, 24)
	y.wants("4 files")
	for _, w := range []*window{x, y} {
		w.press("GG\r")
		w.wants("Timeline 1")
		w.press("2\r")
		w.press("aA note of " + map[*window]string{x: "nobody", y: "Anna"}[w] + "\r")
		w.press("\x03")
		w.wantEnd("", 0)
	}
	for _, test := range []struct {
		w      *window
		not    []string
		folder string
	}{{x, []string{"green", "amber", "red-"}, "key-*"}, {y, []string{"number 4", "number 5", "red-"}, "anna"}} {
		for _, word := range test.not {
			if strings.Contains(strings.ToLower(test.w.output()), word) {
				t.Errorf("%q has reached the client", word)
			}
		}
		found, err := filepath.Glob(filepath.Join(s.folder, "data", "sitrep", "served", test.folder, "notebook", "b*.yaml"))
		if err != nil || len(found) != 1 {
			t.Fatalf("notebooks: %q, %v", found, err)
		}
		if text, err := os.ReadFile(found[0]); err != nil || !strings.Contains(string(text), "A note of") {
			t.Errorf("the notebook says %q, %v", text, err)
		}
	}

	f := serve(t, filepath.Join(folder, "amber-2.yaml"), keys)
	y = f.open(2, 80, 24)
	y.wants("Number 2")
	x = f.open(1, 80, 24)
	x.wantEnd("nothing can be shown for your key here", 1)
	if strings.Contains(strings.ToLower(x.output()), "amber") {
		t.Errorf("the client learns %q", x.output())
	}
	f.wantLog("withheld")
}

// TestLimits wants one session too many to be turned away, by key and in all, and slow
// and frequent connections to be closed.
func TestLimits(t *testing.T) {
	t.Parallel()
	s := serve(t, briefings(t, "CLEAR"), line(t, 1, "")+"\n"+line(t, 2, `name="b"`)+"\n"+line(t, 3, `name="b"`), "--max-sessions", "3", "--max-sessions-per-key", "2", "--login-time", "1s")
	first := s.open(1, 80, 24)
	first.wants("Number 0")
	openIn(t, first.client, 80, 24).wants("Number 0")
	openIn(t, first.client, 80, 24).wantEnd("you have 2 sessions open, and may have no more", 1)
	last := s.open(2, 80, 24)
	last.wants("Number 0")
	s.open(3, 80, 24).wantEnd("all 3 sessions are taken", 1)
	first.press("\x03")
	first.wantEnd("", 0)
	s.open(3, 80, 24).wants("Number 0")

	conn, err := net.Dial("tcp", s.address)
	must(t, err)
	if _, err := io.Copy(io.Discard, conn); err != nil {
		t.Logf("the silent connection ends with %v", err)
	}
	s.wantLog("not let in: no key within 1s")
	idler, err := s.login(1)
	must(t, err)
	silent, err := idler.NewSession()
	must(t, err)
	if _, err := silent.SendRequest("nothing", true, nil); err != nil {
		t.Fatal(err)
	}
	if err := silent.Shell(); err != nil {
		t.Errorf("a session that asks in time: %v", err)
	}

	r := serve(t, briefings(t, "CLEAR"), line(t, 1, ""), "--rate", "2")
	for range 2 {
		_, err := r.login(1)
		must(t, err)
	}
	conn, err = net.Dial("tcp", r.address)
	must(t, err)
	if n, err := conn.Read(make([]byte, 1)); n > 0 {
		t.Errorf("one connection more than are allowed is served: %v", err)
	}
	r.wantLog("turned away: more than 2 connections a minute")
}
