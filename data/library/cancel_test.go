package library

import (
	"context"
	"errors"
	"os"
	"runtime"
	"sync"
	"testing"
	"time"
)

// descriptors returns how many files the process has open, or 0 where that is not known.
func descriptors() int {
	entries, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		return 0
	}
	return len(entries)
}

// TestCanceled ends updates and searches at any moment.
func TestCanceled(t *testing.T) {
	dir := t.TempDir()
	archive(t, dir, 24)
	goroutines, open0 := runtime.NumGoroutine(), descriptors()
	l, err := Open(dir, Options{Cache: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	w := l.Watch()
	q, err := Parse("drone -ceasefire", false)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 30 {
		ctx, cancel := context.WithTimeout(t.Context(), time.Duration(i)*5*time.Millisecond)
		for _, do := range []func() error{
			func() error { _, err := l.Update(ctx, func(Progress) {}); return err },
			func() error { return l.Search(ctx, q, func(*Hit) bool { return true }) },
			func() error { _, err := l.Entries(ctx, 0); return err },
		} {
			if err := do(); err != nil && !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("after %d ms: %v", i*5, err)
			}
		}
		cancel()
	}
	update(t, l)
	wantSame(t, l)
	if notes := l.Notes(); len(notes) > 0 {
		t.Error(notes)
	}
	if err := errors.Join(w.Close(), l.Close()); err != nil {
		t.Error(err)
	}
	until(t, "goroutines are left", func() bool { return runtime.NumGoroutine() <= goroutines+4 }) // of the other library of wantSame
	until(t, "files are left open", func() bool { return descriptors() <= open0+10 })
}

// TestCanceledInMemory keeps what an index in memory has when something is canceled.
func TestCanceledInMemory(t *testing.T) {
	dir := t.TempDir()
	archive(t, dir, 8)
	l := &Library{path: dir, emptied: make(chan struct{}, 1)}
	if err := l.useMemory(os.ErrInvalid); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	l.Notes()
	update(t, l)
	want := found(t, l, "drone", false)
	for i := range 20 {
		ctx, cancel := context.WithTimeout(t.Context(), time.Duration(i)*time.Millisecond)
		put(t, dir, "new.yaml", brief("n", "N", "2024-01-01", "b"))
		_, _ = l.Update(ctx, func(Progress) {}) // it may be done
		q, err := Parse("drone", false)
		if err != nil {
			t.Fatal(err)
		}
		_ = l.Search(ctx, q, func(*Hit) bool { return true }) // as above
		cancel()
	}
	update(t, l)
	if got := found(t, l, "drone", false); len(got) != len(want) {
		t.Errorf("%d hits, want %d", len(got), len(want))
	}
}

// TestCloseInUse closes a library while it is read and written.
func TestCloseInUse(t *testing.T) {
	dir := t.TempDir()
	archive(t, dir, 12)
	q, err := Parse("drone", false)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 6 {
		l, err := Open(dir, Options{Cache: t.TempDir()})
		if err != nil {
			t.Fatal(err)
		}
		var all sync.WaitGroup
		for _, do := range []func() error{
			func() error { _, err := l.Update(t.Context(), func(Progress) {}); return err },
			func() error {
				for range 50 {
					if err := l.Search(t.Context(), q, func(*Hit) bool { return true }); err != nil {
						return err
					}
				}
				return nil
			},
		} {
			all.Go(func() {
				if err := do(); err != nil && !errors.Is(err, errClosed) {
					t.Error(err)
				}
			})
		}
		time.Sleep(time.Duration(i) * 20 * time.Millisecond)
		if err := l.Close(); err != nil {
			t.Error(err)
		}
		all.Wait()
		if notes := l.Notes(); len(notes) > 0 {
			t.Error(notes)
		}
	}
}
