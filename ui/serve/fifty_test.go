//go:build unix

package serve_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/creack/pty"

	"sitrep/briefing/sample"
)

const (
	many = 50
	// mostMemory is what a session may take on average, in kB.
	mostMemory = 40_000
)

// archive makes a folder of generated briefings.
func archive(t testing.TB, n int) string {
	t.Helper()
	folder := t.TempDir()
	for i := range n {
		name, text := sample.Archive(i)
		must(t, os.WriteFile(filepath.Join(folder, name), text, 0o600))
	}
	return folder
}

// openMany opens sessions at once, and waits until each shows the list.
func openMany(t testing.TB, s *server, w, h int) []*window {
	t.Helper()
	all := make([]*window, many)
	var opening sync.WaitGroup
	for i := range all {
		opening.Go(func() { all[i] = s.open(1, w, h) })
	}
	opening.Wait()
	for _, x := range all {
		x.wants("? help")
	}
	return all
}

// memoryOf returns what readers take on average, in kB, and what the largest takes.
func memoryOf(t testing.TB, pids []int) (mean, most int) {
	t.Helper()
	for _, pid := range pids {
		kb := memory(t, pid)
		mean += kb
		most = max(most, kb)
	}
	return mean / len(pids), most
}

// TestFifty has fifty read at once, each their own place, and as much memory as there
// should be.
func TestFifty(t *testing.T) {
	s := serve(t, archive(t, 100), line(t, 1, "clearance=RED"), "--max-sessions-per-key", "0")
	all := openMany(t, s, 80, 24)
	for i, x := range all {
		x.press(strings.Repeat("j", i) + "\r")
	}
	titles := map[string]bool{}
	for _, x := range all {
		x.wants("Timeline")
		title, _, _ := strings.Cut(strings.TrimSpace(x.shown()), "  as of")
		titles[title] = true
	}
	if len(titles) < many/2 { // the archive has versions of one title
		t.Errorf("only %d titles are shown", len(titles))
	}
	pids := s.readers()
	if len(pids) != many {
		t.Fatalf("%d readers", len(pids))
	}
	mean, most := memoryOf(t, pids)
	t.Logf("a session takes %d kB, the largest %d kB, the server %d kB", mean, most, memory(t, s.cmd.Process.Pid))
	if mean > mostMemory && !raced {
		t.Errorf("a session takes %d kB; at most %d", mean, mostMemory)
	}
	s.end()
	for _, x := range all {
		x.wantEnd("the server is shut down; goodbye", 1)
	}
}

// BenchmarkFifty measures what fifty sessions take that press five keys a second each:
// how long keys take against those of one local reader, in one run, and the memory. The
// list is of 10,000 briefings.
func BenchmarkFifty(b *testing.B) {
	folder := archive(b, 10_000)
	s := serve(b, folder, line(b, 1, "clearance=RED"), "--max-sessions-per-key", "0")
	for !strings.Contains(s.log(), "is up to date") {
		time.Sleep(time.Second)
	}
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
		b.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(b *testing.B) {
			for b.Loop() {
				local := keysOfLocal(b, s, folder, size)
				all := openPlain(b, s, size)
				before := processorTime(b, s.readers())
				var served []time.Duration
				var mu sync.Mutex
				var pressing sync.WaitGroup
				for _, x := range all {
					pressing.Go(func() {
						took := pressKeys(func(key string) { x.press(key) }, func() int { return int(x.drawn.Load()) })
						mu.Lock()
						defer mu.Unlock()
						served = append(served, took...)
					})
				}
				pressing.Wait()
				b.ReportMetric((processorTime(b, s.readers())-before)*1000/float64(len(served)), "cpu-ms/key")
				mean, most := memoryOf(b, s.readers())
				b.ReportMetric(p95(local), "ms/local-p95")
				b.ReportMetric(p95(served), "ms/served-p95")
				b.ReportMetric(p95(served)/p95(local), "times")
				b.ReportMetric(float64(mean)/1000, "MB/session")
				b.ReportMetric(float64(most)/1000, "MB/largest")
				b.ReportMetric(float64(memory(b, s.cmd.Process.Pid))/1000, "MB/server")
				for _, x := range all {
					must(b, x.client.Close())
				}
				until(b, "the readers to end", func() bool { return len(s.readers()) == 0 })
			}
		})
	}
}

// plain is a session whose output is counted and not drawn, which would take more time
// than the reader does.
type plain struct {
	*window
	drawn atomic.Int64
}

// Write takes what the server sends.
func (p *plain) Write(out []byte) (int, error) {
	p.drawn.Add(int64(len(out)))
	return len(out), nil
}

// openPlain opens sessions at once, and waits until each has drawn something.
func openPlain(b *testing.B, s *server, size [2]int) []*plain {
	b.Helper()
	all := make([]*plain, many)
	var opening sync.WaitGroup
	for i := range all {
		all[i] = &plain{}
		opening.Go(func() {
			client, err := s.login(1)
			must(b, err)
			all[i].window = openFor(b, client, size[0], size[1], func(x *window) { x.session.Stdout = all[i] })
		})
	}
	opening.Wait()
	for _, x := range all {
		until(b, "the list", func() bool { return x.drawn.Load() > 1000 })
	}
	const settled = 5 * time.Second
	time.Sleep(settled) // the lists are read whole
	return all
}

// processorTime returns the seconds of processor time that processes have taken.
func processorTime(b *testing.B, pids []int) (seconds float64) {
	b.Helper()
	for _, pid := range pids {
		text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
		must(b, err)
		_, rest, _ := strings.Cut(string(text), ") ")
		fields := strings.Fields(rest)
		for _, field := range fields[11:13] {
			n, err := strconv.Atoi(field)
			must(b, err)
			const perSecond = 100
			seconds += float64(n) / perSecond
		}
	}
	return seconds
}

// pressKeys presses keys, five a second, and returns how long each took until something
// was drawn.
func pressKeys(press func(string), drawn func() int) (took []time.Duration) {
	const keys, every = 100, 200 * time.Millisecond
	time.Sleep(rand.N(every))
	for i := range keys {
		key := "j"
		if i%20 == 19 {
			key = "k"
		}
		before, begun := drawn(), time.Now()
		press(key)
		for drawn() == before && time.Since(begun) < every {
			time.Sleep(50 * time.Microsecond)
		}
		took = append(took, time.Since(begun))
		time.Sleep(every - time.Since(begun))
	}
	return took
}

// keysOfLocal returns how long keys take of a reader on a terminal of this machine, which
// reads the same index.
func keysOfLocal(b *testing.B, s *server, folder string, size [2]int) []time.Duration {
	b.Helper()
	cmd := exec.Command(os.Args[0], "--max-tlp", "RED", folder)
	cmd.Env = append(s.cmd.Env, "TERM=xterm-256color")
	screen, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: uint16(size[1]), Cols: uint16(size[0])})
	must(b, err)
	defer func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		_ = screen.Close()
	}()
	var mu sync.Mutex
	n := 0
	go func() {
		buffer := make([]byte, 64<<10)
		for {
			got, err := screen.Read(buffer)
			mu.Lock()
			n += got
			mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	drawn := func() int { mu.Lock(); defer mu.Unlock(); return n }
	until(b, "the list", func() bool { return drawn() > 1000 })
	time.Sleep(time.Second) // it looks for changes
	return pressKeys(func(key string) { _, _ = screen.WriteString(key) }, drawn)
}

// p95 returns the 95th percentile in milliseconds.
func p95(all []time.Duration) float64 {
	slices.Sort(all)
	return all[len(all)*95/100].Seconds() * 1000
}
