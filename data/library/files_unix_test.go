//go:build unix

package library

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// hard are names that mean something in a URI, in SQL or on a terminal, or are no text.
var hard = []string{"new\nline", "50%", "%41", "a?b=c", "#1", "a'b\"c", "inv\xff\xfe", "ü", "-x", ";", "a\\b", strings.Repeat("n", 240)}

// TestNames reads folders and files of any names, with the index in such a folder.
func TestNames(t *testing.T) {
	for _, name := range hard {
		dir, cache := filepath.Join(t.TempDir(), name), filepath.Join(t.TempDir(), name)
		put(t, dir, name+".yaml", brief("a", "A", "2024-01-01", "harbour"))
		for range 2 {
			l := open(t, dir, Options{Cache: cache})
			if changed := update(t, l); l.memory || len(l.Notes()) > 0 {
				t.Errorf("%q: changed %t, %q", name, changed, l.Notes())
			}
			e, ok, err := l.Entry(t.Context(), name+".yaml")
			if err != nil || !ok || e.Title != "A" {
				t.Errorf("%q: %+v, %v", name, e, err)
			}
			if got := found(t, l, "harbour", false); !slices.Equal(got, []string{name + ".yaml:bottom line:"}) {
				t.Errorf("%q: %q", name, got)
			}
		}
		if found, err := filepath.Glob(filepath.Join(strings.NewReplacer(`\`, `\\`, "?", `\?`).Replace(cache), "*.sqlite")); err != nil || len(found) != 1 {
			t.Errorf("%q: %q, %v", name, found, err)
		}
	}
}

// TestSpecialFiles lists what is no regular file as what cannot be read, without waiting
// for it.
func TestSpecialFiles(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.yaml"), 0o600); err != nil {
		t.Skip(err)
	}
	if err := os.Symlink("/dev/zero", filepath.Join(dir, "zero.yaml")); err != nil {
		t.Skip(err)
	}
	huge, err := os.Create(filepath.Join(dir, "huge.json"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := huge.WriteString(`{"format": "briefing/1", `); err != nil {
		t.Fatal(err)
	}
	if err := huge.Truncate(1 << 40); err != nil {
		t.Log(err)
	}
	_ = huge.Close() // it has been written
	l := open(t, dir, Options{})
	update(t, l)
	for _, name := range []string{"huge.json", "pipe.yaml", "zero.yaml"} {
		if e, ok, err := l.Entry(t.Context(), name); err != nil || !ok || e.Why == "" {
			t.Errorf("%s: %+v, %v", name, e, err)
		}
	}
	if update(t, l) {
		t.Error("they have changed")
	}
}

// TestDates sorts briefings by any as-of date, and those without one last.
func TestDates(t *testing.T) {
	dir := t.TempDir()
	for name, asOf := range map[string]string{"e": "-5000", "b": "9999-12-31", "c": "2024-01-01", "d": "0001", "a": "Y99999", "f": ""} {
		text := brief(name, name, asOf, "harbour")
		if asOf == "" {
			text = strings.Replace(text, "as_of: \n", "", 1)
		}
		put(t, dir, name+".yaml", text)
	}
	l := open(t, dir, Options{})
	update(t, l)
	entries, err := l.Entries(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.File[:1])
	}
	slices.Sort(got[min(3, len(got)):]) // before the year 0, or without a date that the format knows
	if strings.Join(got, "") != "bcdaef" {
		t.Error(got)
	}
	if hits := found(t, l, "harbour", false); len(hits) != 6 {
		t.Error(hits)
	}
}

// TestManyItems reads a briefing of very many items.
func TestManyItems(t *testing.T) {
	dir := t.TempDir()
	var b strings.Builder
	b.WriteString(brief("a", "A", "2024-01-01", "b") + "actors:\n")
	for i := range 15_000 {
		fmt.Fprintf(&b, "- {id: a%d, name: Name%d, kind: person}\n", i, i)
	}
	put(t, dir, "a.yaml", b.String())
	l := open(t, dir, Options{})
	update(t, l)
	if notes := l.Notes(); len(notes) > 0 {
		t.Error(notes)
	}
	if got := found(t, l, "name14999", false); len(got) != 1 {
		t.Error(got)
	}
}
