package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// saveFromReader is save for the reader, which has to restore the terminal before a
// signal ends the program. It replaces an existing file only if replace is true; if
// not, its error is fs.ErrExist. It does not write to devices and pipes. The text of
// an error includes its hint.
func saveFromReader(path string, replace bool, write func(io.Writer) error) error {
	if !replace {
		err := create(leaveToReader, path, write)
		if err == nil || errors.Is(err, fs.ErrExist) {
			return err
		}
		return inOneLine(cannotWrite(path, err))
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("%s is not a regular file", path)
	}
	return inOneLine(saveUntil(leaveToReader, path, newFileMode, write))
}

// inOneLine adds the hint of an error to its text.
func inOneLine(err error) error {
	if hint := hintOf(err); hint != "" {
		return fmt.Errorf("%w; %s", err, hint)
	}
	return err
}
