package desk

import (
	"context"
	"testing"
	"time"
)

// TestWaitIsCutShort connects again at once when it is asked to.
func TestWaitIsCutShort(t *testing.T) {
	retry := make(chan struct{}, 1)
	states := make(chan State, 1)
	f := &follower{config: &Config{Retry: retry}, reporter: newReporter(func(s State) { states <- s })}
	ctx, cancel := context.WithCancel(context.Background())
	retry <- struct{}{}
	if asked, ok := f.wait(ctx, time.Hour); !asked || !ok {
		t.Errorf("asked %t, %t", asked, ok)
	}
	if s := <-states; !s.Trying {
		t.Errorf("the state is %+v", s)
	}
	f.connected(false, errLost)
	if s := <-states; s.Trying {
		t.Errorf("after it has failed, the state is %+v", s)
	}
	if asked, ok := f.wait(ctx, time.Nanosecond); asked || !ok {
		t.Errorf("when it is time: asked %t, %t", asked, ok)
	}
	cancel()
	if _, ok := f.wait(ctx, time.Hour); ok {
		t.Error("it goes on after the end")
	}
	f.end()
}
