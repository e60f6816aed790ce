//go:build linux

package cli

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"sitrep/briefing/file"
	"sitrep/briefing/sample"
)

// worstSizes are the sizes of the worst files in bytes, and the limits for
// every command. If a file of the larger size has too many values to be read,
// it is made smaller by a quarter until it is read.
var worstSizes = []struct {
	name     string
	bytes    int
	seconds  float64
	commands []string
}{
	{"1MB", 1e6, 1, worstCommands},
	{"64MiB", largestFile - 1<<16, mostSeconds, []string{
		"check", "export", "export -f html", "export -f stix", "export --where LONG", "diff FILE CHANGED",
	}},
}

// worstCommands are the commands that read a file, with all their options. FILE
// is the file, CHANGED one in which a word differs. A command without either
// gets the file at its end.
var worstCommands = []string{
	"check", "check --strict -f json",
	"show FILE a0", "show FILE e0", "show FILE q0", "show FILE c0", "show FILE s0", "show FILE j0",
	"export", "export -w 40 --ascii", "export -f json", "export -f markdown", "export -f html",
	"export -f csv --only timeline", "export -f csv --only actors", "export -f csv --only claims", "export -f csv --only sources",
	"export -f ics", "export -f timelinejs", "export -f csl-json", "export -f stix", "export -f jsonld",
	"export --where a", `export --where actor:a0,N`, "export --where contested -f html", "export --where LONG",
	"diff FILE FILE", "diff FILE CHANGED", "diff -f json FILE CHANGED",
}

// BenchmarkWorst runs every command on the worst files, each in its own
// process, and reports processor time and memory of the most expensive one. It
// fails if they exceed the limits.
func BenchmarkWorst(b *testing.B) {
	program := buildProgram(b, "sitrep")
	for _, size := range worstSizes {
		for i, w := range sample.Worsts {
			b.Run(size.name+"/"+w.Name, func(b *testing.B) {
				path := filepath.Join(b.TempDir(), "worst")
				length := size.bytes
				for generateWorst(b, path, i, length); tooMany(b, program, path) && length > 1e6; generateWorst(b, path, i, length) {
					length -= length / 4
				}
				for b.Loop() {
					var slowest, largest float64
					var by string
					for _, command := range size.commands {
						seconds, megabytes := runWorst(b, program, command, path)
						if seconds > slowest {
							slowest, by = seconds, command
						}
						largest = max(largest, megabytes)
						if seconds > size.seconds || megabytes > mostMemoryMB {
							b.Errorf("%s takes %.2f s and %.0f MB", command, seconds, megabytes)
						}
					}
					b.ReportMetric(slowest, "cpu-s")
					b.ReportMetric(largest, "MB")
					b.ReportMetric(0, "ns/op")
					b.Logf("%s, %d bytes", by, length)
				}
			})
		}
	}
}

// tooMany reports whether a file has more values than are read.
func tooMany(b *testing.B, program, path string) bool {
	b.Helper()
	out, _ := exec.Command(program, "check", path).CombinedOutput() // exit code 1 means any problem
	return bytes.Contains(out, []byte(file.CodeTooManyValues+":"))
}

// runWorst returns the time and memory that a command takes to read a file. It
// kills the command after some time.
func runWorst(b *testing.B, program, command, path string) (seconds, megabytes float64) {
	b.Helper()
	args := strings.Fields(command)
	named := false
	for i, a := range args {
		switch a {
		case "FILE":
			args[i], named = path, true
		case "CHANGED":
			args[i] = path + "-changed"
		case "LONG":
			args[i] = strings.Repeat("actor:a ", 1250)
		}
	}
	if !named {
		args = append(args, path)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 8*time.Second)
	defer cancel()
	c := exec.CommandContext(ctx, program, args...)
	_ = c.Run() // other tests check the result
	use := c.ProcessState.SysUsage().(*syscall.Rusage)
	return (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds(), float64(use.Maxrss) / maxrssUnit()
}

// What a process makes, for TestGenerateWorst.
const (
	worstPath  = "SITREP_TEST_WORST"
	worstShape = "SITREP_TEST_SHAPE"
	worstBytes = "SITREP_TEST_BYTES"
)

// generateWorst writes one of the worst files, and the same changed, in another
// process, like generateFile.
func generateWorst(b *testing.B, path string, shape, size int) {
	b.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestGenerateWorst$")
	cmd.Env = append(os.Environ(), worstPath+"="+path, fmt.Sprintf("%s=%d", worstShape, shape), fmt.Sprintf("%s=%d", worstBytes, size))
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
}

// TestGenerateWorst is that process.
func TestGenerateWorst(t *testing.T) {
	path := os.Getenv(worstPath)
	if path == "" {
		t.Skip("nothing is to be generated")
	}
	shape, err := strconv.Atoi(os.Getenv(worstShape))
	if err != nil {
		t.Fatal(err)
	}
	size, err := strconv.Atoi(os.Getenv(worstBytes))
	if err != nil {
		t.Fatal(err)
	}
	text := sample.Worsts[shape].File(size)
	changed := strings.NewReplacer("affirms", "denies", `"T"`, `"U"`, `"N"`, `"M"`, "2024-01", "2024-02", "bridge", "ferry").Replace(text)
	for path, text := range map[string]string{path: text, path + "-changed": changed} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
