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

// maxListed is how many files of a folder are looked at.
const maxListed = 2000

// sniffed is how much of a file is read to see what it says of itself, in
// bytes.
const sniffed = 64 << 10

// FolderFile is a file in a folder that may be a briefing.
type FolderFile struct {
	Name string // as the folder has it, not clean
	Size int64  // in bytes
}

// ListFolder finds the briefings in a folder: files with the extension of YAML or
// JSON that state the format, and those that cannot be opened and so may be one.
// They are in the order of their names; folders within it are not looked into.
// More counts the files beyond the first 2,000, which are not looked at.
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

// formatLine is how a file says that it is a briefing, of whatever version.
var formatLine = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(^|[\s{,\x{feff}])["']?format["']?\s*:\s*["']?briefing/`)
})

// FolderEntry is what the list of a folder says of one briefing in it.
type FolderEntry struct {
	File string // its name, as the folder has it
	Read bool   // the file has been read, so that the rest is known
	Why  string // why nothing is shown of it; empty where it is

	Title     string
	AsOf      edtf.Date
	TLP       briefing.TLP
	Withheld  string // how much, in words; the same as Why where it is all
	Contested int    // questions
	Errors    int    // what was left out, and quotes that are missing
}

// NewFolderEntry sums up a document with the errors that were found in it. It
// keeps no part of the document in memory: the strings of one that was read from
// JSON would keep its whole text.
func NewFolderEntry(file string, doc *Document, x *briefing.Index, errs []Problem) FolderEntry {
	b := doc.Briefing
	l := FolderEntry{File: file, Read: true, Title: strings.Clone(b.Title), TLP: briefing.TLP(strings.Clone(string(x.Banner()))), Withheld: doc.Withheld.String(), Errors: len(errs)}
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

// UnreadableEntry is the entry of a file that cannot be read, or of which nothing
// may be shown.
func UnreadableEntry(file string, err error) FolderEntry {
	l := FolderEntry{File: file, Read: true, Why: WhyUnreadable(err)}
	var withheld *briefing.WithheldError
	if errors.As(err, &withheld) {
		l.Withheld = l.Why
	}
	return l
}

// HighestListed is the most restricted label of the briefings in a list that have
// been read, which is that of the list itself.
func HighestListed(list []FolderEntry) briefing.TLP {
	var labels []briefing.TLP
	for _, l := range list {
		if l.Read && l.Why == "" {
			labels = append(labels, l.TLP)
		}
	}
	return briefing.HigherTLP(labels...)
}

// WhyUnreadable says in a clean line why a file cannot be read: without its name,
// and with line and column where the reason has a place in it.
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
