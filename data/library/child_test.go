package library

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"sitrep/briefing/sample"
)

// The environment of a child process: what it does, in which folder, and where the
// index is.
const (
	childDoes  = "SITREP_TEST_CHILD"
	childDir   = "SITREP_TEST_DIR"
	childCache = "SITREP_TEST_CACHE"
)

// children are what a child process can do.
var children = map[string]func(t *testing.T, dir, cache string){
	"update until killed": func(t *testing.T, dir, cache string) {
		l := open(t, dir, Options{Cache: cache})
		r := rand.New(rand.NewPCG(uint64(os.Getpid()), 0))
		files, err := list(dir)
		if err != nil {
			t.Fatal(err)
		}
		for {
			fmt.Print(saysBegin)
			update(t, l)
			if notes := l.Notes(); len(notes) > 0 {
				t.Fatal(notes)
			}
			fmt.Print(saysEnd)
			change(t, dir, r, len(files)/4)
		}
	},
	"update often": func(t *testing.T, dir, cache string) {
		for range 3 {
			l := open(t, dir, Options{Cache: cache})
			update(t, l)
			if err := l.Close(); err != nil {
				t.Error(err)
			}
		}
	},
	"search": func(t *testing.T, dir, cache string) {
		l := open(t, dir, Options{Cache: cache})
		for range 12 {
			found(t, l, "drone -ceasefire", false)
			if _, err := l.Entries(t.Context(), 0); err != nil {
				t.Error(err)
			}
			if _, err := l.Actors(t.Context(), "ukraine"); err != nil {
				t.Error(err)
			}
		}
	},
}

// What a child process says before and after an update.
const (
	saysBegin = "<"
	saysEnd   = ">"
)

// TestChild is the test that child processes run.
func TestChild(t *testing.T) {
	if do := children[os.Getenv(childDoes)]; do != nil {
		do(t, os.Getenv(childDir), os.Getenv(childCache))
	}
}

func child(does, dir, cache string) (c *exec.Cmd, out *strings.Builder) {
	c, out = exec.Command(os.Args[0], "-test.run=^TestChild$", "-test.count=1"), &strings.Builder{}
	c.Env = append(os.Environ(), childDoes+"="+does, childDir+"="+dir, childCache+"="+cache)
	c.Stdout, c.Stderr = out, out
	return c, out
}

// change changes some files of a folder at random: writes others, removes some, and
// gives some a new time.
func change(t *testing.T, dir string, r *rand.Rand, n int) {
	t.Helper()
	var names []string
	files, err := list(dir)
	for _, f := range files {
		names = append(names, f.name)
	}
	slices.Sort(names)
	for range n {
		name, data := sample.Archive(r.IntN(400))
		if r.IntN(3) == 0 && len(names) > 0 {
			name = names[r.IntN(len(names))] // another content under this name
		}
		path := filepath.Join(dir, name)
		switch r.IntN(4) {
		case 0:
			if removed := os.Remove(path); !errors.Is(removed, os.ErrNotExist) {
				err = errors.Join(err, removed)
			}
		case 1:
			err = errors.Join(err, os.WriteFile(path+".new", data, 0o644), os.Rename(path+".new", path))
		default:
			err = errors.Join(err, os.WriteFile(path, data, 0o644))
		}
	}
	if err != nil {
		t.Fatal(err)
	}
}

// wantSame wants a library to know the same as one that is new.
func wantSame(t *testing.T, l *Library) {
	t.Helper()
	other := open(t, l.path, Options{Max: l.options.Max})
	update(t, other)
	got, want := contents(t, l), contents(t, other)
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Fatalf("%d things are known, want %d; the first that differs is %.300q, want %.300q", len(got), len(want), got[min(i, len(got)):min(i+1, len(got))], want[min(i, len(want)):min(i+1, len(want))])
		}
	}
	var sound string
	if err := l.each(t.Context(), func(scan func(...any) error) error { return scan(&sound) }, "PRAGMA integrity_check"); err != nil || sound != "ok" {
		t.Errorf("integrity: %s, %v", sound, err)
	}
	for _, table := range []string{wordsTable, facetsTable} {
		err := l.write(t.Context(), func(w *writer) error {
			w.exec("INSERT INTO " + table + "(" + table + ", rank) VALUES('integrity-check', 0)")
			return w.err
		})
		if err != nil {
			t.Errorf("%s: %v", table, err)
		}
	}
}

