//go:build unix

package cli

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestFaultFileChanges saves while the reader is open: mistakes, endless
// changes, a pipe in place of the file.
func TestFaultFileChanges(t *testing.T) {
	t.Parallel()
	path := tempFile(t, "x.yaml", small)
	s := start(t, launch{args: []string{path}})
	s.expectAgain("The harbour bridge", 1)
	save := func(title string) { writeFile(t, path, strings.Replace(small, "The harbour bridge", title, 1)) }

	began := time.Now()
	save("ᚠᚢᚦᚨᚱᚲ")
	s.expectAgain("ᚠᚢᚦᚨᚱᚲ", 1)
	t.Logf("shown %v after the save", time.Since(began).Round(time.Millisecond))
	for i := range 200 {
		save(fmt.Sprint("version ", i))
	}
	save("ꙀꙂꙄ")
	s.expectAgain("ꙀꙂꙄ", 1)
	writeFile(t, path, small[:40]+"\x1b]0;owned\x07: [")
	s.expectAgain(" ! ", 1)
	must(t, os.Remove(path))
	s.expectAgain("the file is gone", 1)
	must(t, syscall.Mkfifo(path, 0o600))
	s.expectAgain("no regular file", 1)
	must(t, os.Remove(path))
	must(t, os.Mkdir(path, 0o700))
	s.expectAgain("a directory and no file", 1)
	must(t, os.Remove(path))
	writeFile(t, path, "")
	s.expectAgain("the file is empty", 1)
	must(t, os.Remove(path))
	must(t, os.Symlink(path, path))
	s.expectAgain("too many levels", 1)
	must(t, os.Remove(path))
	save("ⰀⰁⰂ")
	s.expectAgain("ⰀⰁⰂ", 1)
	s.press("q")
	s.wantExit(0)
	if strings.Contains(s.output(), "]0;owned") {
		t.Error("what the file says of the title has reached the terminal")
	}
}

// TestFaultFileCut opens a file and saves it cut off at many places. At the end
// the reader must show the whole file.
func TestFaultFileCut(t *testing.T) {
	t.Parallel()
	path := tempFile(t, "x.yaml", small)
	s := start(t, launch{args: []string{path}})
	s.expectAgain("The harbour bridge", 1)
	for at := len(small); at >= 0; at -= 9 {
		must(t, os.Truncate(path, int64(at)))
		s.press("r2j")
	}
	writeFile(t, path, strings.Replace(small, "The harbour bridge", "ᚠᚢᚦᚨᚱᚲ", 1))
	s.expectAgain("ᚠᚢᚦᚨᚱᚲ", 1)
	s.press("\x03")
	s.wantExit(0)
}

// TestFaultFilesAtTheStart has files that cannot be read: the program prints a
// line and a hint and ends, and the terminal is unchanged.
func TestFaultFilesAtTheStart(t *testing.T) {
	folder := t.TempDir()
	fifo := folder + "/fifo"
	must(t, syscall.Mkfifo(fifo, 0o600))
	loop := folder + "/loop"
	must(t, os.Symlink(loop, loop))
	for name, path := range map[string]string{
		"missing": folder + "/missing", "empty": tempFile(t, "x.yaml", ""), "a pipe": fifo, "a loop": loop, "a device": "/dev/zero", "a terminal": "/dev/tty", "below a file": tempFile(t, "y.yaml", small) + "/z",
		"garbage": tempFile(t, "g.yaml", "\x1b]0;owned\x07\xff\xfe: ["), "too long a name": "/" + strings.Repeat("x", 5000),
		"memory of the process": "/proc/self/mem", "too large": tooLarge(t),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := start(t, launch{args: []string{path}})
			s.expectAgain("hint: ", 1)
			s.wantExit(1)
			withoutEscapes(t, s.output())
			if lines := strings.Count(s.output(), "\n"); lines != 2 {
				t.Errorf("it says %d lines: %q", lines, s.output())
			}
		})
	}
}

// tooLarge returns a sparse file of a gigabyte.
func tooLarge(t *testing.T) string {
	t.Helper()
	path := tempFile(t, "large.yaml", "")
	must(t, os.Truncate(path, 1<<30))
	return path
}

// TestFaultFileStays reads a file in every way, and its folder, and tests that
// the folder is unchanged.
func TestFaultFileStays(t *testing.T) {
	t.Parallel()
	path := tempFile(t, "x.yaml", small)
	folder := filepath.Dir(path)
	long := time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
	must(t, os.Chtimes(path, long, long))
	for _, args := range [][]string{{path}, {folder}} {
		s := start(t, launch{args: args})
		s.expectAgain("The harbour bridge", 1)
		s.press("\r2j\r4\r\r\r\x1b\x1b5xXrvy\x1b/a\rnN:M\x1bFactor:port\r.!?\x0c")
		s.press("\x03")
		s.wantExit(0)
	}
	for _, args := range [][]string{{"export", path}, {"show", path, "port"}, {"check", path}, {folder}} {
		var out bytes.Buffer
		_ = Main(args, Streams{In: strings.NewReader(""), Out: &out, Err: &out, Getenv: os.Getenv}) // check may find problems
	}
	info, err := os.Stat(path)
	must(t, err)
	text, err := os.ReadFile(path)
	must(t, err)
	if string(text) != small || !info.ModTime().Equal(long) {
		t.Errorf("the file has changed at %v:\n%s", info.ModTime(), text)
	}
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 1 {
		t.Errorf("in the folder there are %v, %v", entries, err)
	}
}
