//go:build unix

package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// TestInATerminal runs the real program in a real terminal of 80 by 24, from a
// shell: from a claim down to the words in the source, and back to the same
// row, and out to the shell.
func TestInATerminal(t *testing.T) {
	program := build(t)
	tests := []struct {
		name  string
		down  []string // keys to the claim
		words string   // highlighted in the source
	}{
		{"first claim", nil, "units are already in the Kursk area"},
		{"second claim", []string{"j"}, "of the soldiers are already closer to Ukraine"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			term := newTmuxServer(t)
			term.press(program, "Enter")
			term.waitFor(`(?m)^ sitrep  North Korean troops`)
			term.press("4")
			term.waitFor(`(?m)^ 1/\d+ `)
			for i, key := range test.down {
				term.press(key)
				term.waitFor(`(?m)^ ` + string(rune('2'+i)) + `/\d+ `)
			}
			term.waitFor(`(?m)^━━ Claims ─`)
			list := term.still()
			for depth := range 3 {
				term.press("Enter")
				term.waitFor(`(?m)^━━ Claims( › [^›\n]+){` + string(rune('1'+depth)) + `}$`)
			}
			highlighted := regexp.MustCompile(`\x1b\[30m\x1b\[43m[^\x1b]*` + test.words)
			term.still()
			if !highlighted.MatchString(term.capture("-e")) {
				t.Errorf("%q is not highlighted on the screen:\n%s", test.words, term.capture())
			}
			for range 3 {
				term.press("Escape")
				time.Sleep(escapeTime) // two at once would be one key with alt
			}
			term.waitFor(`\A` + regexp.QuoteMeta(list) + `\z`)
			term.press("q")
			term.waitFor(`(?m)^ready>\s*\z`)
		})
	}
}

// escapeTime is how long a terminal program takes a single escape for the
// beginning of a longer key.
const escapeTime = 200 * time.Millisecond

// patienceInTerminal is how long to wait for what has to come.
const patienceInTerminal = 30 * time.Second

// build makes the program.
func build(t *testing.T) string {
	t.Helper()
	if _, err := exec.LookPath("tmux"); err != nil {
		if os.Getenv("CI") == "" {
			t.Skip("there is no tmux")
		}
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "sitrep")
	if out, err := exec.Command("go", "build", "-o", path, "sitrep").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return path
}

// tmuxServer is a tmux server of its own, with a shell in its one window.
type tmuxServer struct {
	t      *testing.T
	socket string
}

func newTmuxServer(t *testing.T) *tmuxServer {
	t.Helper()
	// The path of a socket must not be long, as that of t.TempDir can be.
	dir, err := os.MkdirTemp("", "sitrep")
	if err != nil {
		t.Fatal(err)
	}
	term := &tmuxServer{t, filepath.Join(dir, "tmux")}
	t.Cleanup(func() {
		_ = exec.Command("tmux", "-S", term.socket, "kill-server").Run() // it may have ended
		_ = os.RemoveAll(dir)
	})
	term.tmux("-f", os.DevNull, "new-session", "-d", "-x", "80", "-y", "24", "env", "PS1=ready> ", "XDG_DATA_HOME="+dir, "XDG_STATE_HOME="+dir, "sh")
	term.waitFor(`(?m)^ready>`)
	return term
}

func (term *tmuxServer) tmux(args ...string) string {
	term.t.Helper()
	out, err := exec.Command("tmux", append([]string{"-S", term.socket}, args...)...).CombinedOutput()
	if err != nil {
		term.t.Fatalf("tmux %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

func (term *tmuxServer) press(keys ...string) {
	term.t.Helper()
	term.tmux(append([]string{"send-keys"}, keys...)...)
}

func (term *tmuxServer) capture(options ...string) string {
	term.t.Helper()
	return term.tmux(append([]string{"capture-pane", "-p"}, options...)...)
}

// still returns the screen when it has stopped changing.
func (term *tmuxServer) still() string {
	term.t.Helper()
	before := ""
	for {
		screen := term.capture()
		if screen == before {
			return screen
		}
		before = screen
		time.Sleep(escapeTime)
	}
}

// waitFor waits until the screen matches a pattern, and returns it.
func (term *tmuxServer) waitFor(pattern string) string {
	term.t.Helper()
	wanted := regexp.MustCompile(pattern)
	for end := time.Now().Add(patienceInTerminal); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if screen := term.capture(); wanted.MatchString(screen) {
			return screen
		}
	}
	term.t.Fatalf("nothing on the screen matches %s:\n%s", pattern, term.capture())
	return ""
}
