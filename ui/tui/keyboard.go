package tui

import (
	"bytes"
	"errors"
	"os"
	"time"

	"github.com/charmbracelet/x/term"
)

// keyboard is the terminal as the keys come from it.
type keyboard struct {
	*os.File
	before *term.State // of the terminal, when it was opened
	gone   func()      // is told when the terminal has hung up
	pastes pastes
}

// restore gives the terminal the settings that it had.
func (k *keyboard) restore() {
	if k.before != nil {
		_ = term.Restore(k.Fd(), k.before) // nothing can be done about it here
	}
}

// Read reads keys. A terminal that has hung up is at its end: Bubble Tea would
// wait for its keys for ever.
func (k *keyboard) Read(p []byte) (int, error) {
	room := len(pasteEnd)
	if len(p) <= room {
		room = 0
	}
	n, err := k.File.Read(p[room:])
	if err != nil && !errors.Is(err, os.ErrClosed) {
		k.gone()
	}
	if n <= 0 || room == 0 {
		return n, err
	}
	if k.pastes.endBefore(p[room:room+n], time.Now()) {
		copy(p, pasteEnd)
		return room + n, err
	}
	copy(p, p[room:room+n])
	return n, err
}

// What a terminal puts around a pasted text (xterm, bracketed paste mode).
const (
	pasteStart = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
)

// pasteIdle is how long a paste may rest before keys are keys again, and
// pasteLimit how many bytes it may have.
const (
	pasteIdle  = time.Second
	pasteLimit = 1 << 20
)

// pastes watches for a paste that never ends: Bubble Tea takes every key for a
// part of it, ctrl-c too.
type pastes struct {
	open bool
	tail []byte // the end of what came last: a sign may be cut in two
	last time.Time
	size int
}

// endBefore takes note of what was read, and reports whether an open paste
// ends before it.
func (s *pastes) endBefore(data []byte, now time.Time) bool {
	ends := s.open && (now.Sub(s.last) > pasteIdle || s.size > pasteLimit)
	if ends {
		s.open, s.tail = false, nil
	}
	seen := append(s.tail, data...)
	start, end := bytes.LastIndex(seen, []byte(pasteStart)), bytes.LastIndex(seen, []byte(pasteEnd))
	switch {
	case start > end:
		s.open, s.size = true, len(seen)-start
	case end > start:
		s.open = false
	default:
		s.size += len(data)
	}
	s.last = now
	s.tail = append([]byte(nil), seen[max(len(seen)-len(pasteEnd)+1, 0):]...)
	return ends
}
