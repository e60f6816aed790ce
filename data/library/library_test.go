package library

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"sitrep/briefing/sample"
)

func put(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// open opens the library in a folder, with an index of its own.
func open(t *testing.T, dir string, o Options) *Library {
	t.Helper()
	if o.Cache == "" {
		o.Cache = t.TempDir()
	}
	l, err := Open(dir, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l
}

func update(t *testing.T, l *Library) (changed bool) {
	t.Helper()
	changed, err := l.Update(t.Context(), func(Progress) {})
	if err != nil {
		t.Fatal(err)
	}
	return changed
}

// find returns the hits of an expression as file:kind:id, in their order.
func found(t *testing.T, l *Library, expr string, typing bool) []string {
	t.Helper()
	q, err := Parse(expr, typing)
	if err != nil {
		t.Fatalf("%s: %v", expr, err)
	}
	var out []string
	err = l.Search(t.Context(), q, func(h *Hit) bool {
		out = append(out, h.File+":"+h.Ref.Kind.String()+":"+h.Ref.ID)
		if h.Start > h.End || h.End > len(h.Text) {
			t.Errorf("%s: words from %d to %d of %q", expr, h.Start, h.End, h.Text)
		}
		return true
	})
	if err != nil {
		t.Fatalf("%s: %v", expr, err)
	}
	return out
}

// archive writes the first files of the generated archive.
func archive(t testing.TB, dir string, n int) {
	t.Helper()
	for i := range n {
		name, data := sample.Archive(i)
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestEntries(t *testing.T) {
	dir := t.TempDir()
	archive(t, dir, 45)
	l := open(t, dir, Options{})
	update(t, l)
	entries, err := l.Entries(t.Context(), 0)
	if err != nil || len(entries) != 45 {
		t.Fatal(len(entries), err)
	}
	for i, e := range entries {
		if i > 0 && e.AsOf.String() > entries[i-1].AsOf.String() {
			t.Errorf("%s of %s comes after %s", e.File, e.AsOf, entries[i-1].AsOf)
		}
		doc, err := l.Load(e.File)
		if err != nil {
			if e.Why == "" {
				t.Errorf("%s: %v, and the entry does not say so", e.File, err)
			}
			continue
		}
		if b := doc.Briefing; e.Title != b.Title || e.Briefing != b.ID || e.Version != b.Version || e.AsOf.String() != b.AsOf.String() {
			t.Errorf("%s: %+v", e.File, e)
		}
	}
	few, err := l.Entries(t.Context(), 7)
	if err != nil || !slices.EqualFunc(few, entries[:7], func(a, b Entry) bool { return a.File == b.File }) {
		t.Errorf("the first 7 are %v, %v", few, err)
	}
}

const small = `format: briefing/1
id: %s
title: %s
as_of: %s
version: 1
tlp: CLEAR
bottom_line: %s
`

func brief(id, title, asOf, text string) string { return fmt.Sprintf(small, id, title, asOf, text) }

// TestUpdate follows the changes of a folder.
func TestUpdate(t *testing.T) {
	dir := t.TempDir()
	old := time.Now().Add(-time.Hour)
	write := func(name, text string, at time.Time) {
		put(t, dir, name, text)
		if err := os.Chtimes(filepath.Join(dir, name), at, at); err != nil {
			t.Fatal(err)
		}
	}
	write("a.yaml", brief("a", "First", "2024-01-01", "apples"), old)
	write("b.yaml", brief("b", "Second", "2024-01-02", "bananas"), old)
	write("other.yaml", "version: 3\nservices: {}\n", old)
	write("broken.yaml", "format: briefing/1\nactors: [\n", old)
	l := open(t, dir, Options{})
	steps := []struct {
		name    string
		do      func()
		changed bool
		expr    string
		want    []string
	}{
		{"at first", func() {}, true, "apples", []string{"a.yaml:bottom line:"}},
		{"nothing new", func() {}, false, "bananas", []string{"b.yaml:bottom line:"}},
		{"touched", func() { write("a.yaml", brief("a", "First", "2024-01-01", "apples"), old.Add(time.Minute)) }, false, "apples", []string{"a.yaml:bottom line:"}},
		{"changed", func() { write("a.yaml", brief("a", "First", "2025-01-01", "cherries"), old.Add(2*time.Minute)) }, true, "apples", nil},
		{"changed, found", func() {}, false, "cherries", []string{"a.yaml:bottom line:"}},
		{"changed as it was read", func() {
			write("c.yaml", brief("c", "Third", "2024-01-03", "dates"), time.Now())
			update(t, l)
			info, err := os.Stat(filepath.Join(dir, "c.yaml"))
			if err != nil {
				t.Fatal(err)
			}
			write("c.yaml", brief("c", "Third", "2024-01-03", "limes"), info.ModTime())
		}, true, "limes", []string{"c.yaml:bottom line:"}},
		{"a briefing now", func() { write("other.yaml", brief("o", "Other", "2023-01-01", "melons"), old.Add(time.Minute)) }, true, "melons", []string{"other.yaml:bottom line:"}},
		{"renamed", func() {
			if err := os.Rename(filepath.Join(dir, "b.yaml"), filepath.Join(dir, "d.yaml")); err != nil {
				t.Fatal(err)
			}
		}, true, "bananas", []string{"d.yaml:bottom line:"}},
		{"mended", func() { write("broken.yaml", brief("x", "Mended", "2022-01-01", "olives"), old.Add(time.Minute)) }, true, "title", nil},
		{"gone", func() {
			if err := os.Remove(filepath.Join(dir, "d.yaml")); err != nil {
				t.Fatal(err)
			}
		}, true, "bananas", nil},
	}
	for _, step := range steps {
		step.do()
		if changed := update(t, l); changed != step.changed {
			t.Errorf("%s: changed %v", step.name, changed)
		}
		if got := found(t, l, step.expr, false); !slices.Equal(got, step.want) {
			t.Errorf("%s: %v, want %v", step.name, got, step.want)
		}
	}
	wantRows(t, l)
}

// wantRows wants the entries that TestUpdate leaves, and nothing of other files.
func wantRows(t *testing.T, l *Library) {
	t.Helper()
	var names []string
	entries, err := l.Entries(t.Context(), 0)
	for _, e := range entries {
		names = append(names, e.File)
	}
	if want := []string{"a.yaml", "c.yaml", "other.yaml", "broken.yaml"}; err != nil || !slices.Equal(names, want) {
		t.Errorf("%v, want %v; %v", names, want, err)
	}
	for _, table := range []string{"item", "chunk", "words", "facets"} { // nothing is left of what is gone
		var n int
		if err := l.each(context.Background(), func(scan func(...any) error) error { return scan(&n) }, "SELECT count(*) FROM "+table+" WHERE "+fileID("rowid")+" NOT IN (SELECT id FROM file)"); err != nil || n > 0 {
			t.Errorf("%s: %d rows of files that are gone, %v", table, n, err)
		}
	}
}

// TestTextFile reads a briefing again when a text of its sources changes.
func TestTextFile(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "a.yaml", brief("a", "A", "2024-01-01", "b")+"sources:\n  - id: s\n    title: S\n    kind: report\n    text_file: texts/s.txt\n")
	put(t, dir, "texts/s.txt", "The harbour is open.\n")
	old := time.Now().Add(-time.Hour)
	for _, name := range []string{"a.yaml", "texts/s.txt"} {
		if err := os.Chtimes(filepath.Join(dir, name), old, old); err != nil {
			t.Fatal(err)
		}
	}
	l := open(t, dir, Options{})
	update(t, l)
	if got := found(t, l, "harbour", false); len(got) != 1 {
		t.Fatal(got)
	}
	put(t, dir, "texts/s.txt", "The station is shut.\n")
	if !update(t, l) || len(found(t, l, "harbour", false)) != 0 || len(found(t, l, `"station is shut"`, false)) != 1 {
		t.Error("the text is not read again")
	}
}
