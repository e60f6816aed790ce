package keys

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// arrows are the keys that are shown as a sign.
var arrows = map[string]string{"up": "↑", "down": "↓", "left": "←", "right": "→"}

// shownKey returns a key as people read it.
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

// shownKeys returns the keys of a binding as people read them: "j/↓", "1–5". It
// returns "" for none.
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

// digitRun returns how many keys from the first on are digits that count up.
func digitRun(keys []string) int {
	n := 0
	for n < len(keys) && len(keys[n]) == 1 && keys[n][0] >= '0' && keys[n][0] <= '9' && keys[n][0] == keys[0][0]+byte(n) {
		n++
	}
	return n
}

// Bindings are all actions with the keys that are in force.
type Bindings struct {
	List  []Binding
	ascii bool
}

// New returns the bindings of a reader with so many sections. Actions in other,
// by id, have those keys instead of their own. ascii says that all keys are shown
// in ASCII.
func New(sections int, other map[string][]string, ascii bool) *Bindings {
	list := table(sections)
	for i := range list {
		b := &list[i]
		if keys, ok := other[b.ID]; ok && b.ID != QuitNow {
			b.SetKeys(slices.Clone(keys)...)
		}
		b.SetHelp(shownKeys(b.Keys(), ascii), b.Name)
	}
	return &Bindings{list, ascii}
}

// Find returns the id of the action that a key is bound to; "" for none.
func (b *Bindings) Find(msg tea.KeyPressMsg) string {
	for i := range b.List {
		if key.Matches(msg, b.List[i].Binding) {
			return b.List[i].ID
		}
	}
	return ""
}

// SectionOf returns the number, from 0, of the section that a key leads to; -1
// for none.
func (b *Bindings) SectionOf(msg tea.KeyPressMsg) int {
	return slices.Index(b.byID(Section).Keys(), msg.String())
}

func (b *Bindings) byID(id string) *Binding {
	return &b.List[slices.IndexFunc(b.List, func(b Binding) bool { return b.ID == id })]
}

// First returns the first key of an action as people read it; "" if it has none.
func (b *Bindings) First(id string) string {
	if keys := b.byID(id).Keys(); len(keys) > 0 {
		return shownKey(keys[0], b.ascii)
	}
	return ""
}

// ForSection returns the key that leads to the section with a number from 0, or
// else its number from 1.
func (b *Bindings) ForSection(n int) string {
	if keys := b.byID(Section).Keys(); n < len(keys) {
		return shownKey(keys[n], b.ascii)
	}
	return strconv.Itoa(n + 1)
}

// Of returns the first key of an action for a sentence about it, or else words
// that say that it has none.
func (b *Bindings) Of(id string) string {
	if k := b.First(id); k != "" {
		return k
	}
	return "(" + id + ", which has no key)"
}

// Hint is a few actions with a word for what they do together.
type Hint struct {
	Word  string
	IDs   []string
	Typed string // keys that no action is bound to
}

// Keys returns the first keys of a hint's actions, behind those typed. Actions without a key are left
// out.
func (b *Bindings) Keys(h Hint) string {
	var out []string
	if h.Typed != "" {
		out = append(out, h.Typed)
	}
	for _, id := range h.IDs {
		if k := b.First(id); k != "" {
			out = append(out, k)
		}
	}
	return strings.Join(out, " ")
}
