//go:build linux

package importer

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// The limits of a file's cost.
const (
	mostSeconds  = 5
	mostMemoryMB = 512
)

// BenchmarkLarge imports large files, each in its own process, and reports
// processor time and memory. It fails if they exceed the limits. The files have
// the largest size, or one at which the result is not refused.
func BenchmarkLarge(b *testing.B) {
	program := filepath.Join(b.TempDir(), "sitrep")
	if text, err := exec.Command("go", "build", "-o", program, "sitrep").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, text)
	}
	run := func(name string, args ...string) {
		b.Run(name, func(b *testing.B) {
			path := filepath.Join(b.TempDir(), filepath.Base(name))
			args := append([]string{"import", path, "-o", path + ".yaml", "-f", generateLarge(b, name, path)}, args...)
			for b.Loop() {
				measure(b, program, args)
			}
		})
	}
	for _, name := range slices.Sorted(maps.Keys(large)) {
		run(name)
	}
	target := filepath.Join(b.TempDir(), "briefing.yaml")
	generateLarge(b, "32/briefing.yaml", target)
	for _, s := range shapes {
		for _, megabytes := range []int{64, 32, 16} {
			run(fmt.Sprintf("%d/%s", megabytes, s.name))
		}
	}
	run("1/stix-graph.json", "--into", target)
	run("8/stix-graph.json", "--into", target)
}

func measure(b *testing.B, program string, args []string) {
	b.Helper()
	c := exec.Command(program, args...)
	err := c.Run()
	use := c.ProcessState.SysUsage().(*syscall.Rusage)
	seconds, megabytes := (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds(), float64(use.Maxrss)/1024
	b.ReportMetric(seconds, "cpu-s")
	b.ReportMetric(megabytes, "MB")
	b.ReportMetric(0, "ns/op")
	if err != nil {
		b.ReportMetric(1, "refused") // other tests say why
	}
	if seconds > mostSeconds || megabytes > mostMemoryMB {
		b.Errorf("%.2f s and %.0f MB", seconds, megabytes)
	}
}

// What a process generates, for TestGenerateLarge.
const (
	largePath = "SITREP_TEST_LARGE"
	largeName = "SITREP_TEST_NAME"
)

// generateLarge writes a file in another process, and returns its format. The
// peak memory of a process includes what the process that started it had at
// that time.
func generateLarge(b *testing.B, name, path string) (format string) {
	b.Helper()
	c := exec.Command(os.Args[0], "-test.run=^TestGenerateLarge$")
	c.Env = append(os.Environ(), largePath+"="+path, largeName+"="+name)
	out, err := c.Output()
	if err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	format, _, _ = strings.Cut(string(out), "\n")
	return format
}

// TestGenerateLarge is that process.
func TestGenerateLarge(t *testing.T) {
	path, name := os.Getenv(largePath), os.Getenv(largeName)
	if path == "" {
		t.Skip("nothing is to be generated")
	}
	var format, data string
	if file, ok := large[name]; ok {
		format, data = file()
	}
	megabytes, name, _ := strings.Cut(name, "/")
	if i := slices.IndexFunc(shapes, func(s shape) bool { return s.name == name }); i >= 0 {
		n, err := strconv.Atoi(megabytes)
		if err != nil {
			t.Fatal(err)
		}
		format, data = shapes[i].format, shapes[i].file(n<<20)
	}
	if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	fmt.Println(format) // for generateLarge
}
