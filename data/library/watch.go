package library

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"

	"sitrep/briefing/file"
)

const (
	// quiet is how long nothing must happen in the folder before changes are
	// reported, as programs write a file in several steps. longest is how long
	// they wait while something keeps happening.
	quiet = 20 * time.Millisecond
	// quietWhole is that for files of a desk, which come whole.
	quietWhole = 2 * time.Millisecond
	longest    = 300 * time.Millisecond
	// pollEvery is how often a folder is looked at that the system does not report
	// on. Looking at a large one takes longer, and at most a fiftieth of the time.
	pollEvery = 2 * time.Second
	pollShare = 50
)

// Watch reports changes in the folder of a library. Next may be called by one
// goroutine at a time, and Close by any.
type Watch struct {
	l    *Library
	end  context.CancelFunc
	done context.Context

	notify *fsnotify.Watcher // nil while the folder has to be looked at again and again
	seen   map[string]stamp  // what was there when it was last looked at; nil if it could not be
	pause  time.Duration     // before it is looked at the next time
}

// Watch begins to watch the folder. What changes after it has returned is reported.
func (l *Library) Watch() *Watch {
	w := &Watch{l: l, pause: pollEvery}
	w.done, w.end = context.WithCancel(context.Background())
	if w.begin(); w.notify == nil {
		w.look()
	}
	return w
}

// begin has the system report on the folder, if it can.
func (w *Watch) begin() {
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		return
	}
	if err := notify.Add(w.l.path); err != nil {
		_ = notify.Close() // the folder is looked at instead
		return
	}
	w.notify = notify
	context.AfterFunc(w.done, func() { _ = notify.Close() }) // it has nothing to lose
}

// stop ends what begin has begun.
func (w *Watch) stop() {
	_ = w.notify.Close() // as above
	w.notify = nil
}

// Close ends the watch, and makes a waiting Next return.
func (w *Watch) Close() error {
	w.end()
	return nil
}

// Next waits for changes, and returns the names of the files that have changed, or
// none if that is not known, so that the whole folder has to be looked at. It does so
// too when the folder is gone or is back, and when the index is empty because it
// was broken. It returns [context.Canceled] after Close, and no other error.
func (w *Watch) Next() ([]string, error) {
	if w.notify == nil {
		return w.poll()
	}
	var changed Changed
	var settled, over <-chan time.Time
	wait := quietWhole
	for {
		select {
		case <-w.done.Done():
			return nil, context.Canceled
		case e := <-w.notify.Events:
			name, folder := filepath.Base(e.Name), filepath.Clean(e.Name) == filepath.Clean(w.l.path)
			if folder && e.Has(fsnotify.Remove|fsnotify.Rename) {
				w.stop()
				return nil, nil
			}
			if folder || !file.IsCalledBriefing(name) {
				continue
			}
			changed.Add(name)
			wait = max(wait, quietAfter(name))
		case err := <-w.notify.Errors:
			if !errors.Is(err, fsnotify.ErrEventOverflow) {
				w.stop()
				return nil, nil
			}
			changed.Add()
		case <-w.l.emptied:
			changed.Add()
		case <-settled:
			names, _ := changed.Take()
			return names, nil
		case <-over:
			names, _ := changed.Take()
			return names, nil
		}
		if settled = time.After(wait); over == nil {
			over = time.After(longest)
		}
	}
}

// quietAfter returns how long nothing must happen after a file has changed.
func quietAfter(name string) time.Duration {
	if _, ok := ParseVersion(name); ok {
		return quietWhole
	}
	return quiet
}

// poll looks at the folder until something has changed.
func (w *Watch) poll() ([]string, error) {
	for {
		select {
		case <-w.done.Done():
			return nil, context.Canceled
		case <-w.l.emptied:
			return nil, nil
		case <-time.After(w.pause):
		}
		before := w.seen
		w.look()
		switch {
		case before == nil && w.seen == nil:
		case before == nil: // it is back, and may be watched again
			if w.begin(); w.notify != nil {
				w.seen = nil
			}
			return nil, nil
		case w.seen == nil:
			return nil, nil
		default:
			if names := differing(before, w.seen); len(names) > maxNames {
				return nil, nil
			} else if len(names) > 0 {
				return names, nil
			}
		}
	}
}

// look notes what is in the folder now.
func (w *Watch) look() {
	begun := time.Now()
	files, err := list(w.l.path)
	w.pause = max(pollEvery, pollShare*time.Since(begun))
	if w.seen = nil; err != nil {
		return
	}
	w.seen = make(map[string]stamp, len(files))
	for _, f := range files {
		w.seen[f.name] = f.stamp
	}
}

// differing returns the names of the files that differ.
func differing(a, b map[string]stamp) (names []string) {
	for name, s := range b {
		if before, there := a[name]; !there || before != s {
			names = append(names, name)
		}
	}
	for name := range a {
		if _, there := b[name]; !there {
			names = append(names, name)
		}
	}
	return names
}
