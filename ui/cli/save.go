package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// newFileMode is the permission of a new file before the umask is applied.
const newFileMode = 0o666

// save writes a file completely or not at all, by renaming a temporary file in
// the same folder. An existing file keeps its permissions. The temporary file
// has the same from the start, so that no one can read it who may not read the
// result. A link stays a link, even if its target does not exist yet. A device
// or pipe is written to directly.
func save(path string, write func(io.Writer) error) error {
	return saveUntil(endBy, path, newFileMode, write)
}

// saveUntil is save with then to be called for a signal, and mode for a new file.
func saveUntil(then atSignal, path string, mode fs.FileMode, write func(io.Writer) error) error {
	return saveIf(then, path, mode, write, func() error { return nil })
}

// saveIf is saveUntil, but leaves the file as it is if check returns an error. It is
// called when all is written, right before the file is replaced. Its error is returned
// as it is.
func saveIf(then atSignal, path string, mode fs.FileMode, write func(io.Writer) error, check func() error) error {
	target, exists := path, false
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
	temp, err := newTemporary(then, filepath.Dir(target), mode)
	if err != nil {
		return cannotWrite(path, err)
	}
	defer temp.discard()
	err = temp.fill(write)
	if err == nil && exists {
		err = os.Chmod(temp.path, mode) // the umask may have removed permissions
	}
	if err != nil {
		return cannotWrite(path, err)
	}
	if err := check(); err != nil {
		return err
	}
	if err := temp.rename(target); err != nil {
		return cannotWrite(path, err)
	}
	return nil
}

// create writes a new file completely or not at all. Its error wraps
// fs.ErrExist if a file with that name exists.
func create(then atSignal, path string, write func(io.Writer) error) error {
	if _, err := os.Lstat(path); err == nil {
		return fs.ErrExist
	}
	temp, err := newTemporary(then, filepath.Dir(path), newFileMode)
	if err != nil {
		return err
	}
	defer temp.discard()
	if err = temp.fill(write); err != nil {
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

// canWriteIn returns an error unless a file can be opened for writing, and another made
// beside it.
func canWriteIn(target string) error {
	opened, err := os.OpenFile(target, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	temp, err := newTemporary(endBy, filepath.Dir(target), newFileMode)
	if err == nil {
		err = temp.file.Close()
		temp.discard()
	}
	return errors.Join(err, opened.Close())
}

// maxLinks is how many links in a row are followed.
const maxLinks = 40

// behindLinks returns path after following links. The file need not exist, but
// its folder must.
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
			return "", fs.ErrNotExist // the folder does not exist
		}
		path = filepath.Join(folder, name)
		link, err := os.Readlink(path)
		if err != nil {
			return path, nil // not a link
		}
		if path = link; !filepath.IsAbs(link) {
			// Join would remove ".." together with the element before it, which can be a link
			// to another place.
			path = folder + string(filepath.Separator) + link
		}
	}
	return "", errors.New("too many levels of symbolic links")
}

// cannotWrite returns an error that says why the file at path cannot be written.
func cannotWrite(path string, err error) error {
	if inner, ok := errors.AsType[*fs.PathError](err); ok {
		err = inner.Err
	}
	if link, ok := errors.AsType[*os.LinkError](err); ok {
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
