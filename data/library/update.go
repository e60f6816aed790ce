package library

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/semaphore"
)

// Progress is how far the index has come.
type Progress struct {
	Files int // that have to be looked at
	Done  int
}

const (
	// portion is how many files are taken at a time. Another program that updates the
	// same index may have done them in the meantime.
	portion = 64
	// inWork is the limit of bytes of files that are in work at once. A larger
	// file is read alone.
	inWork = 32 << 20
	// batchBytes and batchTime end a batch: what is written in one transaction.
	batchBytes = 8 << 20
	batchTime  = time.Second
	// maxInMemory is the limit of bytes of files in an index in memory.
	maxInMemory = 48 << 20
)

// Update brings the index up to date with the folder: it reads the files that are
// new or have changed, the newest first, and forgets those that are gone. report
// is called after each file and when something has been written. The index can
// be used in the meantime. Update returns whether anything has changed. If ctx is
// done, what has been read by then stays.
func (l *Library) Update(ctx context.Context, report func(Progress)) (changed bool, err error) {
	if l.options.ReadOnly {
		return l.awaitQuiet(ctx, func() { report(Progress{Done: 1}) })
	}
	for range maxReplaced + 2 { // an index that is replaced is filled from the start
		var again bool
		again, err = l.update(ctx, report)
		changed = changed || again
		if !errors.Is(err, ErrReplaced) {
			break
		}
	}
	return changed, err
}

func (l *Library) update(ctx context.Context, report func(Progress)) (changed bool, err error) {
	u := &updating{l: l, ctx: ctx, report: report}
	if err := u.compare(func() ([]onDisk, error) { return list(l.path) }); err != nil {
		return false, err
	}
	err = u.do()
	return u.changed, err
}

// do forgets and reads what compare has found.
func (u *updating) do() error {
	if err := u.forget(); err != nil {
		return err
	}
	if u.l.inMemory() {
		u.todo = u.fitting(u.todo)
	}
	if len(u.todo) == 0 {
		return nil
	}
	u.report(u.progress())
	if err := u.setMerging(); err != nil {
		return err
	}
	err := u.read()
	if err == nil && len(u.todo) >= many {
		u.l.shrink(u.ctx)
	}
	return err
}

// many is from how many files on an update leaves much to merge, and much room when
// that is done.
const many = 500

// setMerging lets FTS5 merge what is written with what there is while many files are
// read. It would take three quarters of the time after a change of one; there it waits
// until there are 16 parts of a size.
func (u *updating) setMerging() error {
	parts := 0 // none
	if len(u.todo) >= many {
		parts = 4
	}
	return u.l.write(u.ctx, func(w *writer) error {
		w.exec("INSERT INTO words(words, rank) VALUES('automerge', ?)", parts)
		w.exec("INSERT INTO facets(facets, rank) VALUES('automerge', ?)", parts)
		return w.err
	})
}

// shrink gives the room back that merging the words has left, about a tenth of a new
// index. If it fails, the room is used later.
func (l *Library) shrink(ctx context.Context) {
	for _, what := range []string{"incremental_vacuum", "wal_checkpoint(TRUNCATE)"} {
		_, _ = l.database().ExecContext(ctx, "PRAGMA "+what)
	}
}

// updating is one update of an index.
type updating struct {
	l       *Library
	ctx     context.Context
	report  func(Progress)
	todo    []task
	gone    []string
	done    atomic.Int64 // of todo
	changed bool
}

func (u *updating) progress() Progress { return Progress{Files: len(u.todo), Done: int(u.done.Load())} }

// task is a file to look at. Its id is 0 if the index does not know it.
type task struct {
	onDisk
	known known
}

// compare finds what has changed since the index was written. It reads that while it
// lists the files.
func (u *updating) compare(list func() ([]onDisk, error)) error {
	var files []onDisk
	var listing sync.WaitGroup
	var failure error
	listing.Go(func() { files, failure = list() })
	index := map[string]known{}
	err := u.l.each(u.ctx, func(scan func(...any) error) error {
		var name string
		var k known
		err := scan(&name, &k.id, &k.size, &k.modified, &k.inode, &k.settled, &k.texts, &k.kind, &k.day, &k.items)
		index[name] = k
		return err
	}, "SELECT name, id, size, modified, inode, settled, texts, kind, day, items FROM file")
	listing.Wait()
	if err = cmp.Or(failure, err); err != nil {
		return err
	}
	for _, f := range files {
		k := index[f.name]
		delete(index, f.name)
		if k.id == 0 || k.stamp != f.stamp || !k.settled || k.texts != "" && !sameTexts(u.l.path, k.texts) {
			u.todo = append(u.todo, task{f, k})
		}
	}
	for name := range index {
		u.gone = append(u.gone, name)
	}
	return nil
}

