package desk

import (
	"context"
	"errors"
	"time"
)

// Desk is a connection to a desk, to publish and to withdraw. Its methods must not be
// called by several goroutines at once.
type Desk struct{ link *link }

// Dial connects to the desk. It tries each server once.
func Dial(ctx context.Context, c Config) (*Desk, error) {
	l, err := connect(ctx, &c)
	if err != nil {
		return nil, err
	}
	return &Desk{l}, nil
}

// Close ends the connection.
func (d *Desk) Close() { d.link.close() }

const (
	// maxTries is how often something is tried while there is no connection or no leader,
	// maxChanged while others publish, and tryEvery the pause before.
	maxTries   = 60
	maxChanged = 8
	tryEvery   = 250 * time.Millisecond
)

// retry calls do until it succeeds or fails for good.
func (d *Desk) retry(ctx context.Context, do func() error) error {
	for try, changed := 0, 0; ; try++ {
		err := d.renew(ctx)
		if err == nil {
			err = do()
		}
		if errors.Is(err, errChanged) {
			changed++
		} else if !isTemporary(err) {
			return err
		}
		if try == maxTries || changed == maxChanged || !sleep(ctx, tryEvery) {
			return err
		}
	}
}

// renew connects again if the connection is lost.
func (d *Desk) renew(ctx context.Context) error {
	select {
	case <-d.link.lost:
	default:
		return nil
	}
	l, err := connect(ctx, d.link.config)
	if err == nil {
		d.link = l
	}
	return err
}
