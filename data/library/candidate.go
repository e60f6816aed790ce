package library

import (
	"cmp"
	"context"
	"database/sql"
	"runtime"
	"sync"
)

// candidate is an item that the index has found, and what becomes of it.
type candidate struct {
	id    int64
	above string // the text of the claim and question of a position
	hit   *Hit   // nil if the text does not fit
	size  int    // of its fields, in bytes

	version versionRank
}

const (
	// maxChunks is how many chunks a goroutine looks at at a time. The first time it
	// is one, then two and so on, because the first hits are waited for.
	maxChunks = 8
	// maxJobs is how many times of that are read ahead.
	maxJobs = 6
)

// job is what one goroutine looks at at a time.
type job struct {
	packed []byte
	chunks []packedChunk
	items  []candidate
	err    error
	done   chan struct{}
}

// packedChunk is a chunk in a job. The ends are those of its bytes in packed and of
// its candidates in items.
type packedChunk struct {
	id              int64
	end, candidates int
}

var jobs = sync.Pool{New: func() any { return new(job) }}

// eachCandidate looks at the items that a query returns, with their chunks, by all
// processors, and then calls take with each of them, in their order. An error of take
// ends it.
func (l *Library) eachCandidate(ctx context.Context, query string, args []any, look func(*candidate, *chunkReader) error, take func(*candidate) error) error {
	inner, stop := context.WithCancel(ctx)
	var all sync.WaitGroup
	defer all.Wait()
	defer stop()
	work, ahead := make(chan *job), make(chan *job, maxJobs)
	db := l.database()
	reader := candidateReader{ctx: inner, work: work, ahead: ahead, each: l.named}
	var failure error
	all.Go(func() {
		defer close(ahead)
		defer close(work)
		failure = reader.read(db, query, args)
	})
	for range runtime.GOMAXPROCS(0) {
		all.Go(func() {
			var chunks chunkReader
			for j := range work {
				j.err = j.look(&chunks, look)
				close(j.done)
			}
		})
	}
	for j := range ahead {
		<-j.done
		for i := range j.items {
			if err := take(&j.items[i]); err != nil {
				return err
			}
		}
		if j.err != nil {
			return l.failed(ctx, db, j.err)
		}
		jobs.Put(j)
	}
	return l.failed(ctx, db, failure)
}

// look looks at the candidates. After an error those before it are left.
func (j *job) look(chunks *chunkReader, look func(*candidate, *chunkReader) error) error {
	start, at := 0, 0
	for _, c := range j.chunks {
		if err := chunks.read(c.id, j.packed[start:c.end]); err != nil {
			j.items = j.items[:at]
			return err
		}
		for ; at < c.candidates; at++ {
			if err := look(&j.items[at], chunks); err != nil {
				j.items = j.items[:at]
				return err
			}
		}
		start = c.end
	}
	return nil
}

// candidateReader reads candidates and their chunks from the index in one
// transaction, so that both are of one state of it.
type candidateReader struct {
	ctx         context.Context
	work, ahead chan<- *job
	each        bool // each version of a briefing counts
	ranks       rankReader
	chunks      chunkCursor
	job         *job
	most        int // how many chunks the job gets
}

func (r *candidateReader) read(db *sql.DB, query string, args []any) (err error) {
	conn, err := db.Conn(r.ctx)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }() // it goes back to the pool
	// A transaction that ends with the context waits for its rows, and has queries wait
	// for itself: with the chunks held by their cursor, that would be for ever.
	tx, err := conn.BeginTx(context.WithoutCancel(r.ctx), &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // nothing was written
	if r.chunks.stmt, err = tx.Prepare("SELECT id, text FROM chunk WHERE id <= ? ORDER BY id DESC"); err != nil {
		return err
	}
	defer func() { err = cmp.Or(err, r.chunks.close()) }()
	if r.ranks.stmt, err = tx.Prepare(selectVersions); err != nil {
		return err
	}
	rows, err := tx.QueryContext(r.ctx, query, args...)
	if err != nil {
		return err
	}
	for err == nil && rows.Next() {
		var c candidate
		if err = rows.Scan(&c.id, &c.above); err == nil && !r.each {
			c.version, err = r.ranks.of(fileOfItem(c.id))
		}
		if err == nil {
			err = r.add(c)
		}
	}
	if err = cmp.Or(err, rows.Err(), rows.Close()); err == nil && r.job != nil {
		err = r.hand()
	}
	return err
}

// add adds a candidate to the job, and hands it over if it is complete.
func (r *candidateReader) add(c candidate) error {
	if j := r.job; j == nil || c.id < r.chunks.id {
		if j != nil && len(j.chunks) >= r.most {
			if err := r.hand(); err != nil {
				return err
			}
		}
		if r.job == nil {
			j, r.most = jobs.Get().(*job), min(r.most+1, maxChunks)
			*j = job{packed: j.packed[:0], chunks: j.chunks[:0], items: j.items[:0], done: make(chan struct{})}
			r.job = j
		}
		if err := r.chunks.find(c.id); err != nil {
			return err
		}
		r.job.packed = append(r.job.packed, r.chunks.packed...)
		r.job.chunks = append(r.job.chunks, packedChunk{id: r.chunks.id, end: len(r.job.packed)})
	}
	r.job.items = append(r.job.items, c)
	r.job.chunks[len(r.job.chunks)-1].candidates = len(r.job.items)
	return nil
}

// hand hands the job over.
func (r *candidateReader) hand() error {
	j := r.job
	r.job = nil
	select {
	case r.ahead <- j:
	case <-r.ctx.Done():
		return r.ctx.Err()
	}
	r.work <- j // each that is ahead is looked at
	return nil
}

// chunkCursor goes through the chunks from the highest id to the lowest.
type chunkCursor struct {
	stmt   *sql.Stmt
	rows   *sql.Rows
	id     int64
	packed sql.RawBytes
	pause  int // for how many items the next chunks are not looked at
}

const (
	// maxSkipped is how many chunks the cursor reads to find one that is wanted. When
	// that fails, it looks chunks up, as many as maxPause, before it tries again.
	maxSkipped = 4
	maxPause   = 4
)

// find goes to the chunk of an item, which is below the one where the cursor is.
func (c *chunkCursor) find(item int64) (err error) {
	if c.rows != nil && c.pause == 0 {
		for range maxSkipped {
			if err := c.next(); err != nil || c.id <= item {
				return err
			}
		}
		c.pause = maxPause
	}
	c.pause = max(c.pause-1, 0)
	if err := c.close(); err != nil {
		return err
	}
	if c.rows, err = c.stmt.Query(item); err != nil {
		return err
	}
	return c.next()
}

func (c *chunkCursor) next() error {
	if !c.rows.Next() {
		return cmp.Or(c.rows.Err(), errBroken)
	}
	return c.rows.Scan(&c.id, &c.packed)
}

func (c *chunkCursor) close() (err error) {
	if c.rows != nil {
		err = c.rows.Close()
		c.rows = nil
	}
	return err
}
