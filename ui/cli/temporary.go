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

// temporary is a file written in the folder of the file that it will become. It
// is removed whenever the program ends, except by a kill. The next temporary
// file made in the folder removes what a kill has left.
type temporary struct {
	path string
	file *os.File
	lock io.Closer // tells other processes that the file is in use; may be nil

	mu      sync.Mutex // held while the file is created, renamed or removed
	gone    bool       // it has been renamed or removed
	unwatch func()
}

// maxTries is the limit of attempts to make a temporary file. Another process
// can mistake it for a leftover before it is locked.
const maxTries = 100

var errSwept = errors.New("other processes remove its temporary file")

// swept are the folders in which this process has removed leftover files. It can write
// many files into one.
var swept sync.Map

// newTemporary makes a temporary file. The first one in a folder removes leftover ones
// there.
func newTemporary(then atSignal, folder string, mode fs.FileMode) (t *temporary, err error) {
	if _, done := swept.LoadOrStore(folder, true); !done {
		sweep(folder)
	}
	for range maxTries {
		t = &temporary{path: filepath.Join(folder, temporaryPrefix+rand.Text())}
		if err = t.open(then, mode); !errors.Is(err, errSwept) {
			break
		}
	}
	return t, err
}

func (t *temporary) open(then atSignal, mode fs.FileMode) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.unwatch = beforeSignal(t.removeForGood, then)
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

// fill writes the file and syncs it to disk.
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

// rename renames the file to target, replacing an existing file.
func (t *temporary) rename(target string) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	err := os.Rename(t.path, target)
	t.gone = err == nil
	return err
}

// renameNew renames the file to target. Its error wraps fs.ErrExist if target
// exists.
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
		_ = os.Remove(target) // it is empty, and this program made it
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
		_ = t.lock.Close() // nothing was written through it
	}
}

// removeForGood removes the file while a signal ends the program, and prevents a
// later rename.
func (t *temporary) removeForGood() {
	t.mu.Lock() // never unlocked
	t.remove()
}

func (t *temporary) remove() {
	if t.gone {
		return
	}
	_ = t.file.Close() // some systems cannot remove an open file
	_ = os.Remove(t.path)
	t.gone = true
}

// isTemporary matches the names of temporary files, and no others.
var isTemporary = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\.sitrep-[A-Z2-7]{26}$`) })

// sweep removes the temporary files that killed programs have left in a folder.
// Files that may be in use, or cannot be removed, stay.
func sweep(folder string) {
	dir, err := os.Open(folder)
	if err != nil {
		return // writing into it may still be allowed
	}
	defer func() { _ = dir.Close() }() // it was only read
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
