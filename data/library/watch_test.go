package library

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"sitrep/briefing/sample"
)

// follow keeps a library up to date until its watch is closed.
func follow(t *testing.T, l *Library, w *Watch) (done chan struct{}) {
	t.Helper()
	done = make(chan struct{})
	go func() {
		defer close(done)
		for {
			names, err := w.Next()
			if err != nil {
				if !errors.Is(err, context.Canceled) {
					t.Error(err)
				}
				return
			}
			if _, err := l.UpdateFiles(t.Context(), names, func(Progress) {}); err != nil && !errors.Is(err, os.ErrNotExist) {
				t.Error(err)
			}
		}
	}()
	return done
}

// until waits for a condition, as long as the test may take.
func until(t *testing.T, what string, is func() bool) {
	t.Helper()
	for !is() {
		select {
		case <-t.Context().Done():
			t.Fatal(what)
		case <-time.After(5 * time.Millisecond):
		}
	}
}

// names returns the names of the briefings that a library knows, sorted.
func names(t *testing.T, l *Library) []string {
	t.Helper()
	entries, err := l.Entries(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.File)
	}
	slices.Sort(all)
	return all
}

// TestManyWrites reads a folder while files are created, written, cut, replaced and
// removed in it. SITREP_TEST_WRITES is how many writes there are.
func TestManyWrites(t *testing.T) {
	writes := 600
	if n, err := strconv.Atoi(os.Getenv("SITREP_TEST_WRITES")); err == nil {
		writes = n
	}
	dir := t.TempDir()
	l := open(t, dir, Options{})
	w := l.Watch()
	update(t, l)
	followed := follow(t, l, w)
	over := make(chan struct{})
	go func() {
		defer close(over)
		write(t, dir, writes)
	}()
	reads := 0
	for reading := true; reading; reads++ {
		select {
		case <-over:
			reading = false
		default:
		}
		found(t, l, "drone", false)
		found(t, l, "harb", true)
		names(t, l)
	}
	t.Logf("%d writes, %d reads", writes, reads)
	for i := range 3 { // the last changes become known by the watch alone
		put(t, dir, "last-"+strconv.Itoa(i)+".yaml", brief("last", "Last", "2030-01-01", "over"))
	}
	until(t, "the last file is not seen", func() bool {
		e, ok, err := l.Entry(t.Context(), "last-2.yaml")
		return err == nil && ok && e.Why == ""
	})
	if err := w.Close(); err != nil {
		t.Error(err)
	}
	<-followed
	other := open(t, dir, Options{})
	update(t, other)
	if got, want := names(t, l), names(t, other); !slices.Equal(got, want) {
		t.Errorf("%d briefings, want %d", len(got), len(want))
	}
	update(t, l)
	wantSame(t, l)
	if notes := l.Notes(); len(notes) > 0 {
		t.Error(notes)
	}
}

// write writes to the files of a folder in all ways.
func write(t *testing.T, dir string, times int) {
	r := rand.New(rand.NewPCG(5, 6))
	_, large := sample.Archive(0)
	for i := range times {
		path := filepath.Join(dir, "file-"+strconv.Itoa(r.IntN(50))+".yaml")
		data := []byte(brief("b", "Title "+strconv.Itoa(i), "2024-01-01", "The harbour and drone "+strconv.Itoa(i)))
		if r.IntN(20) == 0 {
			data = large
		}
		var err error
		switch r.IntN(5) {
		case 0:
			err = os.Remove(path)
		case 1:
			err = os.Truncate(path, int64(r.IntN(200)))
		case 2:
			err = errors.Join(os.WriteFile(path+".new", data, 0o644), os.Rename(path+".new", path))
		default:
			err = os.WriteFile(path, data, 0o644)
		}
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			t.Error(err)
		}
	}
}

