//go:build unix

package serve_test

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"sitrep/briefing/file"
	"sitrep/briefing/sample"
)

// secrets makes a folder of files in which two of the items that can have a marking are
// marked RED and the rest GREEN, until each was. Each word is in one file only. It
// returns the words of the marked items too, and the number of files.
func secrets(t *testing.T) (folder string, withheld map[string]bool, files int) {
	t.Helper()
	k := sample.NewEveryKey(t, file.WriteSchema)
	folder, withheld = t.TempDir(), map[string]bool{}
	half := (len(k.Items) + 1) / 2
	for i := range half {
		own := fmt.Sprintf("n%02dx", i)
		items := []*sample.MarkedItem{k.Items[i], k.Items[min(i+half, len(k.Items)-1)]}
		text := regexp.MustCompile(`(zq\d{4})x`).ReplaceAll(k.File(items...), []byte("${1}"+own))
		text = bytes.Replace(text, []byte(`"every-key"`), []byte(`"every-key-`+own+`"`), 1)
		must(t, os.WriteFile(filepath.Join(folder, own+".json"), text, 0o600))
		for _, item := range items {
			for _, word := range item.Words {
				withheld[strings.TrimSuffix(word, "x")+own] = true
			}
		}
	}
	// What is marked higher as a whole is not even named.
	must(t, os.WriteFile(filepath.Join(folder, "zq0000n99x.yaml"), []byte("format: briefing/1\nid: zq0001n99x\ntitle: zq0002n99x\nas_of: 2024\ntlp: RED\n"), 0o600))
	must(t, os.WriteFile(filepath.Join(folder, "zq0003n99x.yaml"), []byte("format: briefing/1\nid: zq0004n99x\ntitle: zq0005n99x\nas_of: 2024\ntlp: zq0006n99x\n"), 0o600))
	must(t, os.WriteFile(filepath.Join(folder, "zq0007n99x.yaml"), []byte("format: briefing/1\ntitle: [zq0008n99x\n"), 0o600))
	for i := range 9 {
		withheld[fmt.Sprintf("zq000%dn99x", i)] = true
	}
	return folder, withheld, half
}

// reading takes what the server sends, and looks for words: in the bytes as they come, on
// each screen that they lead to, and in what is copied.
type reading struct {
	*window
	mu   sync.Mutex
	seen map[string]bool
}

var (
	secret = regexp.MustCompile(`zq\d{4}n\d{2}x`)
	copied = regexp.MustCompile(`\x1b\]52;c;([A-Za-z0-9+/=]+)`)
)

func (r *reading) look(text string) {
	for _, word := range secret.FindAllString(text, -1) {
		r.seen[word] = true
	}
}

// Write is what a session calls with its output.
func (r *reading) Write(p []byte) (int, error) {
	n, err := r.window.Write(p)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.look(r.shown())
	return n, err
}

// walk walks through all screens of all files of a folder, and returns the words that the
// client has got.
func walk(t *testing.T, s *server, n byte, files int) map[string]bool {
	t.Helper()
	r := &reading{seen: map[string]bool{}}
	client, err := s.login(n)
	must(t, err)
	openFor(t, client, 120, 50, func(x *window) { r.window, x.session.Stdout = x, r })
	r.wants("? help")
	press := func(keys ...string) {
		t.Helper()
		for _, key := range keys {
			r.press(key)
			time.Sleep(6 * time.Millisecond) // so that it is drawn
		}
	}
	const esc = "\x1b"
	for range files {
		press("\r")
		r.wants("5 Sources")
		for _, section := range []string{"1", "2", "3", "4", "5"} {
			press(section, "j", "y", esc, "\r", "j", ".", esc, "\r", "G", "y", esc, "A", esc, esc, esc, "v", "G", "v", "v")
		}
		press("/", "z", "q", "\t", esc, esc, "F", "z", "\t", esc, "!", "G", esc, "D", esc, "'", esc, "5", "\r", "V", "j", "y", esc, esc, esc, esc, "r", "1")
		r.wants("5 Sources")
		press(esc, esc, esc, "q")
		r.wants("1 Briefings")
		press("j")
	}
	press("/", "z", "q", "0")
	time.Sleep(500 * time.Millisecond)
	press("\x1b[B", "\x1b[B", esc, "/", "n", "9", "9", esc, "s", "s", "s", "D", esc, "?", esc)
	r.press("\x03")
	r.wantEnd("", 0)
	r.mu.Lock()
	defer r.mu.Unlock()
	out := r.output()
	r.look(ansi.Strip(out))
	for _, found := range copied.FindAllStringSubmatch(out, -1) {
		text, err := base64.StdEncoding.DecodeString(found[1])
		must(t, err)
		r.look(string(text))
	}
	return r.seen
}

// TestNothingWithheldIsSent walks through all screens over a folder in which everything
// that can be marked is, in turn: not a word of what is above the clearance of a key
// reaches its client. To a key that is cleared the same way leads to them.
func TestNothingWithheldIsSent(t *testing.T) {
	t.Parallel()
	folder, withheld, files := secrets(t)
	s := serve(t, folder, line(t, 1, "clearance=GREEN")+"\n"+line(t, 2, "clearance=RED"))
	s.wantLog("the index for TLP:GREEN is up to date")
	s.wantLog("the index for TLP:RED is up to date")
	count := func(seen map[string]bool) (above, other int) {
		for word := range seen {
			if withheld[word] {
				above++
			} else {
				other++
			}
		}
		return above, other
	}
	seen := walk(t, s, 1, files)
	for word := range seen {
		if withheld[word] {
			t.Errorf("%s has reached the client", word)
		}
	}
	above, other := count(seen)
	const fewest = 20
	if above > 0 || other < fewest*files {
		t.Errorf("%d words of what is withheld have reached the client, and %d others", above, other)
	}
	t.Logf("%d files, %d words withheld, %d others sent", files, len(withheld), other)
	const some = 4
	if above, other := count(walk(t, s, 2, some)); above < 10*some {
		t.Errorf("to a key that is cleared come only %d words of what is marked, and %d others", above, other)
	} else {
		t.Logf("to a key that is cleared come %d words of what is marked in %d files, and %d others", above, some, other)
	}
}