// contents returns what a library knows, sorted, without numbers of its own.
func contents(t *testing.T, l *Library) []string {
	t.Helper()
	var all []string
	for _, query := range []string{
		"SELECT concat_ws('|', hex(file.name), file.size, hex(file.sum), file.kind, file.day, briefing, title, version, as_of, tlp, withheld, contested, errors, why, items) FROM file",
		"SELECT concat_ws('|', file.name, item.id & :number, item.kind, item.ref, item.name, marking, keys, length(chunk.text)) FROM item" + joinChunk + ofFile("item.id"),
		"SELECT concat_ws('|', file.name, item & :number, first, last) FROM period" + ofFile("item"),
		"SELECT concat_ws('|', file.name, item & :number, key.sum) FROM key" + ofFile("item"),
		"SELECT concat_ws('|', file.name, item & :number, holder & :number, claim & :number, question & :number, stance, said, said_by, position.day) FROM position" + ofFile("item"),
	} {
		query = strings.ReplaceAll(query, ":number", strconv.Itoa(maxItems-1))
		err := l.each(t.Context(), func(scan func(...any) error) error {
			var row string
			err := scan(&row)
			all = append(all, row)
			return err
		}, query)
		if err != nil {
			t.Fatal(query, err)
		}
	}
	for _, expr := range []string{"drone", "cease*", `"the drone"`, "stance:denies", "-drone stance:affirms", "drone kind:person"} {
		all = append(all, found(t, l, expr, false)...)
	}
	slices.Sort(all)
	return all
}

func ofFile(item string) string { return " JOIN file ON file.id = " + fileID(item) }

// TestKilled kills a process that updates an index again and again, at moments spread
// over the time that it takes to make the index. SITREP_TEST_KILLS is how often.
func TestKilled(t *testing.T) {
	kills, files := 6, 20
	if n, err := strconv.Atoi(os.Getenv("SITREP_TEST_KILLS")); err == nil {
		kills, files = n, 120
	}
	if testing.Short() {
		t.Skip("starts processes")
	}
	dir, cache := t.TempDir(), t.TempDir()
	archive(t, dir, files)
	begun := time.Now()
	update(t, open(t, dir, Options{}))
	longest := time.Since(begun)
	r := rand.New(rand.NewPCG(1, 2))
	updating := 0
	for i := range kills {
		said := killed(t, dir, cache, time.Duration(r.Int64N(int64(longest))))
		if rest := strings.Trim(said, saysBegin+saysEnd); rest != "" {
			t.Fatal(rest)
		}
		if strings.HasSuffix(said, saysBegin) {
			updating++
		}
		l := open(t, dir, Options{Cache: cache})
		if _, err := l.Entries(t.Context(), 0); err != nil {
			t.Fatal(err)
		}
		found(t, l, "drone", false)
		if notes := l.Notes(); len(notes) > 0 {
			t.Errorf("after kill %d: %q", i, notes)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d of %d were killed during an update, the others between two", updating, kills)
	l := open(t, dir, Options{Cache: cache})
	update(t, l)
	wantSame(t, l)
}

// killed starts a process that updates an index until it is killed, which is so long
// after it has begun. It returns what the process has said.
func killed(t *testing.T, dir, cache string, after time.Duration) string {
	t.Helper()
	c, _ := child("update until killed", dir, cache)
	c.Stdout = nil
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	first := make([]byte, 1)
	_, err = out.Read(first)
	time.AfterFunc(after, func() { _ = c.Process.Kill() }) // it may have failed
	rest, more := io.ReadAll(out)
	if err := errors.Join(err, more); err != nil {
		t.Fatal(err)
	}
	_ = c.Wait() // it was killed
	return string(first) + string(rest)
}

// TestPrograms has two processes update an index while two search, and this one
// do both at once.
func TestPrograms(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	dir, cache := t.TempDir(), t.TempDir()
	archive(t, dir, 24)
	var all sync.WaitGroup
	for _, does := range []string{"update often", "update often", "search", "search"} {
		all.Go(func() {
			c, out := child(does, dir, cache)
			if err := c.Run(); err != nil {
				t.Errorf("%s: %v\n%s", does, err, out)
			}
		})
	}
	l, other := open(t, dir, Options{Cache: cache}), open(t, dir, Options{Cache: cache})
	for _, l := range []*Library{l, other} {
		all.Go(func() { update(t, l) })
		all.Go(func() {
			for range 6 {
				found(t, l, "drone stance:denies", false)
			}
		})
	}
	r := rand.New(rand.NewPCG(3, 4))
	for range 10 {
		change(t, dir, r, 3)
	}
	all.Wait()
	update(t, l)
	if update(t, other) {
		t.Error("the other library has something left to do")
	}
	for _, note := range append(l.Notes(), other.Notes()...) {
		t.Error(note)
	}
	wantSame(t, other)
}
