package desk_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"sitrep/briefing"
	"sitrep/data/desk"
	"sitrep/data/library"
)

// patience is how long something may take that has to happen.
const patience = 2 * time.Minute

// following is a follower in the background.
type following struct {
	t      testing.TB
	config desk.Config
	stop   func() // returns when it has ended

	mu    sync.Mutex
	state desk.State
	names []string // of files that were reported
	wake  chan struct{}
}

func follow(t testing.TB, c desk.Config) *following {
	t.Helper()
	f := &following{t: t, config: c, wake: make(chan struct{}, 1)}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	change := func(do func()) {
		f.mu.Lock()
		defer f.mu.Unlock()
		do()
		select {
		case f.wake <- struct{}{}:
		default:
		}
	}
	go func() {
		ended <- desk.Follow(ctx, c, func(s desk.State) { change(func() { f.state = s }) },
			func(names []string) { change(func() { f.names = append(f.names, names...) }) })
	}()
	f.stop = sync.OnceFunc(func() {
		cancel()
		if err := <-ended; err != context.Canceled {
			t.Errorf("following ended with %v", err)
		}
	})
	t.Cleanup(f.stop)
	return f
}

// until waits until something is so.
func (f *following) until(what string, is func(desk.State) bool) desk.State {
	f.t.Helper()
	for end := time.Now().Add(patience); ; {
		f.mu.Lock()
		state := f.state
		f.mu.Unlock()
		if is(state) {
			return state
		}
		if time.Now().After(end) {
			f.t.Fatalf("not %s: %+v, %q", what, state, f.files())
		}
		select {
		case <-f.wake:
		case <-time.After(10 * time.Millisecond):
		}
	}
}

func ready(s desk.State) bool { return s.Ready && s.Connected }

// files returns the names of the files in the folder, without that of hidden ones.
func (f *following) files() (names []string) {
	entries, _ := os.ReadDir(f.config.Folder)
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	return names
}

// has waits until the folder has exactly these files.
func (f *following) has(names ...string) {
	f.t.Helper()
	slices.Sort(names)
	f.until("having "+strings.Join(names, " "), func(desk.State) bool { return slices.Equal(f.files(), names) })
}

// named returns the name of the file with what was published.
func named(p desk.Published) string {
	return library.Version{ID: p.ID, Revision: p.Revision, TLP: p.TLP}.Name()
}

// withdrawn returns the name of that file once it was withdrawn, today.
func withdrawn(p desk.Published) string {
	return library.Version{ID: p.ID, Revision: p.Revision, TLP: p.TLP, Withdrawn: time.Now().UTC().Format(time.DateOnly)}.Name()
}

func TestPublishFollowWithdraw(t *testing.T) {
	t.Parallel()
	s := useServers(t)
	d := s.dial("red")
	one := mustPublish(t, d, text("one", 1, "GREEN", "First."))
	if one.ID != "one" || one.TLP != "GREEN" || one.Already || one.Revision == 0 {
		t.Errorf("published %+v", one)
	}
	if again := mustPublish(t, d, text("one", 1, "GREEN", "First.")); !again.Already || again.Revision != one.Revision {
		t.Errorf("published again: %+v", again)
	}
	two := mustPublish(t, d, text("two", 1, "RED", "Second."))
	f := follow(t, s.config("red2"))
	f.until("ready", ready)
	f.has(named(one), named(two))

	raised := mustPublish(t, d, text("one", 2, "AMBER", "First, raised."))
	if !slices.Equal(raised.Lower, []briefing.TLP{"GREEN"}) {
		t.Errorf("raised: %+v", raised)
	}
	f.has(named(one), named(raised), named(two))

	gone, err := d.Withdraw(context.Background(), desk.Withdrawal{ID: "one", TLP: "GREEN", Reason: "raised"})
	check(t, err)
	if len(gone) != 1 || gone[0].TLP != "GREEN" || gone[0].Revision <= raised.Revision {
		t.Errorf("withdrawn %v", gone)
	}
	f.has(withdrawn(one), named(raised), named(two))
	if again, err := d.Withdraw(context.Background(), desk.Withdrawal{ID: "one", TLP: "GREEN"}); err != nil || len(again) > 0 {
		t.Errorf("withdrawn again: %v, %v", again, err)
	}

	later := follow(t, s.config("red2")) // from nothing
	later.until("ready", ready)
	later.has(withdrawn(one), named(raised), named(two))
	back := mustPublish(t, d, text("one", 3, "GREEN", "First, again."))
	for _, f := range []*following{f, later} {
		f.has(withdrawn(one), named(raised), named(two), named(back))
	}
}
