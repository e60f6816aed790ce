//go:build !unix || aix || solaris

package cli

import (
	"io"
	"os"
	"time"
)

// lockFile does nothing: on Windows an open file cannot be removed.
func lockFile(*os.File) (io.Closer, error) { return nil, nil }

// leftoverAfter is the time without a write after which a temporary file counts
// as left behind.
const leftoverAfter = 24 * time.Hour

// removeLeftover removes a temporary file that is too old to be in use.
func removeLeftover(path string) {
	if info, err := os.Lstat(path); err == nil && info.Mode().IsRegular() && time.Since(info.ModTime()) > leftoverAfter {
		_ = os.Remove(path)
	}
}
