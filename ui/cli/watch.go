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
	"sitrep/ui/tui/screen"
)

const (
	// quiet is how long a file must not change before it counts as saved.
	// Editors write in several steps.
	quiet = 100 * time.Millisecond
	// longest is the longest wait for that while a file keeps being written.
	longest = 300 * time.Millisecond
	// maxFolders is the limit of folders watched for one briefing.
	maxFolders = 64
)

// watched is the file of a briefing, which is read again when it changes.
type watched struct {
	path  string
	most  marking // the highest marking that is shown
	seen  atomic.Pointer[stamp]
	texts atomic.Pointer[[]string] // files that hold texts of its sources
}

// stamp identifies a state of a file without reading it.
type stamp struct {
	size  int64
	mode  fs.FileMode
	mtime time.Time
}

// stampOf returns the stamp of a file, or the zero stamp if there is none.
func stampOf(path string) stamp {
	info, err := os.Stat(path)
	if err != nil {
		return stamp{}
	}
	return stamp{info.Size(), info.Mode(), info.ModTime()}
}

func newWatched(path string, most marking) *watched { return &watched{path: path, most: most} }

// file returns the file in the form that package tui takes.
func (w *watched) file() screen.File {
	f := screen.File{Path: w.path, Load: w.load, Watch: w.watch}
	if w.most.label == "" {
		f.Text = func() ([]byte, error) { return file.ReadBytes(w.path) }
	}
	return f
}

func (w *watched) load() (*file.Document, error) {
	return w.loadBy(func() (*file.Document, error) { return file.Load(w.path) })
}

// loadBy is load by another function than file.Load.
func (w *watched) loadBy(load func() (*file.Document, error)) (*file.Document, error) {
	now := stampOf(w.path)
	w.seen.Store(&now)
	doc, err := w.most.redact(load())
	if err == nil {
		texts := doc.TextFiles // a pointer into the document would keep all of it in memory
		w.texts.Store(&texts)
	}
	return doc, err
}

// watch starts to watch the folders of the file and of its texts. It watches
// folders because many editors replace the file by a new one.
func (w *watched) watch() (screen.Watch, error) {
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
	real   string // the file after following links
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
			return nil // it changed while it was read, or since then
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

// Close ends the watch, and makes a waiting Next return.
func (c *changes) Close() error { return c.notify.Close() }

// follow watches the folders of all files of the briefing.
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
		_ = c.notify.Add(folder) // a folder that does not exist has no events
	}
	return nil
}

func (w *watched) textFiles() []string {
	if texts := w.texts.Load(); texts != nil {
		return *texts
	}
	return nil
}

// event waits for an event until timeout, and reports whether the event is
// about a file of the briefing.
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
			return true, nil // there were too many events to tell
		}
		return false, err
	case <-timeout:
		return false, errQuiet
	}
}

// errQuiet means that nothing has happened for a while.
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
	if e.Op == fsnotify.Chmod { // some programs cause it by reading the file
		seen := c.file.seen.Load()
		return seen == nil || *seen != stampOf(c.file.path)
	}
	return true
}

// realPath returns the path after following links, or path itself if that fails.
func realPath(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return filepath.Clean(path)
}
