package serve

import (
	"context"
	"errors"
	"strings"
	"sync"

	"sitrep/briefing"
	"sitrep/data/library"
)

// indexes are the indexes of a library that a server keeps for its readers, one for each
// clearance.
type indexes struct {
	ctx  context.Context
	open func(max briefing.TLP) (*library.Library, error) // nil if there are none
	log  *logger
	work sync.WaitGroup

	mu    sync.Mutex
	ready map[briefing.TLP]chan struct{} // closed when the index has been up to date once
}

func newIndexes(ctx context.Context, open func(briefing.TLP) (*library.Library, error), to *logger) *indexes {
	return &indexes{ctx: ctx, open: open, log: to, ready: map[briefing.TLP]chan struct{}{}}
}

// begin begins to keep the index for a clearance, unless it is kept. The channel is
// closed when it can be read.
func (i *indexes) begin(max briefing.TLP) (ready <-chan struct{}) {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.ready[max] == nil {
		done := make(chan struct{})
		i.ready[max] = done
		if i.open == nil || i.ctx.Err() != nil {
			close(done)
		} else {
			i.work.Go(func() { i.keep(max, sync.OnceFunc(func() { close(done) })) })
		}
	}
	return i.ready[max]
}

// keep keeps an index up to date until the context is done.
func (i *indexes) keep(max briefing.TLP, ready func()) {
	defer ready()
	l, err := i.open(max)
	if err != nil {
		i.failed(max, err)
		return
	}
	defer func() { _ = l.Close() }() // what was read stays in it
	watch := l.Watch()
	stop := context.AfterFunc(i.ctx, func() { _ = watch.Close() }) // Next returns
	defer stop()
	i.log.say("reading " + l.Path() + " for " + max.String())
	var names []string
	for first := true; ; first = false {
		_, err := l.UpdateFiles(i.ctx, names, func(library.Progress) {})
		if err != nil {
			i.failed(max, err)
		}
		if notes := l.Notes(); len(notes) > 0 {
			i.log.say(max.String() + ": " + strings.Join(notes, "; "))
		}
		if first && err == nil {
			i.log.say("the index for " + max.String() + " is up to date")
		}
		ready()
		if names, err = watch.Next(); err != nil {
			return
		}
	}
}

func (i *indexes) failed(max briefing.TLP, err error) {
	if !errors.Is(err, context.Canceled) {
		i.log.say("the index for " + max.String() + ": " + err.Error())
	}
}

// close waits until nothing is kept any more, after the context is done.
func (i *indexes) close() { i.work.Wait() }
