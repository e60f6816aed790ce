package cli

import (
	"crypto/rand"
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

// save writes a file whole or not at all: into a new file beside it, synced to
// the disk, then renamed. A file that is there keeps its permissions, which the
// new one has from the start: nobody may read on the way what they may not read
// in the end. A link stays a link, and a device or pipe is written to as it is.
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
		if err := saveTo(path, os.O_WRONLY, 0, write); err != nil {
			return cannotWrite(path, err)
		}
		return nil
	default:
		exists, mode = true, info.Mode().Perm()
		if target, err = filepath.EvalSymlinks(path); err != nil {
			return cannotWrite(path, err)
		}
	}
	temp := filepath.Join(filepath.Dir(target), ".sitrep-"+rand.Text())
	err = saveTo(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode, write)
	if err == nil && exists {
		err = os.Chmod(temp, mode) // the umask may have taken some of it away
	}
	if err == nil {
		err = os.Rename(temp, target)
	}
	if err != nil {
		_ = os.Remove(temp) // it holds half a file, or is not there
		return cannotWrite(path, err)
	}
	return nil
}

// saveTo writes to a file that is opened so, and sees to it that it is on the
// disk.
func saveTo(path string, flags int, mode fs.FileMode, write func(io.Writer) error) error {
	file, err := os.OpenFile(path, flags, mode)
	if err != nil {
		return err
	}
	err = write(newSink(file))
	if err == nil && flags&os.O_CREATE != 0 {
		err = file.Sync()
	}
	if closed := file.Close(); err == nil {
		err = closed
	}
	return err
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
	hint := ""
	switch {
	case errors.Is(err, fs.ErrNotExist):
		hint = "make its folder first"
	case errors.Is(err, fs.ErrPermission):
		hint = "choose a folder that you may write to"
	}
	return withHint(fmt.Errorf("cannot write %s: %w", path, err), hint)
}