// TestPolling watches a folder that the system does not report on.
func TestPolling(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "a.yaml", brief("a", "A", "2024-01-01", "b"))
	l := open(t, dir, Options{})
	w := l.Watch()
	if w.notify != nil {
		w.stop()
		w.look()
	}
	w.pause = 0
	update(t, l)
	put(t, dir, "b.yaml", brief("b", "B", "2024-01-01", "b"))
	got, err := w.Next()
	if err != nil || !slices.Equal(got, []string{"b.yaml"}) {
		t.Errorf("%q, %v", got, err)
	}
	w.pause = 0
	if err := os.Remove(filepath.Join(dir, "a.yaml")); err != nil {
		t.Fatal(err)
	}
	if got, err = w.Next(); err != nil || !slices.Equal(got, []string{"a.yaml"}) {
		t.Errorf("%q, %v", got, err)
	}
	if err := w.Close(); err != nil {
		t.Error(err)
	}
	if got, err = w.Next(); !errors.Is(err, context.Canceled) {
		t.Errorf("%q, %v", got, err)
	}
}

// TestFolderComesBack removes the folder that is watched, and makes it again.
func TestFolderComesBack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "folder.yaml")
	put(t, dir, "a.yaml", brief("a", "A", "2024-01-01", "b"))
	l := open(t, dir, Options{})
	w := l.Watch()
	update(t, l)
	wantAll := func(what string) {
		t.Helper()
		for {
			got, err := w.Next()
			if err != nil {
				t.Fatal(what, err)
			}
			if got == nil {
				return
			}
		}
	}
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	wantAll("gone")
	if _, err := l.UpdateFiles(t.Context(), nil, func(Progress) {}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("without the folder: %v", err)
	}
	if _, err := l.UpdateFiles(t.Context(), []string{"a.yaml"}, func(Progress) {}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("one file without the folder: %v", err)
	}
	if got := names(t, l); len(got) != 1 {
		t.Errorf("without the folder: %q, want what was known", got)
	}
	w.pause = 0
	put(t, dir, "c.yaml", brief("c", "C", "2024-01-01", "b"))
	wantAll("back")
	update(t, l)
	put(t, dir, "d.yaml", brief("d", "D", "2024-01-01", "b"))
	if got, err := w.Next(); err != nil || !slices.Equal(got, []string{"d.yaml"}) {
		t.Errorf("after it came back: %q, %v", got, err)
	}
	if err := w.Close(); err != nil {
		t.Error(err)
	}
}

// TestFileNames updates by name what the whole folder would show, whatever becomes of
// a file.
func TestFileNames(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.yaml")
	l := open(t, dir, Options{})
	for _, step := range []struct {
		name string
		do   func() error
		want string
	}{
		{"a file", func() error { return os.WriteFile(path, []byte(brief("a", "A", "2024-01-01", "b")), 0o644) }, "A"},
		{"a folder", func() error { return errors.Join(os.Remove(path), os.Mkdir(path, 0o755)) }, ""},
		{"a link to nothing", func() error { return errors.Join(os.Remove(path), os.Symlink("nothing", path)) }, "the file is gone"},
		{"a link to itself", func() error { return errors.Join(os.Remove(path), os.Symlink("a.yaml", path)) }, "too many levels of symbolic links"},
		{"a link to a file", func() error {
			put(t, dir, "text", brief("a", "Linked", "2024-01-01", "b"))
			return errors.Join(os.Remove(path), os.Symlink("text", path))
		}, "Linked"},
		{"gone", func() error { return os.Remove(path) }, ""},
	} {
		if err := step.do(); err != nil {
			t.Skip(step.name, err)
		}
		if _, err := l.UpdateFiles(t.Context(), []string{"a.yaml", "a.yaml"}, func(Progress) {}); err != nil {
			t.Error(step.name, err)
		}
		e, ok, err := l.Entry(t.Context(), "a.yaml")
		if err != nil || ok != (step.want != "") || e.Title+e.Why != step.want {
			t.Errorf("%s: %q, %v, want %q", step.name, e.Title+e.Why, err, step.want)
		}
		if update(t, l) {
			t.Errorf("%s: the whole folder shows something else", step.name)
		}
	}
}
