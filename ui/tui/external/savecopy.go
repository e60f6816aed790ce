package external

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

const (
	copyMode = 0o644
	// mostCopies is the limit of names to try.
	mostCopies = 100
)

// SaveCopy writes a text to a new file in a folder and returns its path. If the
// name is taken, it adds a number to it. It never writes to an existing file.
func SaveCopy(folder, name string, text []byte) (path string, err error) {
	if forbidden.Load() {
		return "", ErrForbidden
	}
	extension := filepath.Ext(name)
	stem := strings.TrimSuffix(name, extension)
	for n := 1; n <= mostCopies; n++ {
		if n > 1 {
			name = fmt.Sprintf("%s-%d%s", stem, n, extension)
		}
		path = filepath.Join(folder, name)
		file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, copyMode)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", fmt.Errorf("saving a copy: %w", err)
		}
		if err := fill(file, text); err != nil {
			_ = os.Remove(path) // it is a partial file of ours
			return "", fmt.Errorf("saving a copy: %w", err)
		}
		return path, nil
	}
	return "", fmt.Errorf("saving a copy: %s and %d more like it are there already", stem+extension, mostCopies-1)
}

func fill(file *os.File, text []byte) error {
	_, err := file.Write(text)
	if err == nil {
		err = file.Sync()
	}
	if closed := file.Close(); err == nil {
		err = closed
	}
	return err
}
