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
	quiet   = 20 * time.Millisecond
	longest = 300 * time.Millisecond
	// pollEvery is how often a folder is looked at that the system does not report
	// on. Looking at a large one takes longer, and at most a fiftieth of the time.
	pollEvery = 2 * time.Second
	pollShare = 50
)

// Watch reports changes in the folder of a library.
type Watch struct {
	l      *Library
	notify *fsnotify.Watcher // nil if the folder has to be looked at again and again
	end    context.CancelFunc
	done   context.Context
	seen   map[string]stamp // what was there when it was looked at
}

// Watch begins to watch the folder.
func (l *Library) Watch() *Watch {
	w := &Watch{l: l}
	w.done, w.end = context.WithCancel(context.Background())
	notify, err := fsnotify.NewWatcher()
	if err == nil {
		if err = notify.Add(l.path); err != nil {
			_ = notify.Close() // the folder is looked at instead
		}
	}
	if err == nil {
		w.notify = notify
	}
	return w
}

// Close ends the watch, and makes a waiting Next return.
func (w *Watch) Close() error {
	w.end()
	if w.notify == nil {
		return nil
	}
	return w.notify.Close()
}

// Next waits for changes, and returns the names of the files that have changed, or
// none if that is not known. It returns [context.Canceled] after Close.
func (w *Watch) Next() ([]string, error) {
	if w.notify == nil {
		return w.poll()
	}
	names := map[string]bool{}
	unknown := false
	var settled, over <-chan time.Time
	for {
		select {
		case e, open := <-w.notify.Events:
			if !open {
				return nil, context.Canceled
			}
			name := filepath.Base(e.Name)
			if !file.IsCalledBriefing(name) {
				continue
			}
			names[name] = true
		case err, open := <-w.notify.Errors:
			if !open {
				return nil, context.Canceled
			}
			if !errors.Is(err, fsnotify.ErrEventOverflow) {
				return nil, err
			}
			unknown = true
		case <-settled:
			return changedNames(names, unknown), nil
		case <-over:
			return changedNames(names, unknown), nil
		}
		settled = time.After(quiet)
		if over == nil {
			over = time.After(longest)
		}
	}
}

// maxNames is how many files are looked at one by one. Looking at the whole folder
// takes less time than at more of them.
const maxNames = 200

func changedNames(names map[string]bool, unknown bool) []string {
	if unknown || len(names) > maxNames {
		return nil
	}
	out := make([]string, 0, len(names))
	for name := range names {
		out = append(out, name)
	}
	return out
}

// poll looks at the folder until something has changed.
func (w *Watch) poll() ([]string, error) {
	for pause := time.Duration(0); ; {
		select {
		case <-w.done.Done():
			return nil, context.Canceled
		case <-time.After(pause):
		}
		begun := time.Now()
		files, err := list(w.l.path)
		if err != nil {
			return nil, err
		}
		now := make(map[string]stamp, len(files))
		changed := map[string]bool{}
		for _, f := range files {
			now[f.name] = f.stamp
			if w.seen != nil && w.seen[f.name] != f.stamp {
				changed[f.name] = true
			}
		}
		for name := range w.seen {
			if _, there := now[name]; !there {
				changed[name] = true
			}
		}
		w.seen = now
		if len(changed) > 0 {
			return changedNames(changed, false), nil
		}
		pause = max(pollEvery, pollShare*time.Since(begun))
	}
}
