package file

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// folder reads the files of texts in the folder of a briefing and below, never
// outside it, and none that is hidden.
type folder struct {
	path  string
	root  *os.Root
	real  string   // the path without links; known when the root is
	asked []string // paths of the files in it that were to be read
}

// folderOf is the folder of a file.
func folderOf(path string) folder { return folder{path: filepath.Dir(path)} }

var (
	errUpwards   = errors.New("it may lead out of the folder of the briefing")
	errHidden    = errors.New("what begins with a dot is hidden, and not read")
	errBackslash = errors.New("a backslash is no part of a name everywhere")
	errColon     = errors.New("a colon is no part of a name everywhere")
)

// checkTextFile says why a name is no text_file on any system: an element that
// begins with a dot is hidden or leads upwards, and on Windows a backslash parts
// folders and a colon leads to another drive or stream. "./" leads nowhere.
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

// read is the text in a file.
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

// open opens the folder, once.
func (f *folder) open() (err error) {
	if f.root != nil {
		return nil
	}
	if f.real, err = filepath.EvalSymlinks(f.path); err != nil {
		return err
	}
	// With a separator behind it nothing but a folder is opened: the opening of a
	// pipe would wait.
	f.root, err = os.OpenRoot(f.path + string(filepath.Separator))
	return err
}

// checkReal says whether links, or one of the other names that Windows has for a
// file, lead to one that is hidden.
func (f *folder) checkReal(name string) error {
	real, err := filepath.EvalSymlinks(filepath.Join(f.path, name))
	if err != nil {
		return err
	}
	if real, err = filepath.Rel(f.real, real); err != nil {
		return err
	}
	for element := range strings.SplitSeq(real, string(filepath.Separator)) {
		if strings.HasPrefix(element, ".") {
			return errHidden
		}
	}
	return nil
}

func (f *folder) close() {
	if f.root != nil {
		_ = f.root.Close() // nothing was written
	}
}
