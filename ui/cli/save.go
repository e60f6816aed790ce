package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// newFileMode is the permission of a written file, less what the user's umask
// takes away.
const newFileMode = 0o666

// save writes a file whole or not at all: into a temporary file beside it, which
// is then renamed. A file that is there keeps its permissions, which the new one
// has from the start: nobody may read on the way what they may not read in the
// end. A link stays a link, also where there is no file behind it yet, and a
// device or pipe is written to as it is.
func save(path string, write func(io.Writer) error) error {
	target, mode, exists := path, fs.FileMode(newFileMode), false
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return cannotWrite(path, err)
	case info.IsDir():
		return withHint(fmt.Errorf("%s is a directory", path), "name a file in it")
	case !info.Mode().IsRegular():
		if err := writeInto(path, write); err != nil {
			return cannotWrite(path, err)
		}
		return nil
	default:
		exists, mode = true, info.Mode().Perm()
	}
	if target, err = behindLinks(path); err != nil {
		return cannotWrite(path, err)
	}
	temp, err := newTemporary(filepath.Dir(target), mode)
	if err != nil {
		return cannotWrite(path, err)
	}
	defer temp.discard()
	err = temp.fill(write)
	if err == nil && exists {
		err = os.Chmod(temp.path, mode) // the umask may have taken some of it away
	}
	if err == nil {
		err = temp.rename(target)
	}
	if err != nil {
		return cannotWrite(path, err)
	}
	return nil
}

// create writes a new file, whole or not at all. Its error is fs.ErrExist where
// there is a file of that name.
func create(path string, data []byte) error {
	if _, err := os.Lstat(path); err == nil {
		return fs.ErrExist
	}
	temp, err := newTemporary(filepath.Dir(path), newFileMode)
	if err != nil {
		return err
	}
	defer temp.discard()
	err = temp.fill(func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
	if err != nil {
		return err
	}
	return temp.renameNew(path)
}

// writeInto writes to a device or pipe.
func writeInto(path string, write func(io.Writer) error) error {
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	err = write(newSink(file))
	if closed := file.Close(); err == nil {
		err = closed
	}
	return err
}

// maxLinks is how many links one after the other are followed.
const maxLinks = 40

// behindLinks is the path of the file that a path leads to by links. It need not
// exist, but its folder must.
func behindLinks(path string) (string, error) {
	for range maxLinks {
		folder, name := filepath.Split(path)
		if folder == "" {
			folder = "."
		}
		folder, err := filepath.EvalSymlinks(folder)
		if err != nil {
			return "", err
		}
		if name == "" || name == "." || name == ".." {
			return "", fs.ErrNotExist // a folder that is not there
		}
		path = filepath.Join(folder, name)
		link, err := os.Readlink(path)
		if err != nil {
			return path, nil // it is no link
		}
		if path = link; !filepath.IsAbs(link) {
			// Not Join: what stands before ".." can be a link to another place.
			path = folder + string(filepath.Separator) + link
		}
	}
	return "", errors.New("too many levels of symbolic links")
}

// cannotWrite says of a file, by the name that the user knows, why it cannot be
// written.
func cannotWrite(path string, err error) error {
	var inner *fs.PathError
	if errors.As(err, &inner) {
		err = inner.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		err = link.Err
	}
	hint := hintOf(err)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		hint = "make its folder first"
	case errors.Is(err, fs.ErrPermission):
		hint = "choose a folder that you may write to"
	case hint == "":
		hint = "choose another place"
	}
	return withHint(fmt.Errorf("cannot write %s: %w", path, err), hint)
}
