//go:build !unix

package library

import "io/fs"

// inode returns 0: the system has no such numbers.
func inode(fs.FileInfo) int64 { return 0 }
