//go:build unix

package serve_test

import (
	"bufio"
	"bytes"
	"crypto/ed25519"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"golang.org/x/crypto/ssh"

	"sitrep/ui/cli"
)

// patience is the limit for waiting in tests. It does not measure speed.
const patience = 2 * time.Minute

// TestMain runs the tests or, where it is called like the program, the program: the
// server of a test starts its readers so.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && !strings.HasPrefix(os.Args[1], "-test.") {
		os.Exit(cli.Main(os.Args[1:], cli.System()))
	}
	os.Exit(m.Run())
}

// server is a server in a process of its own.
type server struct {
	t       testing.TB
	cmd     *exec.Cmd
	address string
	keys    string // the file
	folder  string // with all that it has
	ended   chan error

	mu   sync.Mutex
	said bytes.Buffer
}

// serve starts a server on a place.
func serve(t testing.TB, place, keys string, options ...string) *server {
	t.Helper()
	s := &server{t: t, folder: t.TempDir(), ended: make(chan error, 1)}
	s.keys = filepath.Join(s.folder, "keys")
	s.write(keys)
	if raced {
		options = append(options, "--max-memory", "0")
	}
	s.cmd = exec.Command(os.Args[0], append([]string{"serve", "--listen", "127.0.0.1:0", "--authorized-keys", s.keys, "--rate", "0"}, append(options, place)...)...)
	s.cmd.Env = append(os.Environ(), "HOME="+s.folder, "XDG_CONFIG_HOME="+s.folder+"/config", "XDG_DATA_HOME="+s.folder+"/data", "XDG_CACHE_HOME="+s.folder+"/cache", "EDITOR=touch", "SERVER_SECRET=1")
	stderr, err := s.cmd.StderrPipe()
	must(t, err)
	must(t, s.cmd.Start())
	listening := make(chan string, 1)
	go func() {
		lines := bufio.NewScanner(stderr)
		for lines.Scan() {
			s.mu.Lock()
			s.said.WriteString(lines.Text() + "\n")
			s.mu.Unlock()
			if _, rest, ok := strings.Cut(lines.Text(), "listening on "); ok {
				address, _, _ := strings.Cut(rest, ",")
				listening <- address
			}
		}
		s.ended <- s.cmd.Wait()
	}()
	t.Cleanup(func() {
		_ = s.cmd.Process.Kill()
		for _, pid := range s.readers() {
			_ = syscall.Kill(pid, syscall.SIGKILL)
		}
		if t.Failed() {
			t.Logf("the server said:\n%s", s.log())
		}
	})
	select {
	case s.address = <-listening:
	case err := <-s.ended:
		t.Fatalf("the server has ended: %v\n%s", err, s.log())
	case <-time.After(patience):
		t.Fatal("the server does not listen")
	}
	return s
}

func (s *server) write(keys string) {
	s.t.Helper()
	must(s.t, os.WriteFile(s.keys+".new", []byte(keys), 0o600))
	must(s.t, os.Rename(s.keys+".new", s.keys))
}

func (s *server) log() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.said.String()
}

// wantLog waits until words are in the log.
func (s *server) wantLog(words string) {
	s.t.Helper()
	until(s.t, "the log to say "+words, func() bool { return strings.Contains(s.log(), words) })
}

// readers returns the processes that the server has started and not buried.
func (s *server) readers() (pids []int) {
	out, err := exec.Command("ps", "-A", "-o", "ppid=,pid=").Output()
	must(s.t, err)
	for line := range strings.Lines(string(out)) {
		if parts := strings.Fields(line); len(parts) == 2 && parts[0] == strconv.Itoa(s.cmd.Process.Pid) {
			pid, err := strconv.Atoi(parts[1])
			must(s.t, err)
			pids = append(pids, pid)
		}
	}
	return pids
}

// end asks the server to end, and wants it to do so in good order.
func (s *server) end() {
	s.t.Helper()
	must(s.t, s.cmd.Process.Signal(syscall.SIGTERM))
	select {
	case err := <-s.ended:
		if err != nil {
			s.t.Errorf("the server ends with %v", err)
		}
	case <-time.After(patience):
		s.t.Fatal("the server goes on")
	}
	if left := s.readers(); len(left) > 0 {
		s.t.Errorf("readers are left: %v", left)
	}
}

// key returns a private key, always the same one for a number.
func key(t testing.TB, n byte) ssh.Signer {
	t.Helper()
	signer, err := ssh.NewSignerFromKey(ed25519.NewKeyFromSeed(bytes.Repeat([]byte{n}, ed25519.SeedSize)))
	must(t, err)
	return signer
}

// line returns the line of a key for a file of keys.
func line(t testing.TB, n byte, options string) string {
	t.Helper()
	return strings.TrimSpace(options + " " + string(ssh.MarshalAuthorizedKey(key(t, n).PublicKey())))
}

// writeKey writes a private key for OpenSSH, and returns its path.
func writeKey(t testing.TB, n byte) string {
	t.Helper()
	block, err := ssh.MarshalPrivateKey(ed25519.NewKeyFromSeed(bytes.Repeat([]byte{n}, ed25519.SeedSize)), "")
	must(t, err)
	path := filepath.Join(t.TempDir(), "id")
	must(t, os.WriteFile(path, pem.EncodeToMemory(block), 0o600))
	return path
}

