package cli

import (
	"fmt"
	"path/filepath"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
)

// inFolders replaces each folder by the briefings in it. A folder that cannot be
// listed stays.
func inFolders(names []string) []string {
	var out []string
	for _, name := range names {
		if name == standardInput || !isFolder(name) {
			out = append(out, name)
			continue
		}
		files, more, err := file.ListFolder(name)
		if err != nil || len(files) == 0 || more > 0 {
			out = append(out, name)
			continue
		}
		for _, f := range files {
			out = append(out, filepath.Join(name, f.Name))
		}
	}
	return out
}

// checkedFolder returns the problem that a folder cannot be listed or has no
// briefings.
func checkedFolder(name string) checked {
	p := file.Problem{File: clean.Line(name), Severity: file.Error, Code: file.CodeUnreadable}
	switch _, more, err := file.ListFolder(name); {
	case err != nil:
		p.Message = file.WhyUnreadable(err)
	case more > 0:
		p.Message, p.Hint = fmt.Sprintf("a folder with %d files more than are looked at", more), "name those that are to be checked"
	default:
		p.Message, p.Hint = "a folder without briefings", "a briefing is a file that says format: "+briefing.Format
	}
	return checked{p.File, []file.Problem{p}}
}
