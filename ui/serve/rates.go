package serve

import (
	"sync"
	"time"
)

// allowance is how much may still be taken of something that comes back with time.
type allowance struct {
	left float64
	at   time.Time // when left was counted
}

// take takes n, of which perSecond come back and most are there at most. It returns how
// long to wait until what was taken is there.
func (a *allowance) take(n, perSecond, most float64, now time.Time) time.Duration {
	if a.at.IsZero() {
		a.left = most
	} else {
		a.left = min(most, a.left+now.Sub(a.at).Seconds()*perSecond)
	}
	a.at = now
	a.left -= n
	if a.left >= 0 {
		return 0
	}
	return time.Duration(-a.left / perSecond * float64(time.Second))
}

// maxAddresses is how many addresses are told apart. The others count as one.
const maxAddresses = 10_000

// rates limit the new connections from each address.
type rates struct {
	perMinute int // 0 for no limit
	mu        sync.Mutex
	byHost    map[string]*rate
	forgotten time.Time // when old ones were
}

type rate struct {
	allowance
	told time.Time // when a refusal was said
}

func newRates(perMinute int) *rates {
	return &rates{perMinute: perMinute, byHost: map[string]*rate{}}
}

// allow reports whether one more connection from a host is allowed. If it is not, first
// is true if that has not been said for a minute.
func (r *rates) allow(host string, now time.Time) (ok, first bool) {
	if r.perMinute == 0 {
		return true, false
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.byHost[host] == nil && len(r.byHost) >= maxAddresses {
		r.forget(now)
		if len(r.byHost) >= maxAddresses {
			host = ""
		}
	}
	a := r.byHost[host]
	if a == nil {
		a = &rate{}
		r.byHost[host] = a
	}
	most := float64(r.perMinute)
	if a.take(1, most/time.Minute.Seconds(), most, now) == 0 {
		return true, false
	}
	a.left++ // nothing was taken
	first = now.Sub(a.told) > time.Minute
	if first {
		a.told = now
	}
	return false, first
}

// forget forgets the addresses that have all of their allowance again, at most once in a
// while.
func (r *rates) forget(now time.Time) {
	if now.Sub(r.forgotten) < time.Minute {
		return
	}
	r.forgotten = now
	for host, a := range r.byHost {
		if now.Sub(a.at) > time.Minute {
			delete(r.byHost, host)
		}
	}
}
