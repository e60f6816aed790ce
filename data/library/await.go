package library

import (
	"context"
	"time"
)

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

// awaitQuiet waits until the index does not change any more, if it has changed since
// the last time. It reports whether it has. report is called now and then.
func (l *Library) awaitQuiet(ctx context.Context, report func()) (changed bool, err error) {
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
			report()
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
