package cli

import (
	"fmt"
	"io"
	"os"

	"sitrep/briefing/clean"
	"sitrep/briefing/file"
	"sitrep/briefing/review"
)

// rewrite replaces the contents of a file, completely or not at all, if they are old.
// If they are not, its error is [review.ErrChanged]. Processes that do this at once
// take turns. The text of an error includes its hint.
func rewrite(path, old, text string) error {
	unlock, err := lockToRewrite(path)
	if err != nil {
		return inOneLine(cannotWrite(path, err))
	}
	defer unlock()
	unchanged := func() error {
		now, err := file.ReadBytes(path)
		if err != nil || string(now) != old {
			return review.ErrChanged
		}
		return nil
	}
	if err := unchanged(); err != nil { // nothing needs to be written
		return err
	}
	write := func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
	return inOneLine(saveIf(leaveToReader, path, newFileMode, write, unchanged))
}

// canRewrite returns an error unless the file at path can be replaced.
func canRewrite(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return explain(path, err)
	}
	name := clean.Line(path)
	switch {
	case !info.Mode().IsRegular():
		return withHint(fmt.Errorf("%s is not a regular file, and review writes it", name), "save it as a file first")
	case info.Mode().Perm()&ownerWrites == 0:
		return withHint(fmt.Errorf("%s is read-only, and review writes it", name), "chmod u+w "+name+", or copy it")
	}
	target, err := behindLinks(path)
	if err == nil {
		err = canWriteIn(target)
	}
	if err != nil {
		return withHint(cannotWrite(path, err), "review replaces the file, so it and its folder have to be writable")
	}
	return nil
}

const ownerWrites = 0o200
