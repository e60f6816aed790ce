package cli

import (
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
)

// toCheck is a file to check.
type toCheck struct {
	located
	// inFolder says that it was not named itself, so that it is checked only if it is a
	// briefing.
	inFolder bool
	// end says that it is a folder, the files of which come before it.
	end bool
	err error // why it cannot be listed
}

// listToCheck returns the files that are named, and those of each folder that is
// named, followed by the folder.
func listToCheck(s Streams, names []string) ([]toCheck, error) {
	var out []toCheck
	for _, name := range names {
		at, err := locate(s, name)
		if err != nil {
			return nil, err
		}
		if name == standardInput || !isFolder(name) {
			out = append(out, toCheck{located: at})
			continue
		}
		files, err := at.files()
		for _, f := range files {
			out = append(out, toCheck{located: at.version(f), inFolder: true})
		}
		out = append(out, toCheck{located: at, end: true, err: err})
	}
	return out, nil
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
	c = checkFile(s, t.located)
	return c, !t.inFolder || !c.withheld
}

// folderProblem returns the problem that a folder cannot be listed or has no briefings.
func (t *toCheck) folderProblem() checked {
	p := file.Problem{File: clean.Line(t.name), Severity: file.Error, Code: file.CodeUnreadable}
	if t.err != nil {
		p.Message = file.WhyUnreadable(t.err)
	} else {
		p.Message, p.Hint = nothingIn(t.name)
	}
	return checked{name: p.File, problems: []file.Problem{p}}
}
