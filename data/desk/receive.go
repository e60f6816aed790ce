package desk

import (
	"context"
	"errors"
	"os"
	"strconv"
	"time"

	"github.com/nats-io/nats.go"
	"golang.org/x/sync/errgroup"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/data/library"
)

// errOther says that the stream is another than the one from which was received before.
var errOther = errors.New("the desk begins anew")

// The headers of messages.
const (
	headerAuthor    = "Sitrep-Author"
	headerFormat    = "Sitrep-Format"    // formatJSON, or else it is YAML
	headerWithdrawn = "Sitrep-Withdrawn" // the reason; such a message withdraws the briefing
	formatJSON      = "json"
)

// receiver receives what has one marking.
type receiver struct {
	*follower
	link  *link
	label briefing.TLP
	turn  chan struct{}
	ready chan<- struct{} // receives when all that there was has been received
}

// receive receives what is new, and what is older behind it.
func (r *receiver) receive(ctx context.Context) error {
	p := r.progress()
	newer, err := r.link.consume(ctx, r.config.subject(r.label, ">"), p.To, false) // To comes again, to see that it is the same
	if err != nil {
		return err
	}
	defer newer.close()
	count := &counter{reporter: r.reporter}
	defer func() { count.set(0) }()
	count.set(int(newer.pending))
	if err := r.hold(ctx); err != nil {
		return err
	}
	if p.To > 0 {
		if err := r.same(ctx, newer, p); err != nil {
			return err
		}
	}
	for first := p.To == 0; newer.pending > 0; {
		count.set(int(newer.pending))
		m, err := newer.next(ctx)
		if err != nil {
			return err
		}
		if err := r.take(m, first); err != nil {
			return err
		}
	}
	count.set(0)
	all, ctx := errgroup.WithContext(ctx)
	all.Go(func() error {
		err := r.older(ctx, count)
		<-r.turn
		if err == nil {
			r.ready <- struct{}{}
		}
		return err
	})
	all.Go(func() error {
		for {
			m, err := newer.next(ctx)
			if err != nil {
				return err
			}
			if err := r.take(m, false); err != nil {
				return err
			}
		}
	})
	return all.Wait()
}

