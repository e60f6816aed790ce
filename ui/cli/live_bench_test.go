//go:build unix

package cli

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"

	"sitrep/briefing/sample"
)

// answers are what a terminal says to the questions of a program that starts.
var answers = map[string]string{
	"\x1b[?2026$p": "\x1b[?2026;2$y",
	"\x1b[?2027$p": "\x1b[?2027;0$y",
	"\x1b]11;?":    "\x1b]11;rgb:1616/1616/1e1e\x07",
	"\x1b[c":       "\x1b[?62c",
}

// frameStart begins each frame on a terminal that draws it in one go (mode
// 2026, which these terminals say they know).
const frameStart = "\x1b[?2026h"

// live is a program on a terminal of its own, 120 by 40, that answers it.
type live struct {
	b        *testing.B
	cmd      *exec.Cmd
	terminal *os.File
	started  time.Time
	out      []byte // since the last key
	asked    map[string]bool
}

func startLive(b *testing.B, program string, args ...string) *live {
	b.Helper()
	l := &live{b: b, cmd: exec.Command(program, args...), asked: map[string]bool{}, started: time.Now()}
	l.cmd.Env = append(os.Environ(), "TERM=xterm-256color")
	terminal, err := pty.StartWithSize(l.cmd, &pty.Winsize{Rows: 40, Cols: 120})
	if err == nil {
		l.terminal, err = closable(terminal)
	}
	l.must(err)
	return l
}

func (l *live) must(err error) {
	l.b.Helper()
	if err != nil {
		l.b.Fatal(err)
	}
}

// read takes what comes until a time, and answers. It is false where nothing
// came.
func (l *live) read(until time.Time) bool {
	l.b.Helper()
	l.must(l.terminal.SetReadDeadline(until))
	chunk := make([]byte, 1<<16)
	n, err := l.terminal.Read(chunk)
	if errors.Is(err, os.ErrDeadlineExceeded) {
		return false
	}
	if err != nil {
		l.b.Fatalf("the program has ended: %v", err)
	}
	l.out = append(l.out, chunk[:n]...)
	for question, answer := range answers {
		if !l.asked[question] && bytes.Contains(l.out, []byte(question)) {
			l.asked[question] = true
			_, err := l.terminal.WriteString(answer)
			l.must(err)
		}
	}
	return true
}

// until reads until words have come, and says when.
func (l *live) until(words string) time.Time {
	l.b.Helper()
	for !bytes.Contains(l.out, []byte(words)) {
		if !l.read(time.Now().Add(patience)) {
			l.b.Fatalf("waited in vain for %q", words)
		}
	}
	return time.Now()
}

// For how long nothing comes of a key when all has come, which is three frames,
// and of the start, behind which quotes are looked up.
const (
	afterKey   = 25 * time.Millisecond
	afterStart = 400 * time.Millisecond
)

// settle reads until nothing has come for a while, and says when the last came.
func (l *live) settle(while time.Duration) time.Time {
	l.b.Helper()
	last := time.Now()
	for l.read(time.Now().Add(while)) {
		last = time.Now()
	}
	return last
}

// press sends keys, and gives the milliseconds until the last byte that came of
// them. It sends them at any time between two ticks of a program that has a clock.
func (l *live) press(keys string) float64 {
	l.b.Helper()
	l.out = nil
	time.Sleep(rand.N(afterKey))
	start := time.Now()
	_, err := l.terminal.WriteString(keys)
	l.must(err)
	if !l.read(start.Add(patience)) {
		l.b.Fatalf("nothing came of %q", keys)
	}
	return milliseconds(l.settle(afterKey).Sub(start))
}

// resize gives the terminal another size, and gives the milliseconds until the
// last byte that came of it. That is done at any time between two ticks, as
// press is.
func (l *live) resize(w, h uint16) float64 {
	l.b.Helper()
	l.out = nil
	time.Sleep(rand.N(afterKey))
	start := time.Now()
	conn, err := l.terminal.SyscallConn()
	l.must(err)
	l.must(conn.Control(func(fd uintptr) { err = unix.IoctlSetWinsize(int(fd), unix.TIOCSWINSZ, &unix.Winsize{Col: w, Row: h}) }))
	l.must(err)
	return milliseconds(l.settle(afterKey).Sub(start))
}

// frames returns how many frames have come since the last keys were sent.
func (l *live) frames() float64 { return float64(bytes.Count(l.out, []byte(frameStart))) }

