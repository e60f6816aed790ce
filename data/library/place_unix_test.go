//go:build unix

package library

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

func init() { children["no place"] = noPlaceChild }

// noPlaceChild fills an index for which there is too little place.
func noPlaceChild(t *testing.T, dir, cache string) {
	limit := syscall.Rlimit{Cur: 1 << 20, Max: 1 << 20}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Skip(err)
	}
	l := open(t, dir, Options{Cache: cache})
	update(t, l)
	if notes := l.Notes(); !slices.Equal(notes, []string{noPlace + "the cache folder cannot be read or written"}) && !slices.Equal(notes, []string{noPlace + "the disk is full"}) {
		t.Error(notes)
	}
	if got := len(found(t, l, "drone", false)); got == 0 {
		t.Error("nothing is found")
	}
	update(t, l)
	wantNotes(t, l)
}

// sorted sorts hits, as those of one day come in any order.
func sorted(hits []string) []string {
	slices.Sort(hits)
	return hits
}

// wantNotes wants notes that begin so, and no others.
func wantNotes(t *testing.T, l *Library, want ...string) {
	t.Helper()
	got := l.Notes()
	if len(got) != len(want) || !slices.EqualFunc(got, want, strings.HasPrefix) {
		t.Errorf("notes %q, want %q", got, want)
	}
}