// forget removes the files that are gone.
func (u *updating) forget() error {
	for list := range slices.Chunk(u.gone, portion) {
		u.changed = true
		err := u.l.write(u.ctx, func(w *writer) error {
			for _, name := range list {
				if _, there := stat(u.l.path, name); !there { // it may be back
					w.remove(name)
				}
			}
			return w.err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// fitting returns the first files, as many as fit into memory beside those that the
// index has, and says once how many do not.
func (u *updating) fitting(todo []task) []task {
	var bytes int64
	_ = u.l.each(u.ctx, func(scan func(...any) error) error { return scan(&bytes) }, "SELECT coalesce(sum(size), 0) FROM file WHERE items > 0") // an error comes back when they are read
	for i, t := range todo {
		if t.known.items > 0 {
			bytes -= t.known.size
		}
		if bytes += t.size; bytes > maxInMemory {
			if !u.l.partial.Swap(true) {
				u.l.note(fmt.Sprintf("%d of %d files do not fit into memory, and were not read", len(todo)-i, len(todo)))
			}
			return todo[:i]
		}
	}
	return todo
}

// read reads the files by all processors, and writes them in batches. When the
// context is done it returns at once, while the readers end with their files.
func (u *updating) read() error {
	ctx, stop := context.WithCancel(u.ctx)
	defer stop()
	results := make(chan *record)
	room := semaphore.NewWeighted(inWork)
	handed := make(chan error, 1)
	go func() {
		handed <- u.hand(ctx, results, room)
		close(results)
	}()
	if err := u.collect(results, room); err != nil {
		return err
	}
	return <-handed
}

// hand gives the files to as many readers as there are processors, and waits
// for them.
func (u *updating) hand(ctx context.Context, results chan<- *record, room *semaphore.Weighted) error {
	tasks := make(chan task)
	var readers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		readers.Go(func() {
			for t := range tasks {
				select {
				case results <- u.l.read(t):
				case <-ctx.Done():
					return
				}
			}
		})
	}
	defer readers.Wait()
	defer close(tasks)
	for _, list := range portions(u.todo) {
		left, err := u.left(ctx, list)
		if err != nil {
			return err
		}
		for _, t := range left {
			if err := room.Acquire(ctx, t.weight()); err != nil {
				return err
			}
			select {
			case tasks <- t:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
	}
	return nil
}

func (t task) weight() int64 { return min(t.size, inWork) }

// portions divides tasks: the newest first, and the rest from anywhere on, so that two
// programs that fill one index share the work.
func portions(todo []task) [][]task {
	list := slices.Collect(slices.Chunk(todo, portion))
	if len(list) > 2 {
		n := 1 + rand.IntN(len(list)-1)
		list = slices.Concat(list[:1], list[n:], list[1:n])
	}
	return list
}

// left returns the files of a list that no other program has read in the
// meantime, with what the index knows of them now.
func (u *updating) left(ctx context.Context, todo []task) ([]task, error) {
	out := todo[:0:0]
	for _, t := range todo {
		now, err := u.l.known(ctx, t.name)
		if err != nil {
			return nil, err
		}
		if now.id != 0 && now.stamp == t.stamp && now.settled && (now.texts == t.known.texts && t.known.stamp != t.stamp) {
			u.done.Add(1)
			continue
		}
		t.known = now
		out = append(out, t)
	}
	return out, nil
}

// collect writes what has been read, in batches. A batch also ends when nothing
// has been read for a while, as a large file may wait for the room that it takes.
func (u *updating) collect(results <-chan *record, room *semaphore.Weighted) error {
	b := batch{u: u, room: room}
	late := time.NewTicker(batchTime)
	defer late.Stop()
	for {
		select {
		case r, more := <-results:
			if !more {
				return b.flush()
			}
			b.add(r)
		case <-late.C:
			b.late = true
		case <-u.ctx.Done():
			return u.ctx.Err()
		}
		if b.late || b.size >= batchBytes {
			if err := b.flush(); err != nil {
				return err
			}
		}
	}
}

// batch is what will be written in one transaction.
type batch struct {
	u       *updating
	room    *semaphore.Weighted
	records []*record
	size    int64
	late    bool
}

func (b *batch) add(r *record) {
	b.records = append(b.records, r)
	b.size += r.size
}

func (b *batch) flush() error {
	b.late = false
	if len(b.records) == 0 {
		return nil
	}
	changed, err := b.u.l.store(b.u.ctx, b.records)
	b.u.changed = b.u.changed || changed
	for _, r := range b.records {
		b.room.Release(r.weight())
	}
	b.u.done.Add(int64(len(b.records)))
	b.records, b.size = nil, 0
	if err == nil {
		b.u.report(b.u.progress())
	}
	return err
}
