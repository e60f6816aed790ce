package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"time"

	"sitrep/data/desk"
)

// deskPatience is how long a command waits for a desk to answer before it goes on with
// what was received earlier.
const deskPatience = 2 * time.Second

// catchUp receives what a desk has. If the desk does not answer soon, it says so on
// standard error.
func catchUp(s Streams, c desk.Config) {
	if s.Offline {
		return
	}
	ctx, stop := context.WithCancel(context.Background()) // a signal ends the program
	defer stop()
	states := make(chan desk.State, 1)
	ended := make(chan error, 1)
	go func() {
		ended <- followSafely(ctx, c, func(now desk.State) { replace(states, now) }, nil)
	}()
	var missing versionCount
	end := s.progress(func() string { return missing.text("reading " + deskPrefix + c.Name) })
	err := awaitReady(states, ended, &missing)
	end()
	if err != nil {
		hint := cmp.Or(hintOf(err), "sitrep "+deskPrefix+c.Name+" tries again for as long as it is open")
		report(s.Err, withHint(fmt.Errorf("%s%s: %w; this is what was received before", deskPrefix, c.Name, err), hint))
	}
	stop()
	<-ended // so that nothing is half written, and another process can follow
}

// followSafely is [desk.Follow], but returns a panic as an error, and always returns one.
func followSafely(ctx context.Context, c desk.Config, report func(desk.State), received func([]string)) error {
	err, crash := caught(func() error { return desk.Follow(ctx, c, report, received) })
	return cmp.Or(crash, err, errNotFollowed)
}

// replace puts a value into a channel with room for one, in place of one that has not
// been taken yet. Only one goroutine at a time may do so.
func replace[T any](to chan T, value T) {
	select {
	case <-to:
	default:
	}
	to <- value
}

// awaitReady waits until all of a desk has been received, or is by another process. It
// returns an error if the desk does not answer soon, or no longer.
func awaitReady(states <-chan desk.State, ended chan error, missing *versionCount) error {
	late := time.NewTimer(deskPatience)
	defer late.Stop()
	answered, timeout := false, late.C
	for {
		select {
		case err := <-ended:
			ended <- err
			return err
		case <-timeout:
			return errNoAnswer
		case now := <-states:
			missing.n.Store(int64(now.ToCome))
			switch {
			case now.Err != nil:
				return now.Err
			case now.Ready || now.Elsewhere:
				return nil
			case now.Connected:
				answered, timeout = true, nil
			case answered:
				return errNoAnswer
			}
		}
	}
}

var (
	errNotFollowed = errors.New("it cannot be followed")
	errNoAnswer    = errors.New("it does not answer")
)