// TestFullDisk goes on in memory when the index becomes too large for its place.
func TestFullDisk(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a process")
	}
	dir := t.TempDir()
	archive(t, dir, 40)
	c, out := child("no place", dir, t.TempDir())
	if err := c.Run(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// TestBadPlace opens a library whose index has no place, or one that holds something
// else.
func TestBadPlace(t *testing.T) {
	dir := t.TempDir()
	archive(t, dir, 3)
	garbage := strings.Repeat("This is no database. ", 5000)
	for _, test := range []struct {
		name string
		do   func(cache, index string) error
		note string
	}{
		{"garbage", func(_, index string) error { return os.WriteFile(index, []byte(garbage), 0o600) }, builtAgain},
		{"empty", func(_, index string) error { return os.Truncate(index, 0) }, ""},
		{"cut in the header", func(_, index string) error { return os.Truncate(index, 50) }, builtAgain},
		{"another database", func(_, index string) error {
			return alter(index, "DROP TABLE file; CREATE TABLE file(x); PRAGMA user_version = 0")
		}, builtAgain},
		{"a folder", func(_, index string) error { return errors.Join(os.Remove(index), os.MkdirAll(index+"/x", 0o700)) }, noPlace},
		{"a link to garbage", func(cache, index string) error {
			other := filepath.Join(cache, "other")
			return errors.Join(os.Remove(index), os.WriteFile(other, []byte(garbage), 0o600), os.Symlink(other, index))
		}, builtAgain},
		{"a link to nothing", func(_, index string) error {
			return errors.Join(os.Remove(index), os.Symlink("/nothing/at/all", index))
		}, noPlace},
		{"a link to itself", func(_, index string) error {
			return errors.Join(os.Remove(index), os.Symlink(filepath.Base(index), index))
		}, noPlace},
		{"garbage beside it", func(_, index string) error {
			return errors.Join(os.WriteFile(index+"-wal", []byte(garbage), 0o600), os.WriteFile(index+"-shm", []byte(garbage), 0o600))
		}, ""},
		{"readable by all", func(_, index string) error { return os.Chmod(index, 0o666) }, ""},
		{"a file as the cache folder", func(cache, _ string) error {
			return errors.Join(os.RemoveAll(cache), os.WriteFile(cache, nil, 0o600))
		}, noPlace},
	} {
		t.Run(test.name, func(t *testing.T) {
			cache := filepath.Join(t.TempDir(), "cache")
			first := open(t, dir, Options{Cache: cache})
			update(t, first)
			want := sorted(found(t, first, "drone", false))
			if err := errors.Join(first.Close(), test.do(cache, first.name)); err != nil {
				t.Fatal(err)
			}
			l := open(t, dir, Options{Cache: cache})
			update(t, l)
			if test.note != "" {
				wantNotes(t, l, test.note)
			} else {
				wantNotes(t, l)
			}
			if got := sorted(found(t, l, "drone", false)); !slices.Equal(got, want) {
				t.Errorf("%d hits, want %d", len(got), len(want))
			}
			info, err := os.Stat(l.name)
			if test.note != noPlace && (err != nil || info.Mode().Perm() != 0o600) {
				t.Errorf("%v, %v", info.Mode(), err)
			}
		})
	}
}

// alter runs SQL on an index.
func alter(index, statements string) error {
	db, err := openFile(index)
	if err != nil {
		return err
	}
	_, err = db.Exec(statements)
	return errors.Join(err, db.Close())
}

// losses break an index that is in use.
var losses = []struct {
	name string
	do   func(l *Library) error
}{
	{"removed", func(l *Library) error { return removeIndex(l.name) }},
	{"removed, with new connections", func(l *Library) error {
		l.database().SetMaxIdleConns(-1)
		return removeIndex(l.name)
	}},
	{"cut", func(l *Library) error { return errors.Join(checkpoint(l), os.Truncate(l.name, 40_000)) }},
	{"overwritten", func(l *Library) error {
		f, err := os.OpenFile(l.name, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		_, err = io.WriteString(f, strings.Repeat("garbage ", 200_000))
		l.database().SetMaxIdleConns(-1)
		return errors.Join(checkpoint(l), err, f.Close())
	}},
	{"a chunk", func(l *Library) error {
		return l.write(context.Background(), func(w *writer) error {
			w.exec("UPDATE chunk SET text = x'00010203'")
			return w.err
		})
	}},
	{"a table", func(l *Library) error { return alter(l.name, "DROP TABLE file") }},
}

// TestLostInUse breaks an index that is in use.
func TestLostInUse(t *testing.T) {
	dir := t.TempDir()
	archive(t, dir, 6)
	for _, test := range losses {
		t.Run(test.name, func(t *testing.T) {
			l := open(t, dir, Options{})
			update(t, l)
			want := sorted(found(t, l, "drone", false))
			w := l.Watch()
			defer func() { _ = w.Close() }()
			if err := test.do(l); err != nil && code(err) == 0 {
				t.Fatal(err)
			}
			q, err := Parse("drone", false)
			if err != nil {
				t.Fatal(err)
			}
			_, failed := l.Entries(t.Context(), 0)
			if err := l.Search(t.Context(), q, func(*Hit) bool { return true }); err != nil {
				failed = err
			}
			if failed != nil && !errors.Is(failed, ErrReplaced) {
				t.Error(failed)
			}
			if failed != nil { // the watch says that the folder has to be looked at
				if names, err := w.Next(); names != nil || err != nil {
					t.Error(names, err)
				}
				wantNotes(t, l, builtAgain)
			}
			update(t, l)
			if got := sorted(found(t, l, "drone", false)); !slices.Equal(got, want) {
				t.Errorf("%d hits, want %d", len(got), len(want))
			}
			wantNotes(t, l)
			wantSame(t, l)
		})
	}
}

// checkpoint moves what is in the log into the file.
func checkpoint(l *Library) error {
	_, err := l.database().Exec("PRAGMA wal_checkpoint(TRUNCATE)")
	return err
}

// TestNoHome opens a library where there is no cache folder for the user.
func TestNoHome(t *testing.T) {
	dir := t.TempDir()
	archive(t, dir, 2)
	t.Setenv("HOME", "")
	t.Setenv("XDG_CACHE_HOME", "")
	l, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	wantNotes(t, l, noPlace)
	update(t, l)
	wantNotes(t, l)
	if len(names(t, l)) != 2 {
		t.Error(names(t, l))
	}
}

// TestMemory has an index in memory hold what fits, and say once what does not.
func TestMemory(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "a.yaml", brief("a", "A", "2024-01-01", "b"))
	f, err := os.Create(filepath.Join(dir, "large.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Truncate(maxInMemory), f.Close()); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(f.Name(), time.Unix(1e9, 0), time.Unix(1e9, 0)); err != nil {
		t.Fatal(err)
	}
	cache := filepath.Join(t.TempDir(), "cache")
	put(t, filepath.Dir(cache), "cache", "a file")
	l := open(t, dir, Options{Cache: cache})
	update(t, l)
	wantNotes(t, l, noPlace, "1 of 2 files do not fit into memory")
	update(t, l)
	wantNotes(t, l)
	if got := names(t, l); !slices.Equal(got, []string{"a.yaml"}) {
		t.Error(got)
	}
}

// TestOlderVersions removes the indexes of earlier versions, and nothing else.
func TestOlderVersions(t *testing.T) {
	dir, cache := t.TempDir(), t.TempDir()
	name := open(t, dir, Options{Cache: cache}).name
	folder, _, _ := strings.Cut(filepath.Base(name), "-")
	other := strings.Repeat("0", len(folder))
	for _, file := range []string{versionName(folder, 0), versionName(folder, 0) + "-wal", versionName(folder, indexVersion+1), versionName(other, 0), "notes.txt"} {
		put(t, cache, file, "x")
	}
	open(t, dir, Options{Cache: cache})
	left, err := filepath.Glob(filepath.Join(cache, "*"))
	for i := range left {
		left[i] = filepath.Base(left[i])
	}
	left = slices.DeleteFunc(left, func(file string) bool { return strings.HasPrefix(file, filepath.Base(name)) })
	want := []string{versionName(folder, indexVersion+1), versionName(other, 0), "notes.txt"}
	slices.Sort(want)
	if err != nil || !slices.Equal(left, want) {
		t.Errorf("%q are left, want %q; %v", left, want, err)
	}
}