// login connects with a key.
func (s *server) login(n byte) (*ssh.Client, error) {
	s.t.Helper()
	conn, err := net.Dial("tcp", s.address)
	must(s.t, err)
	c, chans, reqs, err := ssh.NewClientConn(conn, s.address, &ssh.ClientConfig{User: "reader", Auth: []ssh.AuthMethod{ssh.PublicKeys(key(s.t, n))}, HostKeyCallback: ssh.InsecureIgnoreHostKey()})
	if err != nil {
		_ = conn.Close()
		return nil, err
	}
	client := ssh.NewClient(c, chans, reqs)
	s.t.Cleanup(func() { _ = client.Close() })
	return client, nil
}

// window is a session of a client with a terminal.
type window struct {
	t       testing.TB
	client  *ssh.Client
	session *ssh.Session
	keys    io.Writer
	ended   chan error

	mu     sync.Mutex
	out    []byte
	screen *vt.Emulator
}

// open connects with a key and opens a terminal of a size.
func (s *server) open(n byte, w, h int) *window {
	s.t.Helper()
	client, err := s.login(n)
	must(s.t, err)
	return openIn(s.t, client, w, h)
}

func openIn(t testing.TB, client *ssh.Client, w, h int) *window {
	t.Helper()
	return openFor(t, client, w, h, func(x *window) { x.session.Stdout = x })
}

// openFor opens a session whose output goes where direct says.
func openFor(t testing.TB, client *ssh.Client, w, h int, direct func(*window)) *window {
	t.Helper()
	session, err := client.NewSession()
	must(t, err)
	x := &window{t: t, client: client, session: session, ended: make(chan error, 1), screen: vt.NewEmulator(w, h)}
	go func() { _, _ = io.Copy(io.Discard, x.screen) }() // its answers
	x.keys, err = session.StdinPipe()
	must(t, err)
	direct(x)
	must(t, session.RequestPty("xterm-256color", h, w, ssh.TerminalModes{}))
	must(t, session.Shell())
	go func() { x.ended <- session.Wait() }()
	return x
}

// Write takes what the server sends.
func (x *window) Write(p []byte) (int, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.out = append(x.out, p...)
	return x.screen.Write(p)
}

func (x *window) shown() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.screen.String()
}

func (x *window) output() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return string(x.out)
}

func (x *window) press(keys string) {
	x.t.Helper()
	_, err := io.WriteString(x.keys, keys)
	must(x.t, err)
}

// wants waits until words are on the screen.
func (x *window) wants(words string) {
	x.t.Helper()
	untilOr(x.t, func() string { return "the screen has no " + words + ":\n" + x.shown() }, func() bool { return strings.Contains(x.shown(), words) })
}

// wantEnd waits for the end of the session, and wants the terminal as it was with a
// sentence on it, and a code.
func (x *window) wantEnd(sentence string, code int) {
	x.t.Helper()
	select {
	case err := <-x.ended:
		got := 0
		if exit := (*ssh.ExitError)(nil); errors.As(err, &exit) {
			got = exit.ExitStatus()
		} else if err != nil {
			got = -1
		}
		if got != code {
			x.t.Errorf("it ends with code %d, want %d: %v", got, code, err)
		}
	case <-time.After(patience):
		x.t.Fatalf("it goes on:\n%s", x.shown())
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.screen.IsAltScreen() || x.screen.CursorHidden() {
		x.t.Errorf("the terminal is not as it was: alternate screen %v, cursor hidden %v", x.screen.IsAltScreen(), x.screen.CursorHidden())
	}
	shown := strings.TrimSpace(x.screen.String())
	if sentence != "" && !strings.HasPrefix(shown, "sitrep: "+sentence) || sentence == "" && shown != "" {
		x.t.Errorf("at the end it says %q, want %q", shown, sentence)
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// until waits for a condition.
func until(t testing.TB, what string, is func() bool) {
	t.Helper()
	untilOr(t, func() string { return "waited in vain for " + what }, is)
}

func untilOr(t testing.TB, what func() string, is func() bool) {
	t.Helper()
	for begun := time.Now(); !is(); time.Sleep(5 * time.Millisecond) {
		if time.Since(begun) > patience {
			t.Fatal(what())
		}
	}
}

// briefings makes a folder of briefings with these markings.
func briefings(t testing.TB, markings ...string) string {
	t.Helper()
	folder := t.TempDir()
	for i, marking := range markings {
		text := fmt.Sprintf("format: briefing/1\nid: b%d\ntitle: Number %d %s\nas_of: 2024-06-11\ntlp: %s\nevents: [{id: e, title: The bridge is closed, when: 2024}]\n", i, i, strings.ToLower(marking), marking)
		must(t, os.WriteFile(filepath.Join(folder, fmt.Sprintf("%s-%d.yaml", strings.ToLower(marking), i)), []byte(text), 0o600))
	}
	return folder
}
