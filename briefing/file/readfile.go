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

// unreadable returns the error for a file that cannot be read because of its size
// or an error of the operating system.
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

// reason returns the message of err without the path, which the reader knows
// already.
func reason(err error) string {
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		err = path.Err
	}
	return clean.Line(err.Error())
}

// fileSystem opens files anywhere, or only below a folder. Every file that the
// program reads by name is opened through it.
type fileSystem struct {
	stat func(name string) (fs.FileInfo, error)
	open func(name string, flags int, mode fs.FileMode) (*os.File, error)
}

// disk is the file system without restriction.
var disk = fileSystem{os.Stat, os.OpenFile}

// openRegular opens a regular file for reading. It checks the file before opening
// it, because opening alone can have an effect, and again afterwards, because the
// file may have changed. It never blocks.
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

// read returns the content of a regular file. It fails if the file has more than
// limit bytes.
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

// readStart returns at most limit bytes from the start of a regular file, and the
// size of the file.
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
	if limit == MaxFile {
		return errTooLarge
	}
	return errTextTooLarge
}

// readAll returns the content of r, which is about size bytes. It fails if there
// are more than limit bytes.
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
