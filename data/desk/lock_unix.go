//go:build unix && !aix && !solaris

package desk

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// lock has other processes not follow into a folder until unlock is called. ok is false
// if another one does. On a file system without locks there are none.
func lock(f folder) (unlock func(), ok bool, err error) {
	opened, err := os.OpenFile(f.path(".lock"), os.O_RDWR|os.O_CREATE, fileMode)
	if err != nil {
		return nil, false, err
	}
	unlock = func() { _ = opened.Close() } // nothing was written
	if err := unix.Flock(int(opened.Fd()), unix.LOCK_EX|unix.LOCK_NB); errors.Is(err, unix.EWOULDBLOCK) {
		unlock()
		return nil, false, nil
	}
	return unlock, true, nil
}
