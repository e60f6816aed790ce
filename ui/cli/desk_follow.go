package cli

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"sitrep/data/desk"
	"sitrep/data/library"
)

// versionCount is how many versions of briefings are still to come from a desk.
type versionCount struct{ n atomic.Int64 }

// text puts the number behind other words, if there are any.
func (c *versionCount) text(what string) string {
	if n := c.n.Load(); n > 0 {
		what += fmt.Sprintf(", %d to come", n)
	}
	return what
}

// follower follows a desk for the reader. It is the watch on the folder.
type follower struct {
	ctx     context.Context
	desk    desk.Config
	retry   chan struct{}   // has a value when somebody has asked to connect again
	states  chan desk.State // has the latest, until it is taken
	changed chan struct{}   // has a value while files has some
	begun   atomic.Bool
	ended   chan struct{} // closed when the desk is followed no more
	files   library.Changed
}

// newFollower returns what follows a desk until ctx is done, once it has begun.
func newFollower(ctx context.Context, c desk.Config) *follower {
	f := &follower{ctx: ctx, desk: c, retry: make(chan struct{}, 1), states: make(chan desk.State, 1), changed: make(chan struct{}, 1), ended: make(chan struct{})}
	f.desk.Retry = f.retry
	return f
}

// Reconnect has a lost connection tried again at once.
func (f *follower) Reconnect() {
	select {
	case f.retry <- struct{}{}:
	default: // it is asked for already
	}
}

// begin begins to follow into the folder of a library. Another process may be the one
// that receives, so the folder is watched as well.
func (f *follower) begin(l *library.Library) *follower {
	folder := l.Watch()
	context.AfterFunc(f.ctx, func() { _ = folder.Close() }) // it has nothing to lose
	go func() {
		for {
			names, err := folder.Next()
			if err != nil {
				return
			}
			f.received(names)
		}
	}()
	f.begun.Store(true)
	go func() {
		defer close(f.ended)
		err := followSafely(f.ctx, f.desk, func(now desk.State) { replace(f.states, now) }, f.received)
		replace(f.states, desk.State{Err: err, Since: time.Now()})
	}()
	return f
}

// wait waits until what has been received is noted, after the context is done, but not
// for long.
func (f *follower) wait() {
	if f == nil || !f.begun.Load() {
		return
	}
	select {
	case <-f.ended:
	case <-time.After(deskPatience):
	}
}

// received notes that files have changed; without names, any of them may have.
func (f *follower) received(names []string) {
	f.files.Add(names...)
	select {
	case f.changed <- struct{}{}:
	default:
	}
}

// Next waits until files have changed, and returns their names, or nil if it can be any
// of them. Its error is that of the context.
func (f *follower) Next() ([]string, error) {
	select {
	case <-f.changed:
	case <-f.ctx.Done():
		return nil, f.ctx.Err()
	}
	names, _ := f.files.Take()
	return names, nil
}

// Status waits until the state of the desk is another, and returns it in few words. Its
// error is that of the context.
func (f *follower) Status() (string, error) {
	select {
	case now := <-f.states:
		return statusOf(now, time.Now()), nil
	case <-f.ctx.Done():
		return "", f.ctx.Err()
	}
}

// statusOf returns a state in few words.
func statusOf(s desk.State, now time.Time) string {
	words := "connected"
	switch {
	case s.Elsewhere:
		words = "followed by another sitrep"
	case !s.Connected && (s.Trying || s.Since.IsZero()):
		words = "connecting"
	case !s.Connected && desk.IsUnknown(s.Err):
		words = "credentials refused"
	case !s.Connected && desk.HasNoStream(s.Err):
		words = "no such stream"
	case !s.Connected && s.Since.Format(time.DateOnly) != now.Format(time.DateOnly):
		words = "offline since " + s.Since.Format("2 January")
	case !s.Connected:
		words = "offline since " + s.Since.Format("15:04")
	case s.Err != nil: // it cannot be written, say
		words = "nothing received since " + s.Since.Format("15:04")
	case s.ToCome > 0:
		words = fmt.Sprintf("%d to come", s.ToCome)
	}
	return "desk: " + words
}
