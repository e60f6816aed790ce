package file

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"

	"sitrep/briefing/clean"
)

// The reasons not to read a file.
var (
	errTooLarge      = errors.New("larger than 64 MiB")
	errNotRegular    = errors.New("no regular file")
	errDirectory     = errors.New("a directory and no file")
	errNoFolder      = errors.New("only a briefing in a file can have texts in files")
	errTextTooLarge  = errors.New("larger than 4 MiB")
	errTextsTooLarge = errors.New("the texts in files are larger than 64 MiB in all")
)

// unreadable is the error for a file that the operating system, or its size,
// keeps from being read.
func unreadable(name string, err error) *LoadError {
	p := Problem{File: name, Severity: Error, Code: CodeUnreadable, Message: reason(err), Hint: "check the path and the permissions"}
	switch {
	case errors.Is(err, errTooLarge):
		p.Code, p.Hint = CodeTooLarge, "split the briefing"
	case errors.Is(err, errNotRegular):
		p.Hint = "to read a pipe, give - as the file"
	case errors.Is(err, errDirectory):
		p.Hint = "name a file in it"
	}
	return &LoadError{Problem: p, cause: err}
}

// reason is what err says, without the path that the reader knows already.
func reason(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return clean.Line(err.Error())
}

// fileSystem is where files are looked at and opened: everywhere, or below a
// folder. Whatever the program reads by a name is read through it.
type fileSystem struct {
	stat func(name string) (fs.FileInfo, error)
	open func(name string, flags int, mode fs.FileMode) (*os.File, error)
}

// disk is all files.
var disk = fileSystem{os.Stat, os.OpenFile}

// openRegular opens a regular file to read. It is looked at before it is opened,
// because to open can have an effect already, and again after, because it can
// have changed; meanwhile nothing waits for what may never come.
func (s fileSystem) openRegular(name string) (*os.File, fs.FileInfo, error) {
	info, err := s.stat(name)
	if err != nil {
		return nil, nil, err
	}
	if err := checkRegular(info); err != nil {
		return nil, nil, err
	}
	file, err := s.open(name, os.O_RDONLY|withoutWaiting, 0)
	if err != nil {
		return nil, nil, err
	}
	if info, err = file.Stat(); err == nil {
		err = checkRegular(info)
	}
	if err != nil {
		return nil, nil, errors.Join(err, file.Close())
	}
	return file, info, nil
}

func checkRegular(info fs.FileInfo) error {
	switch {
	case info.IsDir():
		return errDirectory
	case !info.Mode().IsRegular():
		return errNotRegular
	}
	return nil
}

// read is the content of a regular file of at most limit bytes.
func (s fileSystem) read(name string, limit int) (text string, err error) {
	file, info, err := s.openRegular(name)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	if info.Size() > int64(limit) {
		return "", tooLarge(limit)
	}
	return readAll(file, int(info.Size()), limit)
}

// readStart is the start of a regular file, at most limit bytes, and the size of
// all of it.
func (s fileSystem) readStart(name string, limit int64) (start []byte, size int64, err error) {
	file, info, err := s.openRegular(name)
	if err != nil {
		return nil, 0, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	start, err = io.ReadAll(io.LimitReader(file, limit))
	return start, info.Size(), err
}

func tooLarge(limit int) error {
	if limit == maxFile {
		return errTooLarge
	}
	return errTextTooLarge
}

// readAll is what r holds, about size bytes and at most limit.
func readAll(r io.Reader, size, limit int) (string, error) {
	var b strings.Builder
	b.Grow(size)
	if _, err := io.Copy(&b, io.LimitReader(r, int64(limit)+1)); err != nil {
		return "", err
	}
	if b.Len() > limit {
		return "", tooLarge(limit)
	}
	return b.String(), nil
}
