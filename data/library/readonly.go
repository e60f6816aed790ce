package library

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"time"

	"sitrep/briefing/clean"
)

// A library that is read only leaves its index to another process, which keeps it up
// to date. It takes a fraction of the memory and of the time of one that does so
// itself, so that many can be open on one machine.

const (
	// patience is how long a change in the folder may take to be in the index. After
	// that the index is used as it is.
	patience = 30 * time.Second
	// settling is how long the index must not change so that it counts as up to date.
	settling = 200 * time.Millisecond
	// shortPause and longPause are the waits before the index is looked at again.
	shortPause = 5 * time.Millisecond
	longPause  = 200 * time.Millisecond
)

// state identifies what is in the file of an index, and which file it is.
type state struct{ file, log stamp }

func stateOf(name string) (s state, err error) {
	info, err := os.Stat(name)
	if err != nil {
		return s, err
	}
	s.file = stampOf(info)
	if info, err := os.Stat(name + "-wal"); err == nil {
		s.log = stampOf(info)
	}
	return s, nil
}

// openKept opens the index that another process keeps.
func (l *Library) openKept(cache string) (err error) {
	if l.name, err = indexFile(cache, l.path, string(l.max)); err != nil {
		return err
	}
	l.db, l.seen, err = openOnlyRead(l.name)
	return err
}

// openOnlyRead opens an index to read it. It is opened for writing as far as the files
// beside it go, by which those who use it at once know of each other.
func openOnlyRead(name string) (*sql.DB, state, error) {
	now, err := stateOf(name)
	if err != nil {
		return nil, now, err
	}
	db, err := sql.Open(driverName, address(name, "query_only(ON)", "busy_timeout(20000)", "temp_store(MEMORY)", "cache_size(-1000)"))
	if err != nil {
		return nil, now, err
	}
	const connections = 2 // one for a search, and one for the list meanwhile
	db.SetMaxOpenConns(connections)
	var version int
	if err = db.QueryRow("PRAGMA user_version").Scan(&version); err == nil && version != indexVersion {
		err = errBroken
	}
	if err != nil {
		return nil, now, errors.Join(err, db.Close())
	}
	return db, now, nil
}

// renew opens the index again if there is another in its place, and returns its state.
func (l *Library) renew() (state, error) {
	now, err := stateOf(l.name)
	l.mu.Lock()
	defer l.mu.Unlock()
	switch {
	case l.closed:
		return now, errClosed
	case err != nil || now.file.inode == l.seen.file.inode:
		return now, err
	}
	db, now, err := openOnlyRead(l.name)
	if err == nil {
		_ = l.db.Close() // nothing was written
		l.db = db
	}
	return now, err
}

// awaitQuiet waits until the index does not change any more, if it has changed since
// the last time. It reports whether it has. report is called now and then.
func (l *Library) awaitQuiet(ctx context.Context, report func(Progress)) (changed bool, err error) {
	over, quiet := time.Now().Add(patience), time.Time{}
	for {
		now, err := l.renew()
		if err != nil {
			return changed, err
		}
		l.mu.Lock()
		same := now == l.seen
		l.seen = now
		l.mu.Unlock()
		switch {
		case same && (!changed || time.Since(quiet) > settling), time.Now().After(over):
			return changed, nil
		case !same:
			changed, quiet = true, time.Now()
			report(Progress{Done: 1})
		}
		if err := pause(ctx, settling/4); err != nil {
			return changed, err
		}
	}
}

// awaitFiles waits until the index has files as they are in the folder now.
func (l *Library) awaitFiles(ctx context.Context, names []string) (changed bool, err error) {
	if _, err := l.renew(); err != nil {
		return false, err
	}
	over := time.Now().Add(patience)
	for _, name := range names {
		for wait := shortPause; time.Now().Before(over); wait = min(2*wait, longPause) {
			known, err := l.known(ctx, name)
			if err != nil {
				return false, err
			}
			f, there := stat(l.path, name)
			if there == (known.id != 0) && f.stamp == known.stamp {
				break
			}
			if err := pause(ctx, wait); err != nil {
				return false, err
			}
		}
	}
	return true, nil
}

// pause waits, and returns an error if ctx is done meanwhile.
func pause(ctx context.Context, wait time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(wait):
		return nil
	}
}

// unusable returns the error for an index that another process keeps.
func unusable(err error) error {
	if lostIndex(err) {
		return errors.New("the index cannot be read: " + clean.Line(err.Error()))
	}
	return err
}
