//go:build unix

package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// BenchmarkFirstFrame starts the reader and an empty program in turn, each on
// a terminal of its own, until the first frame is there. Each is the first to start as
// often as the other, since that one goes on while the second one starts. "x-empty" is the
// median of the reader's time over the empty program's, pair by pair; the
// times themselves say more about the machine. With SITREP_TEST_BEFORE, an earlier
// reader is in the place of the empty program. "wrong" counts the starts whose
// first frame is not the whole screen, at once and once.
func BenchmarkFirstFrame(b *testing.B) {
	reader, empty := buildProgram(b, "sitrep"), buildProgram(b, "sitrep/ui/cli/testdata/empty")
	words := "READY"
	if before := os.Getenv("SITREP_TEST_BEFORE"); before != "" {
		empty, words = before, "Bottom line"
	}
	var ratios, times, emptyTimes, work, emptyWork, peaks, quits []float64
	wrong := 0
	for b.Loop() {
		var e, r *live
		var took, rTook float64
		startEmpty := func() { e, took = firstFrame(b, empty, words) }
		startReader := func() { r, rTook = firstFrame(b, reader, "Bottom line") }
		if len(ratios)%2 == 0 {
			startEmpty()
			startReader()
		} else {
			startReader()
			startEmpty()
		}
		emptyTimes, times, ratios = append(emptyTimes, took), append(times, rTook), append(ratios, rTook/took)
		r.settle(afterKey)
		if strings.Count(string(r.out), "TLP:CLEAR") != 1 || strings.Count(string(r.out), "\x1b[2J") != 1 {
			wrong++
		}
		if memory := e.peak(); memory > 0 {
			peaks = append(peaks, r.peak()/memory)
		}
		e.quit()
		quits = append(quits, r.quit())
		work, emptyWork = append(work, r.processor()), append(emptyWork, e.processor())
	}
	b.ReportMetric(median(emptyTimes), "ms-empty")
	b.ReportMetric(median(times), "ms")
	b.ReportMetric(median(ratios), "x-empty")
	b.ReportMetric(median(emptyWork), "cpu-ms-empty")
	b.ReportMetric(median(work), "cpu-ms")
	if len(peaks) > 0 {
		b.ReportMetric(median(peaks), "memory-x-empty")
	}
	b.ReportMetric(median(quits), "ms-quit")
	b.ReportMetric(float64(wrong), "wrong")
}

// firstFrame starts a program, and gives the milliseconds until words that its
// first frame holds.
func firstFrame(b *testing.B, program, words string) (*live, float64) {
	b.Helper()
	l := startLive(b, program)
	return l, milliseconds(l.until(words).Sub(l.started))
}

// BenchmarkExport is what sitrep export takes from start to end, over what a
// program takes that says hello, in turn.
func BenchmarkExport(b *testing.B) {
	reader, hello := buildProgram(b, "sitrep"), buildProgram(b, "sitrep/ui/cli/testdata/hello")
	var times, ratios []float64
	for b.Loop() {
		h := wholeRun(b, hello)
		r := wholeRun(b, reader, "export")
		times, ratios = append(times, r), append(ratios, r/h)
	}
	b.ReportMetric(median(times), "ms")
	b.ReportMetric(median(ratios), "x-hello")
}

// wholeRun returns the milliseconds that a program takes from start to end.
func wholeRun(b *testing.B, program string, args ...string) float64 {
	b.Helper()
	start := time.Now()
	if out, err := exec.Command(program, args...).Output(); err != nil || len(out) == 0 {
		b.Fatalf("%d bytes, %v", len(out), err)
	}
	return milliseconds(time.Since(start))
}

func buildProgram(b *testing.B, path string) string {
	b.Helper()
	out := filepath.Join(b.TempDir(), "program")
	if text, err := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", out, path).CombinedOutput(); err != nil {
		b.Fatalf("building %s: %v\n%s", path, err, text)
	}
	return out
}
