//go:build unix

package cli

import (
	"bytes"
	"os"
	"strings"
	"syscall"
	"testing"

	"sitrep/briefing/sample"
)

// manyBytes is the size of a file that takes a few tenths of a second to read.
const manyBytes = 5_000_000

// largeText returns a briefing of at least manyBytes.
func largeText() string {
	const items = 3600
	return string(sample.YAML(items))
}

// padded returns a text with a comment before it that makes it a large file.
func padded(text string) string {
	const line = "# nothing to read in this line, nor in any of the others\n"
	return strings.Repeat(line, manyBytes/len(line)) + text
}

// TestLargeFile shows that a large file is being read, and then the briefing.
func TestLargeFile(t *testing.T) {
	t.Parallel()
	text := largeText()
	if len(text) < manyBytes {
		t.Fatalf("the file has %d bytes", len(text))
	}
	s := start(t, launch{args: []string{tempFile(t, "large.yaml", text)}, w: 120, h: 40})
	s.expectAgain("Bottom line", 1)
	before, _, _ := strings.Cut(s.output(), "Bottom line")
	if !strings.Contains(before, "Reading 5.") || !strings.Contains(before, "large.yaml") {
		t.Errorf("what it shows before is %q", before)
	}
	s.press("q")
	s.wantExit(exitFine)
}

// TestLargeFileIsLeft ends the reader while it reads. Where it has just read the file,
// the same comes of it.
func TestLargeFileIsLeft(t *testing.T) {
	text := largeText()
	for name, test := range map[string]struct {
		leave func(*session)
		code  int
	}{
		"q":       {func(s *session) { s.press("q") }, exitFine},
		"ctrl-c":  {func(s *session) { s.press("\x03") }, exitFine},
		"SIGTERM": {func(s *session) { s.kill(syscall.SIGTERM) }, 143},
		"SIGINT":  {func(s *session) { s.kill(syscall.SIGINT) }, 130},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := start(t, launch{args: []string{tempFile(t, "large.yaml", text)}})
			s.expectAgain("Reading ", 1)
			test.leave(s)
			s.wantExit(test.code)
		})
	}
}

// TestLargeFileIsSuspended stops the program while it reads, and goes on.
func TestLargeFileIsSuspended(t *testing.T) {
	t.Parallel()
	s := start(t, launch{args: []string{tempFile(t, "large.yaml", largeText())}, shell: jobScript})
	s.expectAgain("Reading ", 1)
	s.press("\x1a")
	s.expectAgain("stopped 1", 1)
	s.wantTerminal()
	s.press("\n")
	s.expectAgain("Bottom line", 1)
	s.press("q")
	s.wantExit(exitFine)
}

// TestLargeFileIsBroken shows where the syntax of a large file is broken.
func TestLargeFileIsBroken(t *testing.T) {
	t.Parallel()
	s := start(t, launch{args: []string{tempFile(t, "large.yaml", padded("gaps: [\"unclosed\n"))}, w: 120, h: 40})
	s.expectAgain("edit at the line", 1)
	if s.press("q"); !strings.Contains(s.output(), "Reading 5.") {
		t.Errorf("nothing said that it was read: %q", s.output())
	}
	s.wantExit(exitFine)
}

// TestLargeFileIsNoBriefing ends for a large file as for any other: with what a run
// without a terminal writes to standard error, and its code.
func TestLargeFileIsNoBriefing(t *testing.T) {
	closed := tempFile(t, "closed.yaml", padded(mendedFile))
	must(t, os.Chmod(closed, 0))
	for name, args := range map[string][]string{
		"no briefing":     {tempFile(t, "other.yaml", padded("format: other/2\n"))},
		"unreadable":      {closed},
		"withheld":        {tempFile(t, "red.yaml", padded(mendedFile+"tlp: RED\n")), "--max-tlp", "green"},
		"broken, no word": {tempFile(t, "tags.yaml", padded(mendedFile+"--- \n--- \n")), "--max-tlp", "green"},
		"too many values": {tempFile(t, "many.yaml", "gaps: ["+strings.Repeat("1,", manyBytes/2)+"1]\n")},
	} {
		t.Run(name, func(t *testing.T) {
			var out, errs bytes.Buffer
			code := Main(args, Streams{In: strings.NewReader(""), Out: &out, Err: &errs, Getenv: os.Getenv})
			t.Parallel() // Main runs once at a time
			if code == exitFine {
				t.Skip("it can be read") // as root can all files
			}
			s := start(t, launch{args: args})
			said := strings.ReplaceAll(errs.String(), "\n", "\r\n")
			s.expect(said, func(out []byte) bool { return bytes.HasSuffix(out, []byte(said)) })
			s.wantExit(code)
			if got := s.output(); !strings.Contains(got, "\x1b[?1049l") {
				t.Errorf("the screen was not opened: %q", got)
			}
		})
	}
}

// TestSmallFileIsReadFirst opens no screen for a file that cannot be read.
func TestSmallFileIsReadFirst(t *testing.T) {
	t.Parallel()
	s := start(t, launch{args: []string{tempFile(t, "other.yaml", "format: other/2\n")}})
	s.wantExit(exitFailed)
	withoutEscapes(t, s.output())
}
