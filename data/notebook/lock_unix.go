//go:build unix && !aix && !solaris

package notebook

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// How long a program waits for others to write, and how often it tries.
const (
	lockWait  = time.Second
	lockAgain = 2 * time.Millisecond
)

var errLocked = errors.New("other programs are writing it")

// lock keeps other programs from writing into a folder, without a file for that. A
// file system without locks has none. unlock may be called once.
func lock(folder string) (unlock func(), err error) {
	dir, err := os.Open(folder)
	if err != nil {
		return nil, err
	}
	unlock = func() { _ = dir.Close() } // it was only read; closing it unlocks it
	for end := time.Now().Add(lockWait); ; time.Sleep(lockAgain) {
		err := unix.Flock(int(dir.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		if !errors.Is(err, unix.EWOULDBLOCK) && !errors.Is(err, unix.EINTR) {
			return unlock, nil
		}
		if time.Now().After(end) {
			unlock()
			return nil, errLocked
		}
	}
}
