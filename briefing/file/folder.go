package file

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/edtf"
)

// maxListed is how many files of a folder are read.
const maxListed = 2000

// sniffed is how many bytes of a file are read to see whether it is a briefing.
const sniffed = 64 << 10

// FolderFile is a file in a folder that may be a briefing.
type FolderFile struct {
	Name string // as in the folder, not cleaned
	Size int64  // in bytes
}

// ListFolder returns the briefings in a folder, sorted by name: the files with an
// extension of YAML or JSON that state the format, and those that cannot be
// opened, which may be briefings too. It does not look into subfolders. more is
// how many files were not read because there are more than 2,000.
func ListFolder(path string) (files []FolderFile, more int, err error) {
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, 0, err
	}
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return e.IsDir() || !isCalledBriefing(e.Name()) })
	if n := len(entries); n > maxListed {
		entries, more = entries[:maxListed], n-maxListed
	}
	for _, e := range entries {
		start, size, err := disk.readStart(filepath.Join(path, e.Name()), sniffed)
		if errors.Is(err, errDirectory) || err == nil && !formatLine().Match(start) {
			continue
		}
		files = append(files, FolderFile{e.Name(), size})
	}
	return files, more, nil
}

func isCalledBriefing(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".yaml", ".yml", ".json":
		return true
	}
	return false
}

// formatLine matches the line that says that a file is a briefing, of any
// version.
var formatLine = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(^|[\s{,\x{feff}])["']?format["']?\s*:\s*["']?briefing/`)
})

// FolderEntry is what the list of a folder says about one briefing.
type FolderEntry struct {
	File string // its name, as in the folder
	Read bool   // the file has been read, so that the rest is known
	Why  string // why nothing of it is shown; empty if something is

	Title     string
	Version   int // 0 if it has none
	AsOf      edtf.Date
	TLP       briefing.TLP
	Withheld  string // how much, in words; the same as Why if everything is
	Contested int    // questions
	Errors    int    // parts that were left out, and missing quotes
}

// NewFolderEntry returns the entry for a document and the errors found in it. It
// copies the strings that it keeps: a string of a document that was read from
// JSON would hold the whole text in memory.
func NewFolderEntry(file string, doc *Document, x *briefing.Index, errs []Problem) FolderEntry {
	b := doc.Briefing
	l := FolderEntry{File: file, Read: true, Title: strings.Clone(b.Title), Version: b.Version, TLP: briefing.TLP(strings.Clone(string(x.Banner()))), Withheld: doc.Withheld.String(), Errors: len(errs)}
	if !b.AsOf.IsZero() {
		l.AsOf, _ = edtf.Parse(strings.Clone(b.AsOf.String())) // it was parsed before
	}
	for i := range b.Questions {
		if x.Contested(&b.Questions[i]) {
			l.Contested++
		}
	}
	return l
}

// UnreadableEntry returns the entry for a file that cannot be read, or of which
// nothing may be shown.
func UnreadableEntry(file string, err error) FolderEntry {
	l := FolderEntry{File: file, Read: true, Why: WhyUnreadable(err)}
	if _, ok := errors.AsType[*briefing.WithheldError](err); ok {
		l.Withheld = l.Why
	}
	return l
}

// HighestListed returns the most restrictive label of the briefings in a list
// that have been read, which is also the label of the list.
func HighestListed(list []FolderEntry) briefing.TLP {
	var labels []briefing.TLP
	for _, l := range list {
		if l.Read && l.Why == "" {
			labels = append(labels, l.TLP)
		}
	}
	return briefing.HigherTLP(labels...)
}

// WhyUnreadable returns a clean line that says why a file cannot be read, with
// the line and column if they are known, but without the name of the file.
func WhyUnreadable(err error) string {
	var refused *LoadError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "the file is gone"
	case !errors.As(err, &refused):
		return clean.Line(err.Error())
	case refused.Problem.Pos.Line == 0:
		return refused.Problem.Message
	}
	p := refused.Problem
	return fmt.Sprintf("line %d:%d: %s", p.Pos.Line, p.Pos.Col, p.Message)
}
