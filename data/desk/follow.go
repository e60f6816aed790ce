package desk

import (
	"context"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"sitrep/briefing"
)

const (
	// firstPause and longestPause are how long it takes until a lost connection is
	// tried again: twice as long each time.
	firstPause   = 200 * time.Millisecond
	longestPause = 30 * time.Second
	// lockEvery is how often it is looked whether another process still follows.
	lockEvery = time.Second
	// saveEvery is how often what has been received is brought to the disk, and
	// saveFiles after how many files at the latest.
	saveEvery = time.Second
	saveFiles = 256
)

// Follow receives what the desk has, and what is published from then on, into the
// folder of the configuration, until ctx is done, whose error it returns. It goes on
// where it ended before. A lost connection is tried again for ever. If another process
// follows into the folder, it waits until that ends. It returns another error only if
// the configuration cannot be used.
//
// report is called with each change of the state, at most some times in a second, by
// one goroutine at a time. received is called with the names of files that are
// new or gone, by one goroutine at a time, and may be nil.
func Follow(ctx context.Context, c Config, report func(State), received func(names []string)) error {
	if err := c.check(); err != nil {
		return err
	}
	if _, err := c.signIn(); err != nil {
		return err
	}
	f := &follower{config: &c, folder: folder(c.Folder), tell: received, reporter: newReporter(report), refused: map[briefing.TLP]bool{}}
	defer f.end()
	if f.tell == nil {
		f.tell = func([]string) {}
	}
	unlock, err := f.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	f.folder.sweep()
	f.receipt = readReceipt(f.folder, f.config)
	for pause := firstPause; ; {
		connected, err := f.session(ctx)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		f.connected(isOfFiles(err), err)
		if connected && !isOfFiles(err) {
			pause = firstPause
		}
		if errors.Is(err, errOther) {
			continue
		}
		asked, ok := f.wait(ctx, pause/2+rand.N(pause))
		if !ok {
			return ctx.Err()
		}
		if pause = min(2*pause, longestPause); asked {
			pause = firstPause
		}
	}
}

// wait waits until it is time to connect again, or until somebody asks for that. ok is
// false if ctx is done.
func (f *follower) wait(ctx context.Context, d time.Duration) (asked, ok bool) {
	select {
	case <-ctx.Done():
		return false, false
	case <-f.config.Retry:
		f.set(func(s *State) { s.Trying = true })
		return true, true
	case <-time.After(d):
		return false, true
	}
}

// isOfFiles reports whether an error is about the folder, rather than the connection.
func isOfFiles(err error) bool {
	_, path := errors.AsType[*fs.PathError](err)
	_, link := errors.AsType[*os.LinkError](err)
	return path || link
}

// sleep waits, and reports whether ctx is still not done.
func sleep(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}

// follower follows a desk.
type follower struct {
	config *Config
	folder folder
	*reporter

	mu      sync.Mutex
	refused map[briefing.TLP]bool // what the server does not allow
	receipt *receipt
	unsaved []string // names of files
	dirty   bool     // the receipt has changed since it was saved

	saving  sync.Mutex
	telling sync.Mutex
	tell    func([]string)
}

// lock waits until no other process follows into the folder.
func (f *follower) lock(ctx context.Context) (unlock func(), err error) {
	for {
		if err = os.MkdirAll(string(f.folder), folderMode); err == nil {
			var ok bool
			if unlock, ok, err = lock(f.folder); ok {
				f.set(func(s *State) { s.Elsewhere, s.Err = false, nil })
				return unlock, nil
			}
		}
		f.set(func(s *State) { s.Elsewhere, s.Err = err == nil, err })
		if !sleep(ctx, lockEvery) {
			return nil, ctx.Err()
		}
	}
}

// session follows as long as there is a connection. It reports whether there was one.
func (f *follower) session(ctx context.Context) (connected bool, err error) {
	l, err := connect(ctx, f.config)
	if err != nil {
		return false, err
	}
	defer l.close()
	defer func() { err = errors.Join(err, f.save()) }()
	f.connected(true, nil)
	all, ctx := errgroup.WithContext(ctx)
	all.Go(func() error {
		for {
			select {
			case <-l.lost:
				return errLost
			case <-ctx.Done():
				return ctx.Err()
			case <-f.config.Retry: // after a laptop has slept, the connection may be dead and not known to be
				if l.nc.FlushTimeout(dialTimeout) != nil {
					return errLost
				}
			}
		}
	})
	all.Go(func() error {
		for sleep(ctx, saveEvery) {
			if err := f.save(); err != nil {
				return err
			}
		}
		return ctx.Err()
	})
	f.receiveAll(ctx, all, l)
	return true, explainNoStream(all.Wait())
}

// receiveAll receives what has each of the markings that the server allows.
func (f *follower) receiveAll(ctx context.Context, all *errgroup.Group, l *link) {
	turn := make(chan struct{}, 1) // held by the one that catches up, so that only so much is in memory
	labels := f.config.labels()
	ready := make(chan struct{}, len(labels))
	for _, label := range labels {
		if f.isRefused(label) {
			ready <- struct{}{}
			continue
		}
		r := &receiver{follower: f, link: l, label: label, turn: turn, ready: ready}
		all.Go(func() error {
			err := r.receive(ctx)
			if errors.Is(err, errRefused) {
				f.refuse(label)
				ready <- struct{}{}
				return nil
			}
			return err
		})
	}
	all.Go(func() error {
		for range labels {
			select {
			case <-ready:
			case <-ctx.Done():
				return nil
			}
		}
		f.set(func(s *State) {
			if s.Ready = true; f.allRefused() {
				s.Err = &Error{message: "the server lets you read nothing of this desk", hint: "ask who runs it", cause: errRefused}
			}
		})
		return nil
	})
}

func (f *follower) isRefused(label briefing.TLP) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.refused[label]
}

func (f *follower) refuse(label briefing.TLP) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.refused[label] = true
}

func (f *follower) allRefused() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return len(f.refused) == len(f.config.labels())
}

// save brings what has been received to the disk, and then notes that it is there.
func (f *follower) save() error {
	f.saving.Lock()
	defer f.saving.Unlock()
	f.mu.Lock()
	names, dirty := f.unsaved, f.dirty
	text, err := f.receipt.text()
	f.unsaved, f.dirty = nil, false
	f.mu.Unlock()
	if !dirty {
		return nil
	}
	if err == nil {
		err = f.folder.sync(names)
	}
	if err == nil {
		if _, err = f.folder.write(progressFile, text); err == nil {
			err = f.folder.sync([]string{progressFile})
		}
	}
	if err != nil {
		f.mu.Lock()
		defer f.mu.Unlock()
		f.unsaved, f.dirty = append(f.unsaved, names...), true
	}
	return err
}
