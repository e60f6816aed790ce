//go:build unix && !aix && !solaris

package cli

import (
	"errors"
	"io"
	"os"

	"golang.org/x/sys/unix"
)

// lockFile tells other processes that a new file is in use, until the lock is
// closed or the process ends. On a file system without locks the file is never
// removed as a leftover. The error is errSwept if another process has removed
// the file.
func lockFile(file *os.File) (io.Closer, error) {
	fd, err := unix.FcntlInt(file.Fd(), unix.F_DUPFD_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	lock := os.NewFile(uintptr(fd), file.Name())
	err = unix.Flock(fd, unix.LOCK_EX|unix.LOCK_NB)
	if err != nil && !errors.Is(err, unix.EWOULDBLOCK) {
		return lock, nil
	}
	mine, failed := lock.Stat()
	there, gone := os.Lstat(file.Name())
	if err == nil && failed == nil && gone == nil && os.SameFile(mine, there) {
		return lock, nil
	}
	return nil, errors.Join(errSwept, lock.Close())
}

// removeLeftover removes a temporary file that no process has locked. It locks
// the file meanwhile, so that a process that has just made it notices.
func removeLeftover(path string) {
	file, err := os.OpenFile(path, os.O_RDONLY|unix.O_NONBLOCK|unix.O_NOFOLLOW, 0)
	if err != nil {
		return
	}
	defer func() { _ = file.Close() }() // it was only read
	info, err := file.Stat()
	if err == nil && info.Mode().IsRegular() && unix.Flock(int(file.Fd()), unix.LOCK_EX|unix.LOCK_NB) == nil {
		_ = os.Remove(path)
	}
}
