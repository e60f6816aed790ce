package tuitest

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"sitrep/briefing/file"
	"sitrep/data"
	"sitrep/ui/tui/screen"
)

// BuiltIn reads the built-in briefing.
func BuiltIn(t testing.TB) *file.Document {
	t.Helper()
	return Parse(t, data.Briefing, data.Name)
}

// Parse reads a briefing.
func Parse(t testing.TB, text []byte, name string) *file.Document {
	t.Helper()
	doc, err := file.Parse(text, name, nil)
	if err != nil {
		t.Fatalf("reading %s: %v", name, err)
	}
	return doc
}

// HardTexts are texts that break layouts.
var HardTexts = []string{
	"朝鮮民主主義人民共和国の部隊がロシアに派遣されたという報道について、各国の立場は分かれている。",
	"הכוחות הצפון קוריאנים נשלחו לרוסיה, כך לפי דובר הפנטגון",
	"القوات الكورية الشمالية في روسيا بحسب المتحدث",
	"हिन्दी में एक लंबा शीर्षक जो स्तंभों को तोड़ सकता है",
	"น้ำท่วมใหญ่ในภาคเหนือของประเทศไทย",
	"👨‍👩‍👧‍👦 family 👍🏽 thumbs ❤️ heart 🇺🇦 flag 🏴󠁧󠁢󠁥󠁮󠁧󠁿 England 1️⃣ keycap",
	strings.Repeat("a very long title that goes on and on ", 8),
	strings.Repeat("unbreakable", 30),
	"e\u0301\u0302\u0303 combining marks a\u0308",
	"[[missing]] and [[|]] and ]] and [[ half open",
	" ",
}

// Folder is a folder that is not on a disk. A text that is empty is a file that
// cannot be opened.
type Folder struct {
	Names []string
	Texts map[string]string
	Size  int64 // of each file; 0: as large as it is
	More  int
	Err   error
	Loads int
	Watch *Watch // of each file; nil: they are not watched
}

// List returns the files.
func (f *Folder) List() (files []file.FolderFile, more int, err error) {
	for _, name := range f.Names {
		size := f.Size
		if size == 0 {
			size = int64(len(f.Texts[name]))
		}
		files = append(files, file.FolderFile{Name: name, Size: size})
	}
	return files, f.More, f.Err
}

// Open returns a file.
func (f *Folder) Open(name string) screen.File {
	opened := screen.File{Path: name, Text: func() ([]byte, error) { return []byte(f.Texts[name]), nil }, Load: func() (*file.Document, error) {
		f.Loads++
		if f.Texts[name] == "" {
			return nil, fs.ErrPermission
		}
		return file.Parse([]byte(f.Texts[name]), name, nil)
	}}
	if f.Watch != nil {
		opened.Watch = func() (screen.Watch, error) { return f.Watch, nil }
	}
	return opened
}

// Report returns the text of a briefing with a number and a marking.
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
`, n, n, n, label, n, n, n)
}

// Reports returns a folder of so many, with one that is broken, one that is marked
// higher, and one that cannot be opened.
func Reports(n int) *Folder {
	f := &Folder{Texts: map[string]string{}}
	for i := range n {
		name := fmt.Sprintf("%02d.yaml", i+1)
		f.Names = append(f.Names, name)
		f.Texts[name] = Report(i%28+1, "CLEAR")
	}
	f.Texts[f.Names[1]] = "format: briefing/1\nactors: ["
	f.Texts[f.Names[2]] = Report(3, "RED")
	f.Texts[f.Names[3]] = ""
	return f
}

// Watch tells of changes that a test has ready.
type Watch struct {
	Changes []error
	Closed  int
}

// ErrOver says that no more changes are ready.
var ErrOver = errors.New("no more of it")

// Next returns the next change.
func (w *Watch) Next() error {
	if len(w.Changes) == 0 {
		return ErrOver
	}
	err := w.Changes[0]
	w.Changes = w.Changes[1:]
	return err
}

// Close counts that it was closed.
func (w *Watch) Close() error {
	w.Closed++
	return nil
}
