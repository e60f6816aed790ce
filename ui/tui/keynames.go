package tui

import (
	"slices"
	"strconv"
	"strings"
)

// arrows are the keys that are shown as a sign.
var arrows = map[string]string{"up": "↑", "down": "↓", "left": "←", "right": "→"}

// shownKey is a key as people read it.
func shownKey(name string, ascii bool) string {
	if name == "" {
		return ""
	}
	at := strings.LastIndex(name[:len(name)-1], "+") + 1
	before, last := name[:at], name[at:]
	switch sign, isArrow := arrows[last]; {
	case isArrow && !ascii:
		last = sign
	case last == "pgdown":
		last = "pgdn"
	}
	return before + last
}

// fewestInRun is how many digits in a row are shown as a range.
const fewestInRun = 3

// shownKeys is the keys of a binding as people read them: "j/↓", "1–5". It is
// empty where there are none.
func shownKeys(keys []string, ascii bool) string {
	dash := "–"
	if ascii {
		dash = "-"
	}
	var out []string
	for i := 0; i < len(keys); {
		n := digitRun(keys[i:])
		if n >= fewestInRun {
			out = append(out, keys[i]+dash+keys[i+n-1])
			i += n
			continue
		}
		out = append(out, shownKey(keys[i], ascii))
		i++
	}
	return strings.Join(out, "/")
}

// digitRun is how many keys from the first are digits that count up.
func digitRun(keys []string) int {
	n := 0
	for n < len(keys) && len(keys[n]) == 1 && keys[n][0] >= '0' && keys[n][0] <= '9' && keys[n][0] == keys[0][0]+byte(n) {
		n++
	}
	return n
}

// Action is something that keys can be bound to.
type Action struct {
	ID   string // a slug that stays the same
	Name string // what it does, as a sentence without its full stop
	Keys []string
	// Fixed says that it keeps its keys: there is always a way out.
	Fixed bool
}

// fixed is the id of the action that keeps its keys.
const fixed = "quit-now"

// Actions are all actions with the keys that they have at first, in the order
// of the help.
func Actions() []Action {
	bindings := newBindings()
	out := make([]Action, len(bindings))
	for i, b := range bindings {
		out[i] = Action{b.id, b.name, b.Keys(), b.id == fixed}
	}
	return out
}

// Key is a key of the reader, as lists of keys show it.
type Key struct {
	Group string
	Keys  string // "j/↓"
	Does  string // a sentence without its full stop
}

// Keys is every key of the reader as it is at first, in the order of the help.
func Keys() []Key {
	var out []Key
	for _, b := range rebind(newBindings(), nil, false) {
		out = append(out, Key{b.group, b.Help().Key, b.name})
	}
	return out
}

// rebind gives actions other keys than those that they have at first, and shows
// all keys in ASCII where that is asked for.
func rebind(bindings []binding, keys map[string][]string, ascii bool) []binding {
	for i := range bindings {
		b := &bindings[i]
		if other, ok := keys[b.id]; ok && b.id != fixed {
			b.SetKeys(slices.Clone(other)...)
		}
		b.SetHelp(shownKeys(b.Keys(), ascii), b.name)
	}
	return bindings
}

// firstKey is the first key of an action as people read it; empty where it has
// none.
func (a *App) firstKey(id string) string {
	for i := range a.bindings {
		b := &a.bindings[i]
		if b.id == id && len(b.Keys()) > 0 {
			return shownKey(b.Keys()[0], a.look.options.ASCII)
		}
	}
	return ""
}

// sectionKey is the key that leads to a section, or else its number.
func (a *App) sectionKey(n int) string {
	for i := range a.bindings {
		if b := &a.bindings[i]; b.do == nil && n < len(b.Keys()) {
			return shownKey(b.Keys()[n], a.look.options.ASCII)
		}
	}
	return strconv.Itoa(n + 1)
}

// keyOf is the first key of an action for a sentence about it, or else a word
// that stands for it there.
func (a *App) keyOf(id string) string {
	if k := a.firstKey(id); k != "" {
		return k
	}
	return "(" + id + ", which has no key)"
}

// hint is a few actions with a word for what they do together.
type hint struct {
	word string
	ids  []string
}

// hintKeys are the first keys of the actions; those without any are left out.
func (a *App) hintKeys(h hint) string {
	var out []string
	for _, id := range h.ids {
		if k := a.firstKey(id); k != "" {
			out = append(out, k)
		}
	}
	return strings.Join(out, " ")
}
