package library

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"testing"
	"time"
)

// TestReadOnly reads an index that another library keeps: there is none at first, then
// it follows what the other one does, and it changes nothing itself.
func TestReadOnly(t *testing.T) {
	dir, cache := t.TempDir(), t.TempDir()
	put(t, dir, "a.yaml", "format: briefing/1\nid: a\ntitle: A\nas_of: 2024\n")
	if _, err := Open(dir, Options{Cache: cache, ReadOnly: true}); !errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("it opens an index that is not there: %v", err)
	}
	keeper := open(t, dir, Options{Cache: cache})
	update(t, keeper)
	l := open(t, dir, Options{Cache: cache, ReadOnly: true})
	if got := names(t, l); !slices.Equal(got, []string{"a.yaml"}) {
		t.Fatalf("it knows %q", got)
	}
	if update(t, l) {
		t.Error("it has changed, it says, and nobody has written")
	}

	put(t, dir, "b.yaml", "format: briefing/1\nid: b\ntitle: The bridge\nas_of: 2024\n")
	late := make(chan error, 1)
	go func() {
		time.Sleep(20 * time.Millisecond) // so that it has to wait
		_, err := keeper.UpdateFiles(t.Context(), []string{"b.yaml"}, func(Progress) {})
		late <- err
	}()
	if changed, err := l.UpdateFiles(t.Context(), []string{"b.yaml"}, func(Progress) {}); err != nil || !changed {
		t.Errorf("after a file has come: %v, %v", changed, err)
	}
	if err := <-late; err != nil {
		t.Fatal(err)
	}
	if got := names(t, l); !slices.Equal(got, []string{"a.yaml", "b.yaml"}) {
		t.Errorf("it knows %q", got)
	}
	if got := found(t, l, "bridge", false); len(got) == 0 {
		t.Error("it finds nothing")
	}
	if !update(t, l) || update(t, l) {
		t.Error("a change is not noticed once")
	}
	if err := l.write(t.Context(), func(w *writer) error { w.remove("a.yaml"); return w.err }); err == nil {
		t.Error("it writes")
	}
}

// TestReadOnlyGone takes the index away under a library that only reads it: it makes
// none of its own, and goes on with the next one.
func TestReadOnlyGone(t *testing.T) {
	dir, cache := t.TempDir(), t.TempDir()
	put(t, dir, "a.yaml", "format: briefing/1\nid: a\ntitle: A\nas_of: 2024\n")
	keeper, err := Open(dir, Options{Cache: cache})
	if err != nil {
		t.Fatal(err)
	}
	update(t, keeper)
	l := open(t, dir, Options{Cache: cache, ReadOnly: true})
	if err := errors.Join(keeper.Close(), removeIndex(keeper.name)); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Update(t.Context(), func(Progress) {}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("without an index: %v", err)
	}
	if left, err := os.ReadDir(cache); err != nil || len(left) > 0 {
		t.Errorf("in the folder of the index are %v, %v", left, err)
	}
	put(t, dir, "b.yaml", "format: briefing/1\nid: b\ntitle: B\nas_of: 2024\n")
	update(t, open(t, dir, Options{Cache: cache}))
	if !update(t, l) {
		t.Error("another index is not noticed")
	}
	if got := names(t, l); !slices.Equal(got, []string{"a.yaml", "b.yaml"}) {
		t.Errorf("it knows %q", got)
	}
}
