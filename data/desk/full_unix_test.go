//go:build unix

package desk_test

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// limitFiles has this process write no file larger than so many bytes; -1 is no limit.
// It cannot be told from a full disk.
func limitFiles(t testing.TB, bytes int) {
	t.Helper()
	var limit syscall.Rlimit
	check(t, syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit))
	if limit.Cur = limit.Max; bytes >= 0 {
		limit.Cur = uint64(bytes)
	}
	check(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit))
}

// cpu returns how much time of processors this process has taken.
func cpu() time.Duration {
	var used syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &used) // it has no reason to fail
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// TestDiskFull follows when there is no room, and then there is.
func TestDiskFull(t *testing.T) {
	t.Parallel()
	s := useServers(t)
	d := s.dial("red")
	all := published{}
	all.add(t, d, text("a", 1, "GREEN", "x"))
	all.add(t, d, text("b", 1, "GREEN", strings.Repeat("long ", 2000)))
	all.add(t, d, text("c", 1, "RED", strings.Repeat("long ", 2000)))
	c := s.config("red2")
	cmd := child(t, c, childLimit+"=4096")
	in, err := cmd.StdinPipe()
	check(t, err)
	out, err := cmd.StdoutPipe()
	check(t, err)
	check(t, cmd.Start())
	said := false
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if !said && strings.Contains(lines.Text(), "file too large") {
			said = true
			for name := range all {
				if got, err := os.ReadFile(filepath.Join(c.Folder, name)); err == nil && string(got) != all[name] {
					t.Errorf("%s is half written", name)
				}
			}
			check(t, in.Close())
		}
	}
	if err := cmd.Wait(); err != nil || !said {
		t.Errorf("%v, said that there is no room: %t", err, said)
	}
	f := follow(t, c)
	all.check(t, f)
	f.until("ready", ready)
	if len(f.names) > 0 {
		t.Errorf("received again: %q", f.names)
	}
}
