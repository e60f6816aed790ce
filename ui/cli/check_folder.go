package cli

import (
	"path/filepath"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
	"sitrep/data/library"
)

// toCheck is a file to check.
type toCheck struct {
	path string
	// inFolder says that it was not named itself, so that it is checked only if it is a
	// briefing.
	inFolder bool
	// end says that path is a folder, the files of which come before it. err is why it
	// cannot be listed.
	end bool
	err error
}

// listToCheck returns the files that are named, and those of each folder that is
// named, followed by the folder.
func listToCheck(names []string) []toCheck {
	var out []toCheck
	for _, name := range names {
		if name == standardInput || !isFolder(name) {
			out = append(out, toCheck{path: name})
			continue
		}
		files, err := library.Files(name)
		for _, f := range files {
			out = append(out, toCheck{path: filepath.Join(name, f), inFolder: true})
		}
		out = append(out, toCheck{path: name, end: true, err: err})
	}
	return out
}

// check returns the problems of the file. If it is in a folder and no briefing, ok is
// false.
func (t *toCheck) check(s Streams) (c checked, ok bool) {
	if t.end {
		return checked{}, false
	}
	if t.inFolder {
		if seems, err := file.SeemsBriefing(t.path); err == nil && !seems {
			return checked{}, false
		}
	}
	return checkFile(s, t.path), true
}

// folderProblem returns the problem that a folder cannot be listed or has no briefings.
func (t *toCheck) folderProblem() checked {
	p := file.Problem{File: clean.Line(t.path), Severity: file.Error, Code: file.CodeUnreadable}
	if t.err != nil {
		p.Message = file.WhyUnreadable(t.err)
	} else {
		p.Message, p.Hint = "a folder without briefings", "a briefing is a file that says format: "+briefing.Format
	}
	return checked{p.File, []file.Problem{p}}
}
