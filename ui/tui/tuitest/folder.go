package tuitest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"sitrep/briefing/file"
	"sitrep/data/library"
	"sitrep/ui/tui/screen"
)

// Folder is a temporary folder with its index.
type Folder struct {
	Index *library.Library
	Loads int    // how often one of its files was read to be opened
	Watch *Watch // of each file; nil: they are not watched
	t     testing.TB
	dir   string
}

// NewFolder returns a folder with files of the given texts.
func NewFolder(t testing.TB, texts map[string]string) *Folder {
	t.Helper()
	f := &Folder{t: t, dir: filepath.Join(t.TempDir(), "reports")}
	if err := os.Mkdir(f.dir, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range texts {
		f.Write(name, text)
	}
	var err error
	if f.Index, err = library.Open(f.dir, library.Options{Cache: t.TempDir()}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Index.Close() })
	return f
}

// Write writes a file. One without a text is a link to nowhere, which cannot be read.
func (f *Folder) Write(name, text string) {
	f.t.Helper()
	path := filepath.Join(f.dir, name)
	_ = os.Remove(path) // there may be none
	err := error(nil)
	if text == "" {
		err = os.Symlink("nowhere", path)
	} else {
		err = os.WriteFile(path, []byte(text), 0o600)
	}
	if err != nil {
		f.t.Fatal(err)
	}
}

// Remove removes a file.
func (f *Folder) Remove(name string) {
	f.t.Helper()
	if err := os.Remove(filepath.Join(f.dir, name)); err != nil {
		f.t.Fatal(err)
	}
}

// Open returns a file.
func (f *Folder) Open(name string) screen.File {
	path := filepath.Join(f.dir, name)
	opened := screen.File{Path: name, Text: func() ([]byte, error) { return file.ReadBytes(path) }, Load: func() (*file.Document, error) {
		f.Loads++
		text, err := file.ReadBytes(path)
		if err != nil {
			return nil, err
		}
		return file.Parse(text, name, nil)
	}}
	if f.Watch != nil {
		opened.Watch = func() (screen.Watch, error) { return f.Watch, nil }
	}
	return opened
}

// Report returns the text of a briefing with a number from 1 to 28 and a marking.
// Those with lower numbers are newer.
func Report(n int, label string) string {
	return fmt.Sprintf(`format: briefing/1
id: r%d
title: Report number %d
as_of: 2024-06-%02d
tlp: %s
bottom_line: What report %d says first.
actors:
- {id: one, name: One of report %d, kind: state}
- {id: two, name: Two of report %d, kind: state}
`, n, n, 29-n, label, n, n, n)
}

// Reports returns the texts of so many files, with one that is broken, one that is
// marked higher, and one that cannot be opened: 02.yaml, 03.yaml and 04.yaml. In the
// list these are the last but one, the second, and the last.
func Reports(n int) map[string]string {
	texts := map[string]string{}
	for i := range n {
		texts[fmt.Sprintf("%02d.yaml", i+1)] = Report(i%28+1, "CLEAR")
	}
	texts["02.yaml"] = "format: briefing/1\nactors: ["
	texts["03.yaml"] = Report(3, "RED")
	texts["04.yaml"] = ""
	return texts
}

// FolderWatch tells of changes in a folder that a test has ready.
type FolderWatch struct{ Changes [][]string }

// Next returns the names of the files that have changed next.
func (w *FolderWatch) Next() ([]string, error) {
	if len(w.Changes) == 0 {
		return nil, context.Canceled
	}
	names := w.Changes[0]
	w.Changes = w.Changes[1:]
	return names, nil
}
