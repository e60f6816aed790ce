//go:build linux

package cli

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"sitrep/briefing/sample"
)

// BenchmarkLargeFile runs the program on generated files of an eighth, a
// quarter, a half and all of 20,000 items: it opens them and shows one item, or
// exports everything as text. peak-x-file is the most memory that it takes over
// the size of the file; cpu-ms/MB is by the size of the file, too, and shows
// that the time grows as the file does.
func BenchmarkLargeFile(b *testing.B) {
	program := buildProgram(b, "sitrep")
	for _, ext := range []string{"json", "yaml"} {
		for items := sample.Full / 8; items <= sample.Full; items *= 2 {
			path := filepath.Join(b.TempDir(), "generated."+ext)
			size := generateFile(b, path, items)
			for _, args := range [][]string{{"show", path, "judgment-0"}, {"export", path}} {
				b.Run(fmt.Sprintf("%s/%s/%d", ext, args[0], items), func(b *testing.B) { largeRun(b, size, program, args) })
			}
		}
	}
}

// BenchmarkExportOverPlain exports a generated file of 20,000 items as text and, in turn,
// runs testdata/plain, which decodes the same file as JSON of any kind and prints every
// value. Both are whole processes that write to the null device. x-plain is the median
// of the time of the export over that of the other, pair by pair, and cpu-x-plain that
// of their processor time. With SITREP_TEST_BEFORE, an earlier sitrep is in the place of
// this one.
func BenchmarkExportOverPlain(b *testing.B) {
	program, plain := os.Getenv("SITREP_TEST_BEFORE"), buildProgram(b, "sitrep/ui/cli/testdata/plain")
	if program == "" {
		program = buildProgram(b, "sitrep")
	}
	path := filepath.Join(b.TempDir(), "generated.json")
	generateFile(b, path, sample.Full)
	var times, ratios, work []float64
	for b.Loop() {
		plainTime, plainWork := timedRun(b, plain, path)
		exportTime, exportWork := timedRun(b, program, "export", path)
		times, ratios, work = append(times, exportTime), append(ratios, exportTime/plainTime), append(work, exportWork/plainWork)
	}
	b.ReportMetric(median(times), "ms")
	b.ReportMetric(median(ratios), "x-plain")
	b.ReportMetric(median(work), "cpu-x-plain")
	b.ReportMetric(0, "ns/op")
}

// timedRun returns the milliseconds that a program takes from start to end, and those
// of processor time. Its output goes to the null device.
func timedRun(b *testing.B, program string, args ...string) (took, work float64) {
	b.Helper()
	cmd := exec.Command(program, args...)
	start := time.Now()
	if err := cmd.Run(); err != nil {
		b.Fatal(args, err)
	}
	return milliseconds(time.Since(start)), milliseconds(cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime())
}

// What a process is to generate, for TestGenerateFile.
const (
	generatePath  = "SITREP_TEST_GENERATE"
	generateItems = "SITREP_TEST_ITEMS"
)

// generateFile writes a generated file in a process of its own: what a process
// that is started takes at most counts from what the one that starts it has.
func generateFile(b *testing.B, path string, items int) (size int) {
	b.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestGenerateFile$")
	cmd.Env = append(os.Environ(), generatePath+"="+path, generateItems+"="+strconv.Itoa(items))
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	return int(info.Size())
}

// TestGenerateFile is the other process.
func TestGenerateFile(t *testing.T) {
	path := os.Getenv(generatePath)
	if path == "" {
		t.Skip("nothing is to be generated")
	}
	items, err := strconv.Atoi(os.Getenv(generateItems))
	if err != nil {
		t.Fatal(err)
	}
	data := sample.JSON(items)
	if filepath.Ext(path) == ".yaml" {
		data = sample.FromJSON(data)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func largeRun(b *testing.B, size int, program string, args []string) {
	var times, peaks []float64
	for b.Loop() {
		cmd := exec.Command(program, args...)
		if err := cmd.Run(); err != nil {
			b.Fatal(args, err)
		}
		use := cmd.ProcessState.SysUsage().(*syscall.Rusage)
		const kilobyte = 1024
		peaks = append(peaks, float64(use.Maxrss)*kilobyte/float64(size))
		times = append(times, milliseconds(cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime()))
	}
	b.ReportMetric(median(times), "cpu-ms")
	b.ReportMetric(median(times)/(float64(size)/1e6), "cpu-ms/MB")
	b.ReportMetric(median(peaks), "peak-x-file")
	b.ReportMetric(0, "ns/op")
}
