package terminal

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// A key that is held comes again within heldKey. What is beside the cursor is most of
// a frame. It waits until the keys pause, or for mostHeld times heldKey. Keys that come
// within minShown are drawn in one frame, for which nothing need wait.
//
// Where many read on one machine, a key that comes within sharedKey counts as held: who
// walks through a list can do without what is beside each row, and the others would wait.
const (
	heldKey   = 50 * time.Millisecond
	sharedKey = 250 * time.Millisecond
	mostHeld  = 10
)

// hold finds out when a key is held.
type hold struct {
	within time.Duration // the next key comes
	on     bool
	keyed  time.Time // the last key
	whole  time.Time // the last frame that was drawn while no key was held
	timed  bool      // a pauseMsg is on its way
}

// key takes the time of a key.
func (h *hold) key(now time.Time) {
	since := now.Sub(h.keyed)
	h.keyed = now
	h.on = since > minShown && since < h.within && now.Sub(h.whole) < mostHeld*h.within
}

// pause returns how long no key may come for the hold to end. If that has passed, it
// ends it.
func (h *hold) pause(now time.Time) time.Duration {
	left := h.within - now.Sub(h.keyed)
	h.on = h.on && left > 0
	return left
}

// drawn takes the time of a frame.
func (h *hold) drawn(now time.Time) {
	if !h.on {
		h.whole = now
	}
}

// held tells the Model whether a message is a key that is held.
func (p *program) held(msg tea.Msg) tea.Cmd {
	switch msg.(type) {
	case tea.KeyPressMsg, tea.MouseWheelMsg:
		p.hold.key(time.Now())
		return p.paused()
	}
	return nil
}

// paused tells the Model whether a key is still held. If it is, that is looked at
// again when the next key is late.
func (p *program) paused() tea.Cmd {
	left := p.hold.pause(time.Now())
	cmd := p.guarded(p.model.Hold(p.hold.on))
	if !p.hold.on || p.hold.timed {
		return cmd
	}
	p.hold.timed = true
	return tea.Batch(cmd, tea.Tick(left, func(time.Time) tea.Msg { return pauseMsg{} }))
}
