//go:build unix && !aix && !solaris

package cli

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// How long to wait for another process that rewrites the same file.
const (
	lockWait = 2 * time.Second
	lockStep = 10 * time.Millisecond
)

// lockToRewrite has other processes that rewrite a file wait until unlock is called.
// On a file system without locks it does nothing.
func lockToRewrite(path string) (unlock func(), err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	unlock = func() { _ = file.Close() } // it was only read
	for end := time.Now().Add(lockWait); ; time.Sleep(lockStep) {
		switch err := unix.Flock(int(file.Fd()), unix.LOCK_EX|unix.LOCK_NB); {
		case !errors.Is(err, unix.EWOULDBLOCK):
			return unlock, nil
		case time.Now().After(end):
			unlock()
			return nil, errors.New("another program has locked it")
		}
	}
}
