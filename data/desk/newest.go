package desk

import (
	"context"
	"errors"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
)

// Newest is the newest version of a briefing on a desk.
type Newest struct {
	Document *file.Document
	Text     []byte // of its file
	Revision uint64
	TLP      briefing.TLP
	Author   string // empty if it is not known
	At       time.Time
}

// lasts returns the last message on a briefing with each marking that the server
// lets this user read.
func (l *link) lasts(ctx context.Context, id string) (map[briefing.TLP]*message, error) {
	var mu sync.Mutex
	all := map[briefing.TLP]*message{}
	work, ctx := errgroup.WithContext(ctx)
	for _, label := range l.config.labels() {
		work.Go(func() error {
			c, err := l.consume(ctx, l.config.subject(label, id), 0, false)
			if errors.Is(err, errRefused) {
				return nil
			}
			if err != nil {
				return err
			}
			defer c.close()
			for c.pending > 0 {
				m, err := c.next(ctx)
				if err != nil {
					return err
				}
				mu.Lock()
				all[label] = m
				mu.Unlock()
			}
			return nil
		})
	}
	return all, work.Wait()
}

// newestOf returns the last of messages, or nil if there is none.
func newestOf(all map[briefing.TLP]*message) (newest *message) {
	for _, m := range all {
		if newest == nil || m.sequence > newest.sequence {
			newest = m
		}
	}
	return newest
}

func (m *message) withdraws() bool { return m.Header.Get(headerWithdrawn) != "" }

// newest returns what a message holds as a version of a briefing.
func (l *link) newest(m *message) (Newest, error) {
	label, id, ok := l.config.parseSubject(m.Subject)
	doc, err := file.Parse(m.Data, "desk:"+l.config.Name+"/"+id, nil)
	if err == nil && !ok {
		err = errLost
	}
	return Newest{Document: doc, Text: m.Data, Revision: m.sequence, TLP: label, Author: clean.Line(m.Header.Get(headerAuthor)), At: m.at}, err
}
