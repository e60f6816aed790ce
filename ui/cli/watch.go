package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"
	"time"

	"github.com/fsnotify/fsnotify"

	"sitrep/briefing/file"
	"sitrep/ui/tui"
)

const (
	// quiet is how long nothing may happen to a file before it counts as
	// saved: editors write in several steps.
	quiet = 100 * time.Millisecond
	// longest is how long it is waited for that, while a file is written on
	// and on.
	longest = 300 * time.Millisecond
	// maxFolders is how many folders are watched for one briefing.
	maxFolders = 64
)

// watched is a briefing's file that is read again when it changes.
type watched struct {
	path  string
	most  marking // what is read of it
	seen  atomic.Pointer[stamp]
	texts atomic.Pointer[[]string] // files that hold texts of its sources
}

// stamp is what tells one state of a file from another without reading it.
type stamp struct {
	size  int64
	mode  fs.FileMode
	mtime time.Time
}

// stampOf is the zero stamp where there is no file.
func stampOf(path string) stamp {
	info, err := os.Stat(path)
	if err != nil {
		return stamp{}
	}
	return stamp{info.Size(), info.Mode(), info.ModTime()}
}

func newWatched(path string, most marking) *watched { return &watched{path: path, most: most} }

// file is the file as the reader takes it.
func (w *watched) file() tui.File { return tui.File{Load: w.load, Watch: w.watch} }

// load reads the briefing.
func (w *watched) load() (*file.Document, error) {
	now := stampOf(w.path)
	w.seen.Store(&now)
	doc, err := w.most.redact(file.Load(w.path))
	if err == nil {
		texts := doc.TextFiles // a pointer into the document would keep all of it
		w.texts.Store(&texts)
	}
	return doc, err
}

// watch begins to watch the folders of the file and of its texts. The folders,
// because many editors put a new file in the place of the old one.
func (w *watched) watch() (tui.Watch, error) {
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	c := &changes{file: w, notify: notify, real: realPath(w.path)}
	if err := c.follow(); err != nil {
		return nil, errors.Join(err, notify.Close())
	}
	return c, nil
}

// changes is a watch on a file.
type changes struct {
	file   *watched
	notify *fsnotify.Watcher
	real   string // the file behind the links that the path may lead through
	begun  bool
}

var errFolderGone = errors.New("the folder is gone")

// Next waits for a change.
func (c *changes) Next() error {
	if err := c.follow(); err != nil {
		return err
	}
	if !c.begun {
		c.begun = true
		if seen := c.file.seen.Load(); seen != nil && *seen != stampOf(c.file.path) {
			return nil // while it was read, or between that and this
		}
	}
	for {
		concerns, err := c.event(nil)
		if err != nil {
			return err
		}
		if concerns {
			return c.settle()
		}
	}
}

// Close ends the watch; a Next that waits returns.
func (c *changes) Close() error { return c.notify.Close() }

// follow watches the folders of all files that the briefing is made of.
func (c *changes) follow() error {
	if err := c.notify.Add(filepath.Dir(c.file.path)); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return errFolderGone
		}
		return err
	}
	folders := []string{filepath.Dir(c.real)}
	for _, path := range c.file.textFiles() {
		folders = append(folders, filepath.Dir(path))
	}
	slices.Sort(folders)
	folders = slices.Compact(folders)
	for _, folder := range folders[:min(len(folders), maxFolders)] {
		_ = c.notify.Add(folder) // one that is not there has nothing to tell
	}
	return nil
}

func (w *watched) textFiles() []string {
	if texts := w.texts.Load(); texts != nil {
		return *texts
	}
	return nil
}

// event waits for an event, or for the end of a time, and reports whether the
// event is about a file of the briefing.
func (c *changes) event(timeout <-chan time.Time) (concerns bool, err error) {
	select {
	case e, open := <-c.notify.Events:
		if !open {
			return false, fsnotify.ErrClosed
		}
		return c.concerns(e), nil
	case err, open := <-c.notify.Errors:
		switch {
		case !open:
			return false, fsnotify.ErrClosed
		case errors.Is(err, fsnotify.ErrEventOverflow):
			return true, nil // there were too many to tell
		}
		return false, err
	case <-timeout:
		return false, errQuiet
	}
}

// errQuiet says that nothing has happened for a while.
var errQuiet = errors.New("quiet")

// settle waits until nothing more happens to the file.
func (c *changes) settle() error {
	over := time.Now().Add(longest)
	for until := time.Now().Add(quiet); ; {
		left := min(time.Until(until), time.Until(over))
		concerns, err := c.event(time.After(left))
		switch {
		case errors.Is(err, errQuiet):
			return nil
		case err != nil:
			return err
		case concerns:
			until = time.Now().Add(quiet)
		}
	}
}

// concerns reports whether an event is about a file of the briefing.
func (c *changes) concerns(e fsnotify.Event) bool {
	name := filepath.Clean(e.Name)
	if now := realPath(c.file.path); now != c.real {
		c.real = now
		return true
	}
	if name != filepath.Clean(c.file.path) && name != c.real && !slices.Contains(c.file.textFiles(), name) {
		return name == filepath.Dir(filepath.Clean(c.file.path)) && e.Has(fsnotify.Remove|fsnotify.Rename)
	}
	if e.Op == fsnotify.Chmod { // also when it is looked at by some programs
		seen := c.file.seen.Load()
		return seen == nil || *seen != stampOf(c.file.path)
	}
	return true
}

// realPath is where a path leads; itself where it leads nowhere.
func realPath(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return filepath.Clean(path)
}
