//go:build unix

package cli

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/creack/pty"
)

// answers are what a terminal says to the questions of a program that starts.
var answers = map[string]string{
	"\x1b[?2026$p": "\x1b[?2026;2$y",
	"\x1b[?2027$p": "\x1b[?2027;0$y",
	"\x1b]11;?":    "\x1b]11;rgb:1616/1616/1e1e\x07",
	"\x1b[c":       "\x1b[?62c",
}

// BenchmarkFirstFrame starts the reader and an empty program in turn, each on
// a terminal of its own, until the first frame is there. "x-empty" is the
// median of the reader's time over the empty program's, pair by pair; the
// times themselves say more about the machine.
func BenchmarkFirstFrame(b *testing.B) {
	reader, empty := buildProgram(b, "sitrep"), buildProgram(b, "sitrep/ui/cli/testdata/empty")
	var ratios, times, emptyTimes, work, emptyWork []float64
	for b.Loop() {
		e, emptyCPU := firstFrame(b, empty, "READY")
		r, cpu := firstFrame(b, reader, "Bottom line")
		work, emptyWork = append(work, cpu), append(emptyWork, emptyCPU)
		emptyTimes, times = append(emptyTimes, e), append(times, r)
		ratios = append(ratios, r/e)
	}
	b.ReportMetric(median(emptyTimes), "ms-empty")
	b.ReportMetric(median(times), "ms-reader")
	b.ReportMetric(median(ratios), "x-empty")
	b.ReportMetric(median(emptyWork), "cpu-ms-empty")
	b.ReportMetric(median(work), "cpu-ms-reader")
}

// BenchmarkExport is what sitrep export takes from start to end.
func BenchmarkExport(b *testing.B) {
	reader := buildProgram(b, "sitrep")
	for b.Loop() {
		if out, err := exec.Command(reader, "export").Output(); err != nil || len(out) == 0 {
			b.Fatalf("%d bytes, %v", len(out), err)
		}
	}
}

func median(list []float64) float64 {
	slices.Sort(list)
	return list[len(list)/2]
}

func buildProgram(b *testing.B, path string) string {
	b.Helper()
	out := filepath.Join(b.TempDir(), "program")
	if text, err := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", out, path).CombinedOutput(); err != nil {
		b.Fatalf("building %s: %v\n%s", path, err, text)
	}
	return out
}

// firstFrame is the milliseconds from the start of a program to the words that
// its first frame ends with, and the processor time until it has quit.
func firstFrame(b *testing.B, program, words string) (ms, cpu float64) {
	b.Helper()
	command := exec.Command(program)
	command.Env = append(os.Environ(), "TERM=xterm-256color")
	start := time.Now()
	terminal, err := pty.StartWithSize(command, &pty.Winsize{Rows: 40, Cols: 120})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = terminal.Close() }()
	var seen []byte
	asked := map[string]bool{}
	chunk := make([]byte, 1<<16)
	for !bytes.Contains(seen, []byte(words)) {
		n, err := terminal.Read(chunk)
		if err != nil {
			b.Fatalf("the program ended before its first frame: %v", err)
		}
		seen = append(seen, chunk[:n]...)
		for question, answer := range answers {
			if !asked[question] && bytes.Contains(seen, []byte(question)) {
				asked[question] = true
				if _, err := terminal.WriteString(answer); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
	took := time.Since(start)
	if _, err := terminal.WriteString("q"); err != nil {
		b.Fatal(err)
	}
	for err == nil { // until the terminal is closed at the other end
		_, err = terminal.Read(chunk)
	}
	if err := command.Wait(); err != nil {
		b.Fatal(err)
	}
	used := command.ProcessState.UserTime() + command.ProcessState.SystemTime()
	return float64(took) / float64(time.Millisecond), float64(used) / float64(time.Millisecond)
}