// quit presses q and gives the milliseconds until the program has ended.
func (l *live) quit() float64 {
	l.b.Helper()
	start := time.Now()
	_, err := l.terminal.WriteString("q")
	l.must(err)
	l.must(l.terminal.SetReadDeadline(start.Add(patience)))
	for err == nil { // until the terminal is closed at the other end
		_, err = l.terminal.Read(make([]byte, 1<<16))
	}
	l.must(l.cmd.Wait())
	took := milliseconds(time.Since(start))
	l.must(l.terminal.Close())
	return took
}

// processor returns the milliseconds of processor time of a program that has ended.
func (l *live) processor() float64 {
	return milliseconds(l.cmd.ProcessState.UserTime() + l.cmd.ProcessState.SystemTime())
}

// peak returns the most memory that the program has held at once, in MB, and wakeups
// how often one of its threads has begun to wait. Linux alone tells: elsewhere
// they are 0.
func (l *live) peak() float64 {
	const perMB = 1000
	return l.counted("status", "VmHWM") / perMB
}

func (l *live) wakeups() float64 { return l.counted("task/*/status", "voluntary_ctxt_switches") }

// work returns the processor time that the threads of the program have taken so far,
// in milliseconds.
func (l *live) work() (sum float64) {
	files, _ := filepath.Glob(filepath.Join("/proc", strconv.Itoa(l.cmd.Process.Pid), "task/*/schedstat")) // the pattern is right
	for _, file := range files {
		text, _ := os.ReadFile(file) // a thread can have ended
		if fields := strings.Fields(string(text)); len(fields) > 0 {
			nanoseconds, _ := strconv.ParseFloat(fields[0], 64)
			sum += nanoseconds / float64(time.Millisecond)
		}
	}
	return sum
}

