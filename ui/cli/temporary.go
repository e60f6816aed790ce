package cli

import (
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"sync"
)

// temporaryPrefix begins the name of every temporary file.
const temporaryPrefix = ".sitrep-"

// temporary is a file that is written beside the one that it is to become.
// Whatever ends the program takes it along, but for a kill: what that leaves is
// removed when the next one is made in the folder.
type temporary struct {
	path string
	file *os.File
	lock io.Closer // says to other processes that it is in use; may be nil

	mu      sync.Mutex // held while its name comes, changes or goes
	gone    bool       // it has no such name any more
	unwatch func()
}

// maxTries is how many times a temporary file is made that another process takes
// for a leftover before it is locked.
const maxTries = 100

var errSwept = errors.New("other processes remove its temporary file")

// newTemporary makes a temporary file, and removes those in the folder that
// nobody will ever finish.
func newTemporary(folder string, mode fs.FileMode) (t *temporary, err error) {
	sweep(folder)
	for range maxTries {
		t = &temporary{path: filepath.Join(folder, temporaryPrefix+rand.Text())}
		if err = t.open(mode); !errors.Is(err, errSwept) {
			break
		}
	}
	return t, err
}

func (t *temporary) open(mode fs.FileMode) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.unwatch = beforeSignal(t.removeForGood)
	file, err := os.OpenFile(t.path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err == nil {
		t.file = file
		t.lock, err = lockFile(file)
	}
	if err != nil {
		t.unwatch()
		if t.gone = file == nil; !t.gone {
			t.remove()
		}
	}
	return err
}

// fill writes the file, and sees to it that it is on the disk.
func (t *temporary) fill(write func(io.Writer) error) error {
	err := write(newSink(t.file))
	if err == nil {
		err = t.file.Sync()
	}
	if closed := t.file.Close(); err == nil {
		err = closed
	}
	return err
}

// rename puts the file in the place of another, or where there is none.
func (t *temporary) rename(target string) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	err := os.Rename(t.path, target)
	t.gone = err == nil
	return err
}

// renameNew puts the file where there is none; where there is one, its error is
// fs.ErrExist.
func (t *temporary) renameNew(target string) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	place, err := os.OpenFile(target, os.O_WRONLY|os.O_CREATE|os.O_EXCL, newFileMode)
	if err != nil {
		return err
	}
	if err = place.Close(); err == nil {
		err = os.Rename(t.path, target)
	}
	if t.gone = err == nil; !t.gone {
		_ = os.Remove(target) // it is empty, and ours
	}
	return err
}

// discard removes the file, unless it has been renamed.
func (t *temporary) discard() {
	t.unwatch()
	t.mu.Lock()
	defer t.mu.Unlock()
	t.remove()
	if t.lock != nil {
		_ = t.lock.Close() // nothing was written by it
	}
}

// removeForGood removes the file while a signal ends the program, and keeps it
// from being renamed any more.
func (t *temporary) removeForGood() {
	t.mu.Lock() // for ever
	t.remove()
}

func (t *temporary) remove() {
	if t.gone {
		return
	}
	_ = t.file.Close() // an open file cannot be removed everywhere
	_ = os.Remove(t.path)
	t.gone = true
}

// isTemporary matches the names of temporary files, and no others.
var isTemporary = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\.sitrep-[A-Z2-7]{26}$`) })

// sweep removes the temporary files in a folder that a killed program has left.
// What cannot be removed, or may be in use, stays.
func sweep(folder string) {
	dir, err := os.Open(folder)
	if err != nil {
		return // to write into it may still be allowed
	}
	defer func() { _ = dir.Close() }() // it is only read
	for {
		names, err := dir.Readdirnames(1 << 10)
		for _, name := range names {
			if isTemporary().MatchString(name) {
				removeLeftover(filepath.Join(folder, name))
			}
		}
		if err != nil {
			return
		}
	}
}
