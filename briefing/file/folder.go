package file

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"unicode"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/edtf"
	"sitrep/briefing/fold"
)

// How many bytes of a file are read to see whether it is a briefing: the format is
// among the first keys. In JSON, whose keys are often sorted, it may stand later.
const (
	sniffed     = 4 << 10
	sniffedJSON = 64 << 10
)

// maxShortLine is about how long a line is on average that is looked at for typing
// errors, in bytes.
const maxShortLine = 200

// SeemsBriefing reports whether a file states the format, or seems to with typing
// errors. The error says that it cannot be read, so that it may be a briefing.
func SeemsBriefing(path string) (bool, error) {
	start, size, err := disk.readStart(path, sniffed)
	if err == nil && size > sniffed && isJSON(string(start)) && !statesFormat(start) {
		start, _, err = disk.readStart(path, sniffedJSON)
	}
	if errors.Is(err, errDirectory) {
		return false, nil
	}
	return statesFormat(start), err
}

func statesFormat(start []byte) bool { return formatLine().Match(start) || meansFormat(start) }

// IsCalledBriefing reports whether a file name has an extension of YAML or JSON.
func IsCalledBriefing(name string) bool {
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

// meansFormat reports whether one of the first lines seems to state the format, with
// typing errors: "fromat: briefing/1", "format briefing/1", or in UTF-16.
func meansFormat(start []byte) bool {
	const first = 20
	start = bytes.ReplaceAll(start[:min(len(start), first*maxShortLine)], []byte{0}, nil)
	for i, line := range bytes.SplitN(start, []byte("\n"), first+1) {
		words := strings.FieldsFunc(string(line), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '/' })
		object := bytes.HasPrefix(line, []byte("{")) // of JSON, which can be one line
		if i == first || len(words) < 2 || len(words) > 2 && !object || bytes.HasPrefix(line, []byte("#")) {
			continue
		}
		_, isKey := fold.Nearest(strings.ToLower(words[0]), []string{formatKey})
		_, isValue := fold.Nearest(strings.ToLower(words[1]), []string{briefing.Format})
		if isKey && isValue {
			return true
		}
	}
	return false
}

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
	// Withdrawn is the day on which a version on a desk was, as 2006-01-02, or empty. Such
	// an entry is only part of a history.
	Withdrawn string
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
