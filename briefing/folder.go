package briefing

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"

	"sitrep/briefing/edtf"
)

// maxListed is how many files of a folder are looked at.
const maxListed = 2000

// sniffed is how much of a file is read to see what it says of itself, in
// bytes.
const sniffed = 64 << 10

// File is a file in a folder.
type File struct {
	Name string // as the folder has it, not clean
	Size int64  // in bytes
}

// Folder names the files in a folder that are called like briefings and say
// that they are some, in the order of their names, and those that keep it to
// themselves because they cannot be opened. Folders in it are not looked into.
// More counts the files beyond the first 2,000, which are not looked at.
func Folder(path string) (files []File, more int, err error) {
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, 0, err
	}
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return e.IsDir() || !isCalledBriefing(e.Name()) })
	if n := len(entries); n > maxListed {
		entries, more = entries[:maxListed], n-maxListed
	}
	for _, e := range entries {
		at := filepath.Join(path, e.Name())
		info, err := os.Stat(at)
		if err == nil && info.IsDir() {
			continue
		}
		f := File{Name: e.Name()}
		if err == nil {
			f.Size = info.Size()
		}
		if says, err := saysBriefing(at); says || err != nil {
			files = append(files, f)
		}
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

// saysBriefing reports whether a file says that it is a briefing; an error,
// that it cannot be asked.
func saysBriefing(path string) (says bool, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return false, err
	}
	if !info.Mode().IsRegular() {
		return false, errNotRegular
	}
	file, err := os.OpenFile(path, os.O_RDONLY|nonBlocking, 0)
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	start, err := io.ReadAll(io.LimitReader(file, sniffed))
	return formatLine().Match(start), err
}

// Listed is what a list of briefings says of one.
type Listed struct {
	File string // its name, as the folder has it
	Read bool   // the rest is known
	Why  string // it cannot be read; empty where it can

	Title     string
	AsOf      edtf.Date
	TLP       TLP
	Contested int // questions
	Problems  int
}

// NewListed says of a document what a list says of it; its problems are the ones
// that are handed over. It keeps no part of the document in memory: the strings
// of one that was read from JSON would keep its whole text.
func NewListed(file string, doc *Document, x *Index, problems []Problem) Listed {
	b := doc.Briefing
	l := Listed{File: file, Read: true, Title: strings.Clone(b.Title), TLP: TLP(strings.Clone(string(b.TLP))), Problems: len(problems)}
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

// Unlisted is what a list says of a file that cannot be read.
func Unlisted(file string, err error) Listed {
	return Listed{File: file, Read: true, Why: Why(err)}
}

// HighestTLP is the most restricted label of those in a list, which is the
// label of the list.
func HighestTLP(list []Listed) TLP {
	var highest TLP
	for _, l := range list {
		if TLPs.Rank(l.TLP) > TLPs.Rank(highest) {
			highest = l.TLP
		}
	}
	return highest
}

// Why is why a file cannot be read, in a clean line without the file's name,
// and with its line where the reason stands in one.
func Why(err error) string {
	var refused *LoadError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "the file is gone"
	case !errors.As(err, &refused):
		return CleanLine(err.Error())
	case refused.Problem.Pos.Line == 0:
		return refused.Problem.Message
	}
	p := refused.Problem
	return fmt.Sprintf("line %d:%d: %s", p.Pos.Line, p.Pos.Col, p.Message)
}
