package desk

import (
	"bytes"
	"cmp"
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"sitrep/briefing/file"
)

// The permissions of what is received: only the user can read it.
const (
	folderMode = 0o700
	fileMode   = 0o600
)

// temporaryPrefix begins the name of every file that is being written.
const temporaryPrefix = ".desk-"

// folder is the folder for what is received.
type folder string

func (f folder) path(name string) string { return filepath.Join(string(f), name) }

// write writes a file whole or not at all. It is not on the disk for certain until
// sync is called. It reports whether the file is new.
func (f folder) write(name string, data []byte) (isNew bool, err error) {
	if was, err := file.ReadBytes(f.path(name)); err == nil && bytes.Equal(was, data) {
		return false, nil
	}
	temporary := f.path(temporaryPrefix + rand.Text())
	defer func() {
		if err != nil {
			_ = os.Remove(temporary) // the first error is the one that matters
		}
	}()
	opened, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return false, err
	}
	_, err = opened.Write(data)
	if err = cmp.Or(err, opened.Close()); err != nil {
		return false, err
	}
	return true, os.Rename(temporary, f.path(name))
}

// sync returns when files and their names are on the disk. Files that are gone are left
// out.
func (f folder) sync(names []string) error {
	for _, name := range append(names, "") {
		opened, err := os.OpenFile(f.path(name), os.O_RDONLY, 0)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		err = opened.Sync()
		if name == "" { // not every system can sync a folder
			err = nil
		}
		if err := errors.Join(err, opened.Close()); err != nil {
			return err
		}
	}
	return nil
}

// sweep removes what a process that was killed has left half written.
func (f folder) sweep() {
	entries, err := os.ReadDir(string(f))
	if err != nil {
		return
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), temporaryPrefix) {
			_ = os.Remove(f.path(e.Name())) // the next one tries again
		}
	}
}

// has reports whether there is a file of a size.
func (f folder) has(name string, size int64) bool {
	info, err := os.Stat(f.path(name))
	return err == nil && info.Mode().IsRegular() && info.Size() == size
}
