//go:build unix

package cli

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// What a file that is no briefing may take at most, whatever is in it.
const (
	mostSeconds  = 5
	mostMemoryMB = 512
)

// largestFile is the size from which on a file is not read at all, in bytes.
const largestFile = 64 << 20

// worst are the largest files that can be, made of what costs a reader most.
var worst = []struct {
	name              string
	begin, each, ends string
}{
	{"json: brackets", `{"gaps":`, "[", ""},
	{"json: braces", "", `{"a":`, ""},
	{"json: empty lists", `{"format":"briefing/1","gaps":[`, "[],", "[]]}"},
	{"json: commas", `{"gaps":[`, ",", "]}"},
	{"json: numbers", `{"format":"briefing/1","gaps":[`, "1,", "1]}"},
	{"json: long numbers", `{"format":"briefing/1","gaps":[`, strings.Repeat("9", 4000) + ",", "1]}"},
	{"json: one number", `{"format":"briefing/1","version":`, "9", "}"},
	{"json: quotes", `{"gaps":[`, `"`, "]}"},
	{"json: one text", `{"format":"briefing/1","title":"`, "x", `"}`},
	{"json: one text of escapes", `{"format":"briefing/1","title":"`, `\u001b`, `"}`},
	{"json: one text of marks", `{"format":"briefing/1","title":"`, "\u0301", `"}`},
	{"json: texts of marks", `{"format":"briefing/1","gaps":[`, `"e` + strings.Repeat("\u0301", 1<<20) + `",`, `""]}`},
	{"json: texts of tags", `{"format":"briefing/1","gaps":[`, `"` + strings.Repeat("\U0001f3f4\U000e0067", 1<<18) + `",`, `""]}`},
	{"json: one name", `{"`, "k", `":1}`},
	{"json: same names", `{"format":"briefing/1"`, `,"gaps":[]`, "}"},
	{"json: names of one item", `{"format":"briefing/1","actors":[{"id":"a"`, `,"key":1`, "}]}"},
	{"json: problems", `{"format":"briefing/1","actors":[`, `{"id":"A","kind":1},`, "{}]}"},
	{"json: dangling", `{"format":"briefing/1","gaps":[`, `"[[a]][[b]][[c]]",`, `""]}`},
	{"json: open quotes of references", `{"format":"briefing/1","bottom_line":"`, "[[", `"}`},
	{"json: spaces", `{"format":"briefing/1"`, " ", ""},
	{"json: not closed", `{"format":"briefing/1","gaps":["`, "x", ""},
	{"yaml: brackets", "format: briefing/1\ngaps: ", "[", "\n"},
	{"yaml: braces", "format: briefing/1\ngaps: ", "{", "\n"},
	{"yaml: closed brackets", "format: briefing/1\ngaps: ", "]", "\n"},
	{"yaml: flow of lists", "format: briefing/1\ngaps: [", "[],", "]\n"},
	{"yaml: commas", "format: briefing/1\ngaps: [", ",", "]\n"},
	{"yaml: hyphens", "format: briefing/1\ngaps:\n", "- ", "\n"},
	{"yaml: question marks", "", "? ", "\n"},
	{"yaml: colons", "", ": ", "\n"},
	{"yaml: colons in a row", "a", ":", "\n"},
	{"yaml: lines", "format: briefing/1\n", "\n", ""},
	{"yaml: comments", "format: briefing/1\n", "# x\n", ""},
	{"yaml: items", "format: briefing/1\ngaps:\n", "- x\n", ""},
	{"yaml: keys", "format: briefing/1\n", "k: v\n", ""},
	{"yaml: keys of one item", "format: briefing/1\nactors:\n- id: a\n", "  k: v\n", ""},
	{"yaml: keys in flow", "format: briefing/1\nactors: [{", "k: v, ", "}]\n"},
	{"yaml: one text", "format: briefing/1\ntitle: ", "x", "\n"},
	{"yaml: one text of words", "format: briefing/1\ntitle: ", "x y ", "\n"},
	{"yaml: text over lines", "format: briefing/1\ntitle: \"", "x\n", "\"\n"},
	{"yaml: text in a block", "format: briefing/1\ntitle: |\n", " x\n", ""},
	{"yaml: long lines in a block", "format: briefing/1\ntitle: |\n", " " + strings.Repeat("x", 1000) + "\n", ""},
	{"yaml: empty block", "format: briefing/1\ntitle: >\n", " \n", ""},
	{"yaml: escapes", "format: briefing/1\ntitle: \"", `\e`, "\"\n"},
	{"yaml: quotes", "format: briefing/1\ntitle: ", "'", "\n"},
	{"yaml: double quotes", "format: briefing/1\ntitle: ", `"`, "\n"},
	{"yaml: quote over lines", "format: briefing/1\ngaps:\n- \"", "a\n- \"b\": ", "\n"},
	{"yaml: anchors", "format: briefing/1\ngaps:\n", "- &a x\n", ""},
	{"yaml: anchors without end", "format: briefing/1\ngaps: ", "&a ", "\n"},
	{"yaml: aliases", "format: briefing/1\ngaps: [&a x", ", *a", "]\n"},
	{"yaml: tags", "format: briefing/1\ngaps: ", "!a ", "\n"},
	{"yaml: one tag", "format: briefing/1\ngaps: !", "a", " x\n"},
	{"yaml: documents", "", "---\n", ""},
	{"yaml: ends of documents", "format: briefing/1\n", "...\n", ""},
	{"yaml: directives", "", "%YAML 1.2\n", "---\n"},
	{"yaml: tabs", "format: briefing/1\ngaps:\n", "\t", "\n"},
	{"yaml: spaces", "format: briefing/1\ngaps:", " ", "\n"},
	{"yaml: problems", "format: briefing/1\nactors:\n", "- {id: A, kind: [b]}\n", ""},
	{"yaml: wide characters", "format: briefing/1\ntitle: ", "\U0001f468\u200d", "\n"},
	{"yaml: half a character", "format: briefing/1\ntitle: ", "\xf0\x9f\x91", "\n"},
	{"bytes: zero", "", "\x00", ""},
	{"bytes: 0xff", "", "\xff", ""},
	{"bytes: escape", "a: ", "\x1b", "\n"},
	{"bytes: utf-16", "\xff\xfe", "a\x00", ""},
}

