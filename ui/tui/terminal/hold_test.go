package terminal

import (
	"testing"
	"time"
)

// TestHold sends keys at times, and draws a frame after each.
func TestHold(t *testing.T) {
	for name, c := range map[string]struct {
		gap  time.Duration
		keys int
		held int // how many of them are
	}{
		"one by one":       {120 * time.Millisecond, 20, 0},
		"held":             {33 * time.Millisecond, 12, 11},
		"held, slow":       {40 * time.Millisecond, 10, 9},
		"held for long":    {33 * time.Millisecond, 100, 93}, // each 16th is drawn whole
		"all at once":      {time.Millisecond, 200, 0},
		"in the same read": {0, 200, 0},
	} {
		var h hold
		now, held := time.Unix(1e9, 0), 0
		for range c.keys {
			if h.key(now); h.on {
				held++
			}
			h.drawn(now)
			now = now.Add(c.gap)
		}
		if held != c.held {
			t.Errorf("%s: %d of %d keys are held, want %d", name, held, c.keys, c.held)
		}
	}
}

// TestHoldEnds looks whether a key is still held.
func TestHoldEnds(t *testing.T) {
	var h hold
	now := time.Unix(1e9, 0)
	h.drawn(now)
	h.key(now)
	now = now.Add(30 * time.Millisecond)
	h.key(now)
	if left := h.pause(now.Add(30 * time.Millisecond)); !h.on || left != 20*time.Millisecond {
		t.Errorf("30 ms after a held key: held %v, for %v", h.on, left)
	}
	if left := h.pause(now.Add(heldKey)); h.on {
		t.Errorf("it is held for %v more", left)
	}
}
