package terminal

import (
	"testing"
	"time"
)

// TestHold sends keys at times, and draws a frame after each.
func TestHold(t *testing.T) {
	for name, c := range map[string]struct {
		within, gap time.Duration
		keys        int
		held        int // how many of them are
	}{
		"one by one":            {heldKey, 120 * time.Millisecond, 20, 0},
		"held":                  {heldKey, 33 * time.Millisecond, 12, 11},
		"held, slow":            {heldKey, 40 * time.Millisecond, 10, 9},
		"held for long":         {heldKey, 33 * time.Millisecond, 100, 93}, // each 16th is drawn whole
		"all at once":           {heldKey, time.Millisecond, 200, 0},
		"in the same read":      {heldKey, 0, 200, 0},
		"shared, five a second": {sharedKey, 200 * time.Millisecond, 30, 27}, // each 13th is drawn whole
		"shared, one by one":    {sharedKey, 300 * time.Millisecond, 20, 0},
	} {
		h := hold{within: c.within}
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
	h := hold{within: heldKey}
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