// BenchmarkMalformed has sitrep check each of the worst files, in a process of
// its own, and tells how much processor time and memory that took. It fails
// where that is more than a file may take.
func BenchmarkMalformed(b *testing.B) {
	program := buildProgram(b, "sitrep")
	path := filepath.Join(b.TempDir(), "worst")
	var slowest, largest float64
	for _, w := range worst {
		b.Run(w.name, func(b *testing.B) {
			times := (largestFile - len(w.begin) - len(w.ends)) / len(w.each)
			writeWorst(b, path, w.begin, w.each, w.ends, times)
			for b.Loop() {
				seconds, megabytes, said := checkedBy(b, program, path)
				slowest, largest = max(slowest, seconds), max(largest, megabytes)
				b.ReportMetric(seconds, "cpu-s")
				b.ReportMetric(megabytes, "MB")
				b.Log(said)
				if seconds > mostSeconds || megabytes > mostMemoryMB {
					b.Errorf("it takes %.1f s and %.0f MB", seconds, megabytes)
				}
			}
		})
	}
	fmt.Printf("%d files of %d MiB: at most %.2f s of processor time and %.0f MB\n", len(worst), largestFile>>20, slowest, largest)
}

// writeWorst writes a file bit by bit: what this process holds in memory would
// be counted for the program that it starts.
func writeWorst(b *testing.B, path, begin, each, ends string, times int) {
	b.Helper()
	file, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	out := bufio.NewWriter(file)
	_, _ = out.WriteString(begin) // Flush tells
	for range times {
		_, _ = out.WriteString(each)
	}
	_, _ = out.WriteString(ends)
	if err := errors.Join(out.Flush(), file.Close()); err != nil {
		b.Fatal(err)
	}
}

// checkedBy returns what the program takes to find a file wrong: processor time,
// memory, and the first of its words.
func checkedBy(b *testing.B, program, path string) (seconds, megabytes float64, said string) {
	b.Helper()
	var out bytes.Buffer
	c := exec.Command(program, "check", path)
	c.Stdout, c.Stderr = &out, &out
	began := time.Now()
	err := c.Run()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != exitFailed {
		b.Errorf("it is not found wrong: %v\n%.300s", err, out.String())
	}
	usage := c.ProcessState.SysUsage().(*syscall.Rusage)
	line, _, _ := strings.Cut(out.String(), "\n")
	said = fmt.Sprintf("%.120s (%v by the clock)", line, time.Since(began).Round(time.Millisecond))
	return (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds(), float64(usage.Maxrss) / maxrssUnit(), said
}

// maxrssUnit returns how many of the units in which a system tells of memory are a
// megabyte.
func maxrssUnit() float64 {
	if runtime.GOOS == "darwin" {
		return 1 << 20
	}
	return 1 << 10
}
