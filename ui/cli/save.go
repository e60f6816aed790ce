package cli

import (
	"io"
	"os"
	"path/filepath"
)

// newFileMode is the permission of a written file.
const newFileMode = 0o644

// save writes a file whole or not at all: into a new file beside it, synced to
// the disk, then renamed.
func save(path string, write func(io.Writer) error) (err error) {
	temp, err := os.CreateTemp(filepath.Dir(path), ".sitrep-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(temp.Name()) // it holds half a file
		}
	}()
	err = write(newSink(temp))
	if err == nil {
		err = temp.Sync()
	}
	if closed := temp.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Chmod(temp.Name(), newFileMode)
	}
	if err == nil {
		err = os.Rename(temp.Name(), path)
	}
	return err
}
