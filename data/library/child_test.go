package library

import (
	"errors"
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
	"update": func(t *testing.T, dir, cache string) {
		l := open(t, dir, Options{Cache: cache})
		update(t, l)
		for _, note := range l.Notes() {
			t.Error(note)
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
	other := open(t, l.path, Options{Max: l.max})
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

// TestKilled kills a process that updates an index again and again, at any moment.
// SITREP_TEST_KILLS is how often.
func TestKilled(t *testing.T) {
	kills, files := 6, 20
	if n, err := strconv.Atoi(os.Getenv("SITREP_TEST_KILLS")); err == nil {
		kills, files = n, 300
	}
	if testing.Short() {
		t.Skip("starts processes")
	}
	dir, cache := t.TempDir(), t.TempDir()
	archive(t, dir, files)
	r := rand.New(rand.NewPCG(1, 2))
	longest, ended := 0, 0
	for i := range kills {
		c, out := child("update", dir, cache)
		begun := time.Now()
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		if longest == 0 { // the first may end, to see how long it takes
			if err := c.Wait(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			longest = int(time.Since(begun))
			if err := removeIndex(open(t, dir, Options{Cache: cache}).name); err != nil {
				t.Fatal(err)
			}
			continue
		}
		time.Sleep(time.Duration(r.IntN(longest / 2)))
		_ = c.Process.Kill() // it may have ended
		err := c.Wait()
		switch said := strings.TrimSpace(out.String()); {
		case err == nil, said == "PASS": // it can be killed on its way out
			ended++
		case said != "":
			t.Fatalf("%v\n%s", err, out)
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
		change(t, dir, r, files/4)
	}
	t.Logf("%d of %d had ended before they were killed", ended, kills)
	l := open(t, dir, Options{Cache: cache})
	update(t, l)
	wantSame(t, l)
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
