package desk

import (
	"sync"
	"time"
)

// State is how far following a desk has come.
type State struct {
	Connected bool
	Since     time.Time // of Connected
	Trying    bool      // to connect, because [Config.Retry] has asked for it
	Elsewhere bool      // another process follows into the folder
	Ready     bool      // all that the desk had when it was connected has been received
	ToCome    int       // about how many versions are known to be missing
	Received  int       // since the start
	Refused   int       // what came and is not what it should be, since the start
	Err       error     // why it is not connected or cannot write, or nil
}

// reportEvery is how often a state is reported while it keeps changing.
const reportEvery = 100 * time.Millisecond

// reporter reports a state when it has changed.
type reporter struct {
	mu      sync.Mutex
	state   State
	changed chan struct{}
	end     func() // reports the last state, and returns when that is done
}

func newReporter(report func(State)) *reporter {
	r := &reporter{changed: make(chan struct{}, 1)}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for range r.changed {
			r.mu.Lock()
			now := r.state
			r.mu.Unlock()
			report(now)
			time.Sleep(reportEvery)
		}
	}()
	r.end = func() {
		close(r.changed)
		<-ended
	}
	return r
}

// set changes the state.
func (r *reporter) set(change func(*State)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	change(&r.state)
	select {
	case r.changed <- struct{}{}:
	default:
	}
}

// connected notes whether there is a connection, and why not.
func (r *reporter) connected(is bool, err error) {
	r.set(func(s *State) {
		if s.Connected != is || s.Since.IsZero() {
			s.Connected, s.Since = is, time.Now()
		}
		s.Trying = false
		if s.Err = err; !is {
			s.ToCome, s.Ready = 0, false
		}
	})
}
