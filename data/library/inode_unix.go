//go:build unix

package library

import (
	"io/fs"
	"syscall"
)

// inode returns the number of a file in its file system, which changes when an
// editor replaces it.
func inode(info fs.FileInfo) int64 {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return int64(s.Ino)
	}
	return 0
}
