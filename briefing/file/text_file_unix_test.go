//go:build unix

package file

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestTextFilesStayInside names files in every way that could lead out of the
// folder of the briefing, or to what is no file: none of them is read, and none
// of them is waited for.
func TestTextFilesStayInside(t *testing.T) {
	const secret = "the secret words"
	above := t.TempDir()
	dir := filepath.Join(above, "briefings")
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.MkdirAll(filepath.Join(dir, "texts"), 0o700))
	must(os.WriteFile(filepath.Join(above, "secret.txt"), []byte(secret), 0o600))
	must(os.Mkdir(filepath.Join(dir, ".ssh"), 0o700))
	must(os.Mkdir(filepath.Join(dir, "dot.in"), 0o700))
	must(os.Symlink(".hidden", filepath.Join(dir, "to-hidden")))
	must(os.Symlink(".ssh", filepath.Join(dir, "to-ssh")))
	for _, name := range []string{"texts/in.txt", "dot.in/a.b.txt"} {
		must(os.WriteFile(filepath.Join(dir, name), []byte("fine words"), 0o600))
	}
	// Names that are fine on Unix, and lead elsewhere on Windows.
	for _, name := range []string{
		".ssh/id_rsa", "texts/.hidden", ".hidden", "...", `.ssh\id_rsa`, `texts\in.txt`, `C:\secret.txt`, "C:secret.txt", "texts/in.txt:stream",
	} {
		must(os.WriteFile(filepath.Join(dir, name), []byte(secret), 0o600))
	}
	must(os.Symlink("../secret.txt", filepath.Join(dir, "out")))
	must(os.Symlink(filepath.Join(above, "secret.txt"), filepath.Join(dir, "absolute")))
	must(os.Symlink("..", filepath.Join(dir, "up")))
	must(os.Symlink("texts/in.txt", filepath.Join(dir, "in")))
	must(os.Symlink("loop", filepath.Join(dir, "loop")))
	must(os.Symlink("/dev/zero", filepath.Join(dir, "zero")))
	must(syscall.Mkfifo(filepath.Join(dir, "fifo"), 0o600))
	for name, inside := range map[string]bool{
		"texts/in.txt": true, "./texts/in.txt": true, "in": true, "dot.in/a.b.txt": true,
		"texts/../texts/in.txt": false, "..": false, "../secret.txt": false,
		".ssh/id_rsa": false, "./.ssh/id_rsa": false, "texts/.hidden": false, ".hidden": false, "...": false, "to-hidden": false, "to-ssh/id_rsa": false,
		`.ssh\id_rsa`: false, `texts\in.txt`: false, `..\secret.txt`: false, `texts\..\..\secret.txt`: false, `C:\secret.txt`: false, "C:secret.txt": false,
		"texts/in.txt:stream": false, "texts/in.txt::$DATA": false, `\\server\share\x.txt`: false, `\\.\pipe\x`: false,
		"texts/../../secret.txt": false, filepath.Join(above, "secret.txt"): false, "out": false, "absolute": false, "up/secret.txt": false,
		"texts/in.txt/../../../secret.txt": false, "loop": false, "zero": false, "fifo": false, "texts": false, ".": false, "/dev/tty": false, "/proc/self/environ": false,
		"~/.bashrc": false, "$HOME": false, "file:///etc/passwd": false, "https://example.org/": false, "-": false, "\x1b[31m": false, strings.Repeat("x", 5000): false,
	} {
		path := filepath.Join(dir, "b.yaml")
		must(os.WriteFile(path, fmt.Appendf(nil, "%ssources: [{id: s, title: S, kind: post, text_file: %q}]\n", head, name), 0o600))
		doc, err := Load(path)
		must(err)
		text := ""
		if len(doc.Briefing.Sources) > 0 {
			text = doc.Briefing.Sources[0].Text
		}
		if inside && (text != "fine words" || len(doc.Problems) > 0) || !inside && (text != "" || len(doc.Problems) != 1) {
			t.Errorf("%.80q: it reads %q, and says %v", name, text, doc.Problems)
		}
		checkClean(t, doc)
	}
}
