package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"sitrep/data/desk"
)

func TestStatusOfADesk(t *testing.T) {
	at := time.Date(2026, 11, 27, 14, 2, 0, 0, time.UTC)
	for _, c := range []struct {
		state desk.State
		want  string
	}{
		{desk.State{}, "desk: connecting"},
		{desk.State{Since: at}, "desk: offline since 14:02"},
		{desk.State{Since: at.AddDate(0, 0, -1), Err: errors.New("refused")}, "desk: offline since 26 November"},
		{desk.State{Since: at, Trying: true}, "desk: connecting"},
		{desk.State{Since: at, Err: fmt.Errorf("the desk cannot be reached: %w", nats.ErrAuthorization)}, "desk: credentials refused"},
		{desk.State{Since: at, Err: jetstream.ErrStreamNotFound}, "desk: no such stream"},
		{desk.State{Connected: true, Since: at}, "desk: connected"},
		{desk.State{Connected: true, Since: at, ToCome: 812}, "desk: 812 to come"},
		{desk.State{Connected: true, Since: at, ToCome: 812, Err: errors.New("disk full")}, "desk: nothing received since 14:02"},
		{desk.State{Elsewhere: true}, "desk: followed by another sitrep"},
	} {
		if got := statusOf(c.state, at.Add(time.Hour)); got != c.want {
			t.Errorf("%+v: %s, want %s", c.state, got, c.want)
		}
	}
}

// TestFollowerTellsWhatChanged merges what has changed until it is asked for.
func TestFollowerTellsWhatChanged(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	f := newFollower(ctx, desk.Config{})
	want := func(want ...string) {
		t.Helper()
		if got, err := f.Next(); err != nil || !slices.Equal(got, want) {
			t.Errorf("%q, %v; want %q", got, err, want)
		}
	}
	f.received([]string{"a"})
	f.received([]string{"b", "c"})
	want("a", "b", "c")
	f.received([]string{"d"})
	want("d")
	f.received([]string{"e"})
	f.received(nil)
	f.received([]string{"f"})
	want()
	var many []string
	for n := range 1000 {
		many = append(many, fmt.Sprint(n))
	}
	f.received(many)
	want()
	replace(f.states, desk.State{})
	replace(f.states, desk.State{Connected: true})
	if got, err := f.Status(); got != "desk: connected" || err != nil {
		t.Errorf("%s, %v", got, err)
	}
	cancel()
	if _, err := f.Next(); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end: %v", err)
	}
	if _, err := f.Status(); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end: %v", err)
	}
}
