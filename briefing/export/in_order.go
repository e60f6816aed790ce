package export

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"

	"sitrep/briefing"
)

// The items of a long list are written by all processors, a chunk of the list at a
// time. What a goroutine writes before it is its turn is held back.
const (
	fewItems   = 128      // of a list that one goroutine writes
	chunkItems = 16       // in a chunk
	maxHeld    = 64 << 10 // bytes of a chunk
	maxAhead   = 4        // chunks for each goroutine that are begun and not yet written
)

// itemsWriter writes the items of a list.
type itemsWriter[W any] interface {
	item(briefing.Ref)
	// prepare looks up the quotes for item.
	prepare(briefing.Ref)
	// fork returns a writer for another goroutine, with a stream and an index of its
	// own. join takes over from it what is needed for the rest of the output.
	fork(stream, *briefing.Index) W
	join(W)
}

// writeItems writes the items of a list of x with w, whose stream is to.
func writeItems[W itemsWriter[W]](w W, to stream, x *briefing.Index, items []briefing.Ref) {
	workers := runtime.GOMAXPROCS(0)
	if len(items) < fewItems || workers == 1 || x.Remarks() != nil {
		for _, ref := range items {
			w.item(ref)
		}
		return
	}
	c := &chunks{to: to.out, list: slices.Collect(slices.Chunk(items, chunkItems)), ahead: maxAhead * workers, held: map[int][]byte{}}
	c.changed.L = &c.writing
	forks := make([]W, workers)
	var all sync.WaitGroup
	for i := range forks {
		p := &place{chunks: c}
		own, index := newStream(p), x.Apart()
		forks[i] = w.fork(own, index)
		all.Go(func() {
			defer c.recover()
			for p.take(w.prepare) {
				for _, ref := range c.list[p.number] {
					forks[i].item(ref)
				}
				if own.finish() != nil {
					return
				}
				p.end()
				index.Forget()
			}
		})
	}
	all.Wait()
	if c.panicked != nil {
		panic(c.panicked)
	}
	for _, fork := range forks {
		w.join(fork)
	}
}

// chunks is a list that several goroutines write.
type chunks struct {
	to    io.Writer
	list  [][]briefing.Ref
	ahead int // of turn, at most

	taking sync.Mutex
	taken  int

	writing  sync.Mutex
	changed  sync.Cond // turn or err
	turn     int       // the chunk that is to be written next
	held     map[int][]byte
	err      error
	panicked error
}

// place is where a goroutine writes a chunk.
type place struct {
	*chunks
	number int
	early  []byte // written before it is its turn
}

// take takes the next chunk and reports whether there is one. The quotes of all chunks
// are looked up in their order, so that the output does not depend on chance.
func (p *place) take(prepare func(briefing.Ref)) bool {
	p.taking.Lock()
	defer p.taking.Unlock()
	p.number = p.taken
	if p.number == len(p.list) || !p.await(p.number-p.ahead+1) {
		return false
	}
	p.taken++
	for _, ref := range p.list[p.number] {
		prepare(ref)
	}
	return true
}

// await waits until it is the turn of a chunk or a later one. It returns false if the
// output has failed.
func (c *chunks) await(chunk int) bool {
	c.writing.Lock()
	defer c.writing.Unlock()
	for c.turn < chunk && c.err == nil {
		c.changed.Wait()
	}
	return c.err == nil
}

// Write writes a part of the chunk, or holds it back.
func (p *place) Write(b []byte) (int, error) {
	p.writing.Lock()
	defer p.writing.Unlock()
	for p.turn < p.number && len(p.early)+len(b) > maxHeld && p.err == nil {
		p.changed.Wait()
	}
	if p.turn < p.number {
		p.early = append(p.early, b...)
	} else {
		p.put(p.early)
		p.early = p.early[:0]
		p.put(b)
	}
	return len(b), p.err
}

// end ends the chunk. If it is its turn, it is written with all that waits for it.
func (p *place) end() {
	p.writing.Lock()
	defer p.writing.Unlock()
	p.held[p.number], p.early = p.early, nil
	for b, ok := p.held[p.turn]; ok; b, ok = p.held[p.turn] {
		p.put(b)
		delete(p.held, p.turn)
		p.early = b[:0]
		p.turn++
	}
	p.changed.Broadcast()
}

func (c *chunks) put(b []byte) {
	if c.err == nil {
		_, c.err = c.to.Write(b)
	}
	if c.err != nil {
		c.changed.Broadcast()
	}
}

// recover ends the list after a panic, for which the goroutine of the export panics
// then.
func (c *chunks) recover() {
	if r := recover(); r != nil {
		c.writing.Lock()
		defer c.writing.Unlock()
		c.panicked = &crash{r, debug.Stack()}
		c.err = c.panicked
		c.changed.Broadcast()
	}
}

// addAll sets what is set in others.
func addAll(set, others []bool) {
	for i, is := range others {
		set[i] = set[i] || is
	}
}

// crash is a panic in another goroutine.
type crash struct {
	value any
	stack []byte
}

func (c *crash) Error() string { return fmt.Sprint(c.value) }

// Stack returns the stack of the panic.
func (c *crash) Stack() string { return string(c.stack) }
