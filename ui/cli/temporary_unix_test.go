//go:build unix

package cli

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// longExport returns a briefing that takes a while to export.
func longExport(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString(`{"format":"briefing/1","id":"long","title":"Long","as_of":"2024","events":[`)
	for i := range 60_000 {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"id":"e%d","title":"One of many events","when":"2024"}`, i)
	}
	b.WriteString("]}")
	return tempFile(t, "long.json", b.String())
}

// exporting returns a program that has begun to write a file: there is one more
// temporary file that is not empty.
func exporting(t *testing.T, from, to string) *exec.Cmd {
	t.Helper()
	before := len(temporaries(t, filepath.Dir(to)))
	c := exec.Command(os.Args[0], "-test.run=^TestProgram$", "--", "export", "-o", to, from)
	c.Env = append(os.Environ(), asProgram+"=1")
	must(t, c.Start())
	t.Cleanup(func() { _ = c.Process.Kill(); _ = c.Wait() })
	for len(temporaries(t, filepath.Dir(to))) == before {
		time.Sleep(time.Millisecond)
		if found, err := os.Stat(to); err == nil && found.Size() > 0 {
			t.Skip("it is faster than this test")
		}
	}
	return c
}

// temporaries returns the temporary files in a folder that are not empty.
func temporaries(t *testing.T, folder string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, temporaryPrefix+"*"))
	must(t, err)
	return slices.DeleteFunc(names, func(name string) bool {
		info, err := os.Lstat(name)
		return err != nil || info.Size() == 0
	})
}

// TestSignalsTakeTemporaryFilesAlong ends an export in the middle, and tests
// that nothing of it is left and the old file is unchanged.
func TestSignalsTakeTemporaryFilesAlong(t *testing.T) {
	from := longExport(t)
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		t.Run(sig.String(), func(t *testing.T) {
			to := tempFile(t, "out.txt", "")
			c := exporting(t, from, to)
			must(t, c.Process.Signal(sig))
			err := c.Wait()
			if status, ok := c.ProcessState.Sys().(syscall.WaitStatus); !ok || status.Signal() != sig {
				t.Errorf("it ended with %v", err)
			}
			wantFiles(t, filepath.Dir(to), to, true, "")
		})
	}
}

// TestLeftoversAreSwept kills an export and stops another in the middle. The
// next command that writes into the folder must remove what the killed one
// left, and not the file of the stopped one.
func TestLeftoversAreSwept(t *testing.T) {
	from, path := longExport(t), tempFile(t, "x.yaml", small)
	for _, next := range [][]string{{"export", path, "-o"}, {"new"}} {
		t.Run(next[0], func(t *testing.T) {
			folder := t.TempDir()
			next = append(next, filepath.Join(folder, "next.txt"))
			stopped := exporting(t, from, filepath.Join(folder, "stopped.txt"))
			must(t, stopped.Process.Signal(syscall.SIGSTOP))
			in := temporaries(t, folder)
			killed := exporting(t, from, filepath.Join(folder, "killed.txt"))
			must(t, killed.Process.Kill())
			_ = killed.Wait()
			left := slices.DeleteFunc(temporaries(t, folder), func(name string) bool { return name == in[0] })
			if len(left) != 1 {
				t.Fatalf("left are %q", left)
			}
			// Not ours, although they look similar.
			others := []string{".sitrep-", ".sitrep-notes.yaml", ".sitrep-abcdefghijklmnopqrstuvwxyz", "x.sitrep-ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
			for _, other := range others {
				writeFile(t, filepath.Join(folder, other), "")
			}
			folderOfThatName := temporaryPrefix + strings.Repeat("A", 26)
			must(t, os.Mkdir(filepath.Join(folder, folderOfThatName), 0o700))
			pipe := temporaryPrefix + strings.Repeat("B", 26)
			must(t, syscall.Mkfifo(filepath.Join(folder, pipe), 0o600))
			link := temporaryPrefix + strings.Repeat("C", 26)
			must(t, os.Symlink(path, filepath.Join(folder, link)))

			if code := Main(next, Streams{In: strings.NewReader(""), Out: io.Discard, Err: io.Discard, Getenv: os.Getenv}); code != exitFine {
				t.Fatalf("the next one exits with %d", code)
			}
			for _, name := range append(others, folderOfThatName, pipe, link, filepath.Base(in[0])) {
				if _, err := os.Lstat(filepath.Join(folder, name)); err != nil {
					t.Errorf("%s is gone: %v", name, err)
				}
			}
			if _, err := os.Lstat(left[0]); err == nil {
				t.Errorf("%s is still there", left[0])
			}
			must(t, stopped.Process.Signal(syscall.SIGCONT))
			must(t, stopped.Wait())
			if text, err := os.ReadFile(filepath.Join(folder, "stopped.txt")); err != nil || !bytes.Contains(text, []byte("e59999")) {
				t.Errorf("the one that was stopped has written %d bytes, %v", len(text), err)
			}
		})
	}
}

// TestManyExportsAtOnce writes one file from many processes at once, each of
// which sweeps the folder. All must succeed, and the file must be complete.
func TestManyExportsAtOnce(t *testing.T) {
	folder := t.TempDir()
	to := filepath.Join(folder, "out.txt")
	text := bytes.Repeat([]byte("whole\n"), 1000)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 50 {
				if err := save(to, func(w io.Writer) error { _, err := w.Write(text); return err }); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	wantFiles(t, folder, to, true, string(text))
}
