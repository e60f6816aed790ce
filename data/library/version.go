package library

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// Version is what the name of a file says that was received from a desk:
// ID@REVISION.MARKING.yaml, or ID@REVISION.MARKING.withdrawn-DATE.yaml.
type Version struct {
	ID        string
	Revision  uint64
	TLP       briefing.TLP // of the subject on which it came
	Withdrawn string       // the day on which it was, as 2006-01-02; empty if it was not
	JSON      bool         // rather than YAML
}

const withdrawnPrefix = "withdrawn-"

// Name returns the name of the file.
func (v Version) Name() string {
	name := fmt.Sprintf("%s@%d.%s", v.ID, v.Revision, Token(v.TLP))
	if v.Withdrawn != "" {
		name += "." + withdrawnPrefix + v.Withdrawn
	}
	if v.JSON {
		return name + ".json"
	}
	return name + ".yaml"
}

// ParseVersion parses the name of a file. ok is false if it is not one that
// [Version.Name] returns.
func ParseVersion(name string) (v Version, ok bool) {
	id, rest, ok := strings.Cut(name, "@")
	parts := strings.Split(rest, ".")
	const all, withoutDay = 4, 3 // revision, marking, day, extension
	if !ok || !file.IsID(id) || len(parts) != all && len(parts) != withoutDay {
		return v, false
	}
	v = Version{ID: id, JSON: filepath.Ext(name) == ".json"}
	v.Revision, _ = strconv.ParseUint(parts[0], 10, 64)
	v.TLP, _ = ParseToken(parts[1])
	if len(parts) == all {
		v.Withdrawn = strings.TrimPrefix(parts[2], withdrawnPrefix)
		if _, err := time.Parse(time.DateOnly, v.Withdrawn); err != nil {
			return v, false
		}
	}
	return v, v.TLP != "" && v.Name() == name
}

// Token returns a marking as it stands in subjects and names of files: amber-strict.
func Token(label briefing.TLP) string {
	return strings.ToLower(strings.ReplaceAll(string(label), "+", "-"))
}

// ParseToken returns the marking that a token stands for.
func ParseToken(token string) (label briefing.TLP, ok bool) {
	i := slices.IndexFunc(briefing.TLPs, func(t briefing.Term[briefing.TLP]) bool { return Token(t.Value) == token })
	if i < 0 {
		return "", false
	}
	return briefing.TLPs[i].Value, true
}

// redact returns a document that was read from a file with a name, without what is marked
// above a limit.
func redact(name string, doc *file.Document, err error, limit briefing.TLP) (*file.Document, error) {
	doc, err = CheckVersion(name, doc, err)
	return file.RedactLoaded(doc, err, limit)
}

// CheckVersion returns what was read from a file with a name, or an error if the name
// says that it came from a desk as something else than it is.
func CheckVersion(name string, doc *file.Document, err error) (*file.Document, error) {
	if err == nil {
		if err = checkVersion(name, doc); err != nil {
			doc = nil
		}
	}
	return doc, err
}

// checkVersion returns an error if the name of a file says that it came from a desk as
// something else than it is. Whoever may publish could mark it lower than it is, or
// call it by the id of another.
func checkVersion(name string, doc *file.Document) error {
	v, ok := ParseVersion(name)
	if !ok {
		return nil
	}
	message, banner := "", doc.Briefing.Banner()
	switch {
	case doc.Briefing.ID != v.ID:
		message = fmt.Sprintf("it came as %s and has the id %s", v.ID, cmp.Or(doc.Briefing.ID, "of none"))
	case doc.Briefing.TLP == "" || banner != v.TLP:
		message = fmt.Sprintf("it came as %s and is marked %s", v.TLP, banner)
	default:
		return nil
	}
	return &file.LoadError{Problem: file.Problem{File: doc.Name, Severity: file.Error, Code: file.CodeUnreadable, Message: message, Hint: "ask who published it; it was not put there by sitrep publish"}}
}
