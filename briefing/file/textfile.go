package file

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// folder reads text files in the folder of a briefing and its subfolders. It
// reads nothing outside, and nothing hidden.
type folder struct {
	path  string
	root  *os.Root
	real  string   // the path without links; set together with root
	asked []string // paths of the files that read was called for
}

func folderOf(path string) folder { return folder{path: filepath.Dir(path)} }

var (
	errUpwards   = errors.New("it may lead out of the folder of the briefing")
	errHidden    = errors.New("what begins with a dot is hidden, and not read")
	errBackslash = errors.New("a backslash is no part of a name everywhere")
	errColon     = errors.New("a colon is no part of a name everywhere")
)

// checkTextFile returns an error if name is not a valid text_file on every
// system. An element that begins with a dot is hidden or leads upwards, except
// for "./". On Windows a backslash separates folders, and a colon leads to
// another drive or stream.
func checkTextFile(name string) error {
	for element := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == '/' || r == '\\' }) {
		switch {
		case element == ".":
		case element == "..":
			return errUpwards
		case strings.HasPrefix(element, "."):
			return errHidden
		}
	}
	switch {
	case strings.Contains(name, `\`):
		return errBackslash
	case strings.Contains(name, ":"):
		return errColon
	}
	return nil
}

// read returns the content of the file with a name relative to the folder.
func (f *folder) read(name string) ([]byte, error) {
	if err := checkTextFile(name); err != nil {
		return nil, err
	}
	name = filepath.FromSlash(name)
	if filepath.IsLocal(name) {
		f.asked = append(f.asked, filepath.Join(f.path, name))
	}
	if err := f.open(); err != nil {
		return nil, errors.New(reason(err))
	}
	text, err := fileSystem{f.root.Stat, f.root.OpenFile}.read(name, maxScalar)
	if err == nil {
		err = f.checkReal(name)
	}
	if err != nil {
		return nil, errors.New(reason(err))
	}
	return []byte(text), nil
}

// open opens the folder unless it is open.
func (f *folder) open() (err error) {
	if f.root != nil {
		return nil
	}
	if f.real, err = filepath.EvalSymlinks(f.path); err != nil {
		return err
	}
	// With a separator at the end only a folder is opened. Opening a pipe would
	// block.
	f.root, err = os.OpenRoot(f.path + string(filepath.Separator))
	return err
}

// checkReal returns an error if name leads to a hidden file, through links or one
// of the alternative names that Windows has for files.
func (f *folder) checkReal(name string) error {
	real, err := filepath.EvalSymlinks(filepath.Join(f.path, name))
	if err != nil {
		return err
	}
	if real, err = filepath.Rel(f.real, real); err != nil {
		return err
	}
	if separator := string(filepath.Separator); strings.Contains(separator+real, separator+".") {
		return errHidden
	}
	return nil
}

func (f *folder) close() {
	if f.root != nil {
		_ = f.root.Close() // nothing was written
	}
}
