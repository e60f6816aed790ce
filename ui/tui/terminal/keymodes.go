package terminal

import (
	"bytes"
	"regexp"
	"strings"
	"sync"

	"github.com/charmbracelet/x/ansi"
)

// keyModes are the keyboard modes that are on in the terminal. Bubble Tea
// (v2.0.10), when it lets go of the terminal right after it took it, turns them
// off before it turns them on.
type keyModes struct {
	mu        sync.Mutex
	enhanced  int  // how often the kitty keyboard protocol was asked for
	otherKeys bool // xterm's modifyOtherKeys is on
}

// keyModeSequence turns one of them on or off. It begins with keyModePrefix and
// one of keyModeMarks, and is not longer than keyModeBytes.
var keyModeSequence = regexp.MustCompile(`^(>[0-9]+u|<[0-9]*u|>4;[0-9]m|>4m)`)

const (
	keyModePrefix = "\x1b["
	keyModeMarks  = "<>"
	keyModeBytes  = 8
)

// note counts the modes that are turned on and off by what is written.
func (k *keyModes) note(written []byte) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for found := true; found; {
		if _, written, found = bytes.Cut(written, []byte(keyModePrefix)); len(written) > 0 && strings.IndexByte(keyModeMarks, written[0]) >= 0 {
			k.turn(string(keyModeSequence.Find(written[:min(len(written), keyModeBytes)])))
		}
	}
}

// turn counts one sequence; an empty one is none.
func (k *keyModes) turn(mode string) {
	switch {
	case mode == "":
	case mode == ">4m":
		k.otherKeys = false
	case mode[len(mode)-1] == 'm':
		k.otherKeys = true
	case mode[0] == '>':
		k.enhanced++
	default:
		k.enhanced = max(k.enhanced-1, 0)
	}
}

// left returns what turns off the modes that have stayed on, once the terminal is
// given back; they count as off then. The kitty protocol has a stack for each
// screen, and what is left is on the alternate one.
func (k *keyModes) left() string {
	k.mu.Lock()
	defer k.mu.Unlock()
	off := ""
	if k.otherKeys {
		off += ansi.ResetModifyOtherKeys
	}
	if k.enhanced > 0 {
		off += ansi.SetModeAltScreenSaveCursor + ansi.PopKittyKeyboard(k.enhanced) + ansi.ResetModeAltScreenSaveCursor
	}
	k.enhanced, k.otherKeys = 0, false
	return off
}
