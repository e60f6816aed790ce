//go:build linux

package cli

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"testing"

	"sitrep/briefing/sample"
)

// BenchmarkLargeFile runs the program on generated files of an eighth, a
// quarter, a half and all of 20,000 items: it opens them and shows one item, or
// exports everything as text. peak-x-file is the most memory that it takes over
// the size of the file; cpu-ms/MB is by the size of the file, too, and shows
// that the time grows as the file does.
func BenchmarkLargeFile(b *testing.B) {
	program := buildProgram(b, "sitrep")
	for _, form := range []struct {
		ext  string
		file func(items int) []byte
	}{{"json", sample.JSON}, {"yaml", sample.YAML}} {
		for items := sample.Full / 8; items <= sample.Full; items *= 2 {
			data := form.file(items)
			path := filepath.Join(b.TempDir(), "generated."+form.ext)
			if err := os.WriteFile(path, data, 0o600); err != nil {
				b.Fatal(err)
			}
			for _, args := range [][]string{{"show", path, "gap-1"}, {"export", path}} {
				b.Run(fmt.Sprintf("%s/%s/%d", form.ext, args[0], items), func(b *testing.B) {
					largeRun(b, len(data), program, args)
				})
			}
		}
	}
}

func largeRun(b *testing.B, size int, program string, args []string) {
	var times, peaks []float64
	for b.Loop() {
		cmd := exec.Command(program, args...)
		if err := cmd.Run(); err != nil {
			b.Fatal(err)
		}
		use := cmd.ProcessState.SysUsage().(*syscall.Rusage)
		const kilobyte = 1024
		peaks = append(peaks, float64(use.Maxrss)*kilobyte/float64(size))
		times = append(times, milliseconds(cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime()))
	}
	slices.Sort(times)
	b.ReportMetric(median(times), "cpu-ms")
	b.ReportMetric(median(times)/(float64(size)/1e6), "cpu-ms/MB")
	b.ReportMetric(median(peaks), "peak-x-file")
	b.ReportMetric(0, "ns/op")
}