// hold waits for the turn to catch up.
func (r *receiver) hold(ctx context.Context) error {
	select {
	case r.turn <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (r *receiver) progress() progress {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.receipt.Progress[r.label]
}

// same returns an error unless the first message is the last one that was received.
func (r *receiver) same(ctx context.Context, c *consumer, p progress) error {
	c.must = true
	m, err := c.next(ctx)
	if err == nil && (m.sequence != p.To || m.at.UnixNano() != p.At) {
		err = errOther
	}
	if errors.Is(err, errOther) {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.receipt.forget()
	}
	return err
}

// take takes a new message. first says that only the last one of each subject comes.
func (r *receiver) take(m *message, first bool) error {
	return r.put(m, func(p *progress) {
		if p.To, p.At = m.sequence, m.at.UnixNano(); first {
			p.From = m.sequence + 1
		}
	})
}

// older receives what is older than what came first.
func (r *receiver) older(ctx context.Context, count *counter) error {
	p := r.progress()
	if p.complete() {
		return nil
	}
	from, missing, err := r.missing(ctx, p)
	if err != nil {
		return err
	}
	if missing == 0 {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.advance(func(p *progress) { p.Done = p.From - 1 })
		return nil
	}
	c, err := r.link.consume(ctx, r.config.subject(r.label, ">"), from, false)
	if err != nil {
		return err
	}
	defer c.close()
	for last := from - 1; last < p.From-1; {
		count.set(missing)
		m, err := c.next(ctx)
		if err != nil {
			return err
		}
		if !r.has(m, len(m.Data)) {
			missing--
		}
		last = m.sequence
		if err := r.put(m, func(p *progress) { p.Done = min(last, p.From-1) }); err != nil {
			return err
		}
	}
	return nil
}

// missing returns the sequence of the first older message that is missing, and how many
// are.
func (r *receiver) missing(ctx context.Context, p progress) (from uint64, n int, err error) {
	c, err := r.link.consume(ctx, r.config.subject(r.label, ">"), p.Done+1, true)
	if err != nil {
		return 0, 0, err
	}
	defer c.close()
	for last := p.Done; last < p.From-1; {
		m, err := c.next(ctx)
		if err != nil {
			return 0, 0, err
		}
		size, _ := strconv.Atoi(m.Header.Get("Nats-Msg-Size"))
		if last = m.sequence; last < p.From && !r.has(m, size) {
			if n++; n == 1 {
				from = m.sequence
			}
		}
	}
	return from, n, nil
}

// has reports whether what a message says has been received, or needs nothing to be.
func (r *receiver) has(m *message, size int) bool {
	label, id, ok := r.config.parseSubject(m.Subject)
	if !ok || label != r.label || size == 0 && !m.withdraws() {
		return true
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if m.withdraws() {
		return r.receipt.withdrawn(label, id, m.sequence-1) != ""
	}
	v := r.version(m.Header, id, m.sequence)
	return r.folder.has(v.Name(), int64(size))
}

func (r *receiver) version(h nats.Header, id string, revision uint64) library.Version {
	return library.Version{ID: id, Revision: revision, TLP: r.label, Withdrawn: r.receipt.withdrawn(r.label, id, revision), JSON: h.Get(headerFormat) == formatJSON}
}

// put puts what a message says into the folder, and then notes that.
func (r *receiver) put(m *message, note func(*progress)) error {
	r.mu.Lock()
	names, err := r.putLocked(m)
	if err == nil {
		r.advance(note)
	}
	full := len(r.unsaved) >= saveFiles
	r.mu.Unlock()
	if err == nil && full {
		err = r.save()
	}
	if len(names) > 0 {
		r.set(func(s *State) { s.Received++ })
		r.telling.Lock()
		defer r.telling.Unlock()
		r.tell(names)
	}
	return err
}

// advance changes the progress. The caller holds the lock.
func (r *receiver) advance(note func(*progress)) {
	p := r.receipt.Progress[r.label]
	note(&p)
	r.receipt.Progress[r.label] = p
	r.dirty = true
}

func (r *receiver) putLocked(m *message) (names []string, err error) {
	label, id, ok := r.config.parseSubject(m.Subject)
	if !ok || label != r.label || len(m.Data) > file.MaxFile {
		r.set(func(s *State) { s.Refused++ })
		return nil, nil
	}
	if m.withdraws() {
		return r.withdraw(id, withdrawal{m.sequence, m.at.UTC().Format(time.DateOnly)})
	}
	if len(m.Data) == 0 {
		r.set(func(s *State) { s.Refused++ })
		return nil, nil
	}
	name := r.version(m.Header, id, m.sequence).Name()
	isNew, err := r.folder.write(name, m.Data)
	if err != nil || !isNew {
		return nil, err
	}
	r.unsaved = append(r.unsaved, name)
	return []string{name}, nil
}

// withdraw marks the versions of a briefing that came before as withdrawn.
func (r *receiver) withdraw(id string, w withdrawal) (names []string, err error) {
	r.receipt.withdraw(r.label, id, w)
	list, err := r.folder.versions(r.label, id, w.Revision)
	if err != nil {
		return nil, err
	}
	for _, v := range list {
		was := v.Name()
		v.Withdrawn = w.Day
		if err := os.Rename(r.folder.path(was), r.folder.path(v.Name())); err != nil {
			return names, err
		}
		names = append(names, was, v.Name())
	}
	return names, nil
}

// counter counts what is to come in the state.
type counter struct {
	*reporter
	n int
}

func (c *counter) set(n int) {
	if n != c.n {
		change := n - c.n
		c.n = n
		c.reporter.set(func(s *State) { s.ToCome = max(0, s.ToCome+change) })
	}
}