// counted adds up a number of the process in the files that a pattern names.
func (l *live) counted(pattern, name string) (sum float64) {
	files, _ := filepath.Glob(filepath.Join("/proc", strconv.Itoa(l.cmd.Process.Pid), pattern)) // the pattern is right
	for _, file := range files {
		text, _ := os.ReadFile(file) // a thread can have ended
		for line := range strings.Lines(string(text)) {
			if value, ok := strings.CutPrefix(line, name+":"); ok {
				n, _ := strconv.ParseFloat(strings.Fields(value)[0], 64)
				sum += n
			}
		}
	}
	return sum
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

func median(list []float64) float64 { return percentile(list, 50) }

// percentile returns the value that so many of a hundred are not above.
func percentile(list []float64, p int) float64 {
	const all = 100
	slices.Sort(list)
	return list[(len(list)-1)*p/all]
}

// kill ends a program where it is.
func (l *live) kill() {
	_ = l.cmd.Process.Kill()
	_ = l.cmd.Wait() // it was killed
	_ = l.terminal.Close()
}

// largeFile returns a briefing of 20,000 items.
func largeFile(b *testing.B) string {
	b.Helper()
	const items = 20_000
	path := filepath.Join(b.TempDir(), "large.json")
	if err := os.WriteFile(path, sample.JSON(items), 0o644); err != nil {
		b.Fatal(err)
	}
	return path
}

// pair is the reader and what it is compared with: the empty program, or an earlier
// reader (SITREP_TEST_BEFORE names it), both at rest.
type pair struct {
	other, reader *live
	name          string // of the other
}

func startPair(b *testing.B, other, reader string, args ...string) pair {
	b.Helper()
	p := pair{name: "empty", reader: startLive(b, reader, args...)}
	starts := []*live{p.reader}
	if before := os.Getenv("SITREP_TEST_BEFORE"); before != "" {
		p.other, p.name = startLive(b, before, args...), "before"
		starts = append(starts, p.other)
	} else {
		p.other = startLive(b, other)
		p.other.until("READY")
		p.other.settle(afterKey)
	}
	for _, l := range starts {
		l.until("help")
		if len(args) > 0 {
			l.until("looking up")
		}
		l.settle(afterStart)
	}
	b.Cleanup(func() {
		p.other.kill()
		p.reader.kill()
	})
	return p
}

// press sends keys to the other and then to the reader, and gives the milliseconds of
// each. The empty program draws the same for every key.
func (p pair) press(keys string) (other, reader float64) {
	if p.name == "empty" {
		return p.other.press(strings.Repeat("j", strings.Count(keys, "j")+strings.Count(keys, "k")+1)), p.reader.press(keys)
	}
	return p.other.press(keys), p.reader.press(keys)
}

// eachSize runs a benchmark with the built-in briefing and with a large one.
func eachSize(b *testing.B, run func(b *testing.B, start func(b *testing.B) pair)) {
	empty, reader := buildProgram(b, "sitrep/ui/cli/testdata/empty"), buildProgram(b, "sitrep")
	large := largeFile(b)
	b.Run("built-in", func(b *testing.B) {
		run(b, func(b *testing.B) pair { return startPair(b, empty, reader) })
	})
	b.Run("20000", func(b *testing.B) {
		run(b, func(b *testing.B) pair { return startPair(b, empty, reader, large) })
	})
}

// places are where keys are pressed: how to get there, and two keys there.
var places = []struct{ name, keys, there, back string }{
	{"brief", "1", "j", "k"}, {"timeline", "2", "j", "k"}, {"actors", "3", "j", "k"}, {"claims", "4", "j", "k"},
	{"sources", "5", "j", "k"}, {"lanes", "2v", "j", "k"}, {"matrix", "4v", "j", "k"}, {"page", "3\r", "j", "k"},
	{"open", "3", "\r", "\x7f"},
}

// BenchmarkKey presses keys in the reader and in what it is compared with, in each
// section, one of each in turn. "x-empty" is the 95th percentile of the time from the
// key to its last byte over that of the other, "x-before" if that is an earlier reader.
func BenchmarkKey(b *testing.B) {
	eachSize(b, func(b *testing.B, start func(b *testing.B) pair) {
		for _, place := range places {
			b.Run(place.name, func(b *testing.B) {
				p := start(b)
				p.press(place.keys)
				var otherTimes, times, otherBytes, written, frames []float64
				work, otherWork := -p.reader.work(), -p.other.work()
				for b.Loop() {
					for _, key := range []string{place.there, place.back} {
						other, took := p.press(key)
						otherTimes, times = append(otherTimes, other), append(times, took)
						otherBytes, written = append(otherBytes, float64(len(p.other.out))), append(written, float64(len(p.reader.out)))
						frames = append(frames, p.reader.frames())
					}
				}
				work, otherWork = work+p.reader.work(), otherWork+p.other.work()
				const most = 95
				b.ReportMetric(median(times), "ms")
				b.ReportMetric(percentile(times, most), "ms-p95")
				b.ReportMetric(percentile(times, most)/percentile(otherTimes, most), "x-"+p.name)
				b.ReportMetric(median(times)/median(otherTimes), "x-"+p.name+"-p50")
				b.ReportMetric(work/float64(len(times)), "cpu-ms/key")
				b.ReportMetric(otherWork/float64(len(times)), "cpu-ms/key-"+p.name)
				b.ReportMetric(median(written), "bytes")
				b.ReportMetric(median(otherBytes), "bytes-"+p.name)
				b.ReportMetric(percentile(frames, 100), "frames")
			})
		}
	})
}

// BenchmarkBurst presses 200 keys at once, which are to be drawn in a few frames,
// and resizes the terminal.
func BenchmarkBurst(b *testing.B) {
	const keys = 200
	eachSize(b, func(b *testing.B, start func(b *testing.B) pair) {
		p := start(b)
		p.press("2")
		var otherTimes, times, frames, resizes, otherResizes []float64
		for b.Loop() {
			for _, key := range []string{"j", "k"} {
				other, took := p.press(strings.Repeat(key, keys))
				otherTimes, times = append(otherTimes, other), append(times, took)
				frames = append(frames, p.reader.frames())
			}
			for _, w := range []uint16{80, 120} {
				otherResizes = append(otherResizes, p.other.resize(w, 40))
				resizes = append(resizes, p.reader.resize(w, 40))
			}
		}
		b.ReportMetric(median(times), "ms")
		b.ReportMetric(median(times)/median(otherTimes), "x-"+p.name)
		b.ReportMetric(percentile(frames, 100), "frames-most")
		b.ReportMetric(median(resizes), "ms-resize")
		b.ReportMetric(median(resizes)/median(otherResizes), "resize-x-"+p.name)
	})
}

// BenchmarkIdle leaves the programs alone, and counts how often they wake up in
// a second.
func BenchmarkIdle(b *testing.B) {
	eachSize(b, func(b *testing.B, start func(b *testing.B) pair) {
		p := start(b)
		time.Sleep(afterStart) // what Bubble Tea takes to stop its clock
		other, reader, n := -p.other.wakeups(), -p.reader.wakeups(), 0.0
		for b.Loop() {
			time.Sleep(time.Second)
			n++
		}
		b.ReportMetric((reader+p.reader.wakeups())/n, "wakeups/s")
		b.ReportMetric((other+p.other.wakeups())/n, "wakeups/s-"+p.name)
		if memory := p.other.peak(); memory > 0 {
			b.ReportMetric(p.reader.peak()/memory, "memory-x-"+p.name)
		}
	})
}
